import { v5 } from 'uuid';
import type { AgendaItem, Instant, Manifest, PackDocument, Uuid } from '../../core/pack/manifest.ts';
import { documentHolders, placedItems } from '../../core/pack/manifestWalk.ts';

/** The namespace of the ids that Beredd derives from names. Published: see docs/decisions/ids-from-names.md. */
export const bereddNamespace = '10dd856a-bb5d-40fd-9b63-748a285f7ba4';

const nameOf = (...parts: readonly string[]): string =>
  parts.map((part) => part.trim().normalize('NFC')).join('\n');

/** A body's id stays across packs and programs: UUIDv5 of municipality and body name. */
export const bodyIdOf = (municipality: string, bodyName: string): Uuid =>
  idWithin(bereddNamespace, municipality, bodyName);

/** UUIDv5 of body id and start, both as they stand in the manifest. */
export const meetingIdOf = (bodyId: Uuid, start: Instant): Uuid => idWithin(bodyId, start);

/** Units are told apart by municipality and name, whatever body they report to. */
export const unitIdOf = (municipality: string, unitName: string): Uuid =>
  idWithin(bereddNamespace, 'unit', municipality, unitName);

/** Ids of what belongs to something that has an id: a unit's key figures and commitments, a body's members. */
export const idWithin = (ownerId: Uuid, ...parts: readonly string[]): Uuid =>
  // As bytes, because the package refuses namespaces of unusual versions, which given ids may have.
  v5(nameOf(...parts), Uint8Array.from(Buffer.from(ownerId.replaceAll('-', ''), 'hex')));

/** What an item of the new revision is recognised by. */
export interface ItemTraits {
  readonly id: Uuid | null;
  readonly registryNumber: string | null;
  readonly title: string;
}

/**
 * Which item of the previous revision each new one is: by id, then registry number, then title. Nothing is matched
 * twice; a matter whose registry number differs is another matter even under the same title.
 */
export function matchItems<T extends ItemTraits>(
  items: readonly T[],
  previous: Manifest | null,
): ReadonlyMap<T, AgendaItem> {
  const rules: readonly ((item: T, old: AgendaItem) => boolean)[] = [
    (item, old) => item.id === old.id,
    (item, old) => item.id === null && sameRegistryNumber(item, old) && sameTitle(item, old),
    (item, old) => item.id === null && sameRegistryNumber(item, old),
    (item, old) =>
      item.id === null &&
      sameTitle(item, old) &&
      (item.registryNumber === null || old.registryNumber === null),
  ];
  return matchInTurn(items, previous === null ? [] : placedItems(previous).map(({ item }) => item), rules);
}

const sameRegistryNumber = (a: ItemTraits, b: AgendaItem): boolean =>
  a.registryNumber !== null && a.registryNumber === b.registryNumber;

const sameTitle = (a: { readonly title: string }, b: { readonly title: string }): boolean =>
  folded(a.title) === folded(b.title);

const folded = (text: string): string => text.normalize('NFC').trim().toLocaleLowerCase('sv');

/** What a document of the new revision is recognised by. */
export interface DocumentTraits {
  readonly id: Uuid | null;
  readonly title: string;
  /** The file part of its entry's name, which follows from the file's name. */
  readonly entryFile: string;
  readonly sha256: string;
  readonly pages: PackDocument['pages'];
  /** The item or briefing of the previous revision that holds its item's documents. */
  readonly previousHolder: readonly PackDocument[] | null;
}

/**
 * Which document of the previous revision each new one is: by id, then by file name within the item (title and pages
 * decide when several share a file), then by SHA-256 anywhere.
 */
export function matchDocuments<T extends DocumentTraits>(
  documents: readonly T[],
  previous: Manifest | null,
): ReadonlyMap<T, PackDocument> {
  const entryFiles = new Map(
    (previous?.files ?? []).map((file) => [file.sha256, file.path.split('/').at(-1)]),
  );
  const old = previous === null ? [] : documentHolders(previous).flatMap((holder) => holder.documents);
  const unnamed = (rule: (document: T, old: PackDocument) => boolean) => (document: T, other: PackDocument) =>
    document.id === null && rule(document, other);
  const sameFile = (document: T, other: PackDocument): boolean =>
    (document.previousHolder?.includes(other) ?? false) &&
    entryFiles.get(other.sha256) === document.entryFile;
  const rules: readonly ((document: T, old: PackDocument) => boolean)[] = [
    (document, other) => document.id === other.id,
    unnamed((document, other) => sameFile(document, other) && sameTitle(document, other)),
    unnamed((document, other) => sameFile(document, other) && samePages(document, other)),
    unnamed(sameFile),
    unnamed((document, other) => document.sha256 === other.sha256 && samePages(document, other)),
    unnamed((document, other) => document.sha256 === other.sha256),
  ];
  return matchInTurn(documents, old, rules);
}

const samePages = (a: Pick<PackDocument, 'pages'>, b: Pick<PackDocument, 'pages'>): boolean =>
  a.pages?.from === b.pages?.from && a.pages?.to === b.pages?.to;

/** Tries every rule on all that is still unmatched before the next, weaker rule. */
export function matchInTurn<N, O>(
  wanted: readonly N[],
  old: readonly O[],
  rules: readonly ((wanted: N, old: O) => boolean)[],
): ReadonlyMap<N, O> {
  const matches = new Map<N, O>();
  const taken = new Set<O>();
  for (const rule of rules) {
    for (const each of wanted) {
      if (matches.has(each)) continue;
      const match = old.find((candidate) => !taken.has(candidate) && rule(each, candidate));
      if (match === undefined) continue;
      matches.set(each, match);
      taken.add(match);
    }
  }
  return matches;
}
