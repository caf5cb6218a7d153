import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import { entryFileName, entrySlug, freeEntryPath } from '../pack/entryNaming.ts';
import type {
  AgendaItem,
  Instant,
  Manifest,
  PackDocument,
  PackHeader,
  Sealed,
  Sha256,
  UnitBriefing,
  Uuid,
} from '../pack/manifest.ts';
import { mediaTypeOf } from '../pack/mediaTypes.ts';
import { publicBriefing } from '../sealing/sealedBriefing.ts';
import { publicFace } from '../sealing/sealedItem.ts';
import { itemAndBelow } from './agendaTree.ts';
import type { Draft, DraftBriefing, DraftDocument, DraftFile, DraftItem, DraftSeal } from './draft.ts';
import { draftFault } from './draftFault.ts';
import { ownPageCount } from './draftFiles.ts';
import { publicTitleOf } from './publicItem.ts';

/** The manifest of a pack whose `files` the writer makes. */
export type OpenManifest = Omit<Manifest, 'files'>;

/** An entry of the pack and the content that goes there. */
export interface PlacedContent {
  readonly path: string;
  readonly sha256: Sha256;
  readonly mediaType: string;
}

export interface DraftToManifest {
  readonly issued: Instant;
  /** What is public of each sealed item and briefing, as sealing made it: by its id. */
  readonly sealed: ReadonlyMap<Uuid, Pick<Sealed, 'slug' | 'pageCount'>>;
  /** The pack carries only what the base lacks. */
  readonly supplement: boolean;
}

/**
 * A draft as the manifest of its next revision, and which contents go under which names. Sealed items and briefings carry
 * only their public fields; their ciphertext is added by whoever sealed them. Fails with draftEdit: `noStart`, or `fileUnknown` for
 * a document without its file. Throws when a sealed item is not in `sealed`: it would go out openly empty.
 */
export function draftToManifest(
  draft: Draft,
  { issued, sealed, supplement }: DraftToManifest,
): Result<{ readonly manifest: OpenManifest; readonly contents: readonly PlacedContent[] }> {
  const { meeting, base } = draft;
  if (meeting.start === null) return draftFault('noStart');
  const missing = openItems(draft.items)
    .flatMap(({ documents }) => documents)
    .find(({ file }) => !draft.files.some(({ sha256 }) => sha256 === file));
  if (missing !== undefined) return draftFault('fileUnknown', missing.id);
  const onto = base === null ? null : { revision: base.revision, manifest: base.manifestSha256 };
  const pack: PackHeader = {
    id: draft.packId,
    revision: (base?.revision ?? 0) + 1,
    previous: base?.manifestSha256 ?? null,
    issued,
    note: draft.note,
    supplementTo: supplement ? onto : null,
    returnBy: draft.returnBy,
    eraseAfter: draft.eraseAfter,
  };
  const { deadlineSource: _ours, extensions = {}, start: _start, ...described } = meeting;
  const manifest: OpenManifest = {
    format: 'beredd',
    version: 1,
    requires: [],
    extensions: draft.extensions ?? {},
    pack,
    issuer: draft.issuer,
    meeting: { ...described, start: meeting.start, extensions },
    agenda: draft.items.map((item) => agendaItem(draft, item, sealed)),
    briefings: draft.briefings.map((briefing) => briefingOf(briefing, sealed)),
  };
  return ok({ manifest, contents: placeContents(draft) });
}

/** Items that nothing seals, in reading order. */
const openItems = (items: readonly DraftItem[]): readonly DraftItem[] =>
  items.filter(({ seal }) => seal === null).flatMap((item) => [item, ...openItems(item.children)]);

function agendaItem(draft: Draft, item: DraftItem, sealed: DraftToManifest['sealed']): AgendaItem {
  if (item.seal === null) {
    return {
      ...wholeItem(draft, item),
      children: item.children.map((child) => agendaItem(draft, child, sealed)),
    };
  }
  return publicFace(item, publicTitleOf(item, item.seal), sealedAs(item.id, item.seal, sealed));
}

function briefingOf(briefing: DraftBriefing, sealed: DraftToManifest['sealed']): UnitBriefing {
  const { seal } = briefing;
  if (seal == null) return wholeBriefing(briefing);
  return publicBriefing(briefing, sealedAs(briefing.id, seal, sealed));
}

function sealedAs(id: Uuid, { reason, ground }: DraftSeal, sealed: DraftToManifest['sealed']): Sealed {
  const made = sealed.get(id);
  if (made === undefined) throw new Error('a sealed item was not sealed');
  return { slug: made.slug, reason, ground, pageCount: made.pageCount };
}

/** A briefing as readers will have it, whether it is sealed or not. */
export function wholeBriefing(briefing: DraftBriefing): UnitBriefing {
  const { seal: _ours, ...whole } = briefing;
  return whole;
}

/**
 * An item as readers will have it, with its documents and everything below it, whether it is sealed or not: what is put
 * into a sealed item's ciphertext. Documents without their file are left out.
 */
export function wholeItem(draft: Draft, item: DraftItem): AgendaItem {
  const { id, number, title, itemKind, registryNumber, presenter, minutes, extensions } = item;
  return {
    id,
    number,
    title,
    itemKind,
    registryNumber,
    presenter,
    minutes,
    proposedDecision: item.proposedDecision,
    documents: packDocuments(draft, item.documents),
    children: item.children.map((child) => wholeItem(draft, child)),
    conflicts: item.conflicts,
    sealed: null,
    extensions,
  };
}

/** Pages of an item and of everything below it: what a sealed one counts as. */
export const pagesOfItem = (draft: Pick<Draft, 'files'>, item: DraftItem): number =>
  itemAndBelow(item)
    .flatMap(({ documents }) => documents)
    .reduce((sum, document) => sum + ownPageCount(draft, document), 0);

function packDocuments(draft: Draft, documents: readonly DraftDocument[]): readonly PackDocument[] {
  const originals = new Set(
    documents.filter(({ withOriginal }) => withOriginal).map(({ id }) => originalId(id)),
  );
  return documents
    .filter(({ id }) => !originals.has(id))
    .flatMap((document) => {
      const file = draft.files.find(({ sha256 }) => sha256 === document.file);
      if (file === undefined) return [];
      const { id, title, documentKind, pages, personalData, extensions } = document;
      const pageCount = ownPageCount(draft, document);
      const shown = {
        id,
        title,
        documentKind,
        sha256: file.sha256,
        pageCount,
        pages,
        personalData,
        extensions,
      };
      const original = originalOf(file, document);
      return original === null ? [shown] : [shown, { ...shown, ...original, extensions: {} }];
    });
}

/** The Word or ODF file as a document of its own, or null when it does not go along. */
function originalOf(file: DraftFile, { id, title, withOriginal }: DraftDocument) {
  const { converted } = file;
  if (!withOriginal || converted === null || converted.original === null) return null;
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(converted.name)?.[0].toLowerCase() ?? '';
  return {
    id: originalId(id),
    title: `${title} (${extension.slice(1)})`,
    documentKind: 'attachment' as const,
    sha256: converted.original,
    pageCount: 0,
    pages: null,
  };
}

/** The same for the same document in every revision: its id with RFC 9562's version 8, which is free for such use. */
export const originalId = (documentId: Uuid): Uuid => `${documentId.slice(0, 14)}8${documentId.slice(15)}`;

/** Each content once, named after the first open document that shows it. */
function placeContents(draft: Draft): readonly PlacedContent[] {
  const contents = new Map<Sha256, PlacedContent>();
  const taken = new Set<string>();
  const place = (slug: string, sha256: Sha256, name: string, mediaType: string): void => {
    if (contents.has(sha256)) return;
    contents.set(sha256, { path: freeEntryPath(slug, entryFileName(name), taken), sha256, mediaType });
  };
  const byHash = new Map(draft.files.map((file) => [file.sha256, file]));
  for (const item of openItems(draft.items)) {
    const slug = entrySlug(`${paddedNumber(item.number)} ${item.title}`);
    for (const document of item.documents) {
      const file = document.file === null ? undefined : byHash.get(document.file);
      if (file === undefined) continue;
      place(slug, file.sha256, file.name, file.mediaType);
      const original = originalOf(file, document);
      const name = file.converted?.name ?? '';
      if (original !== null) place(slug, original.sha256, name, mediaTypeOf(name.toLowerCase()));
    }
  }
  for (const { unit, documents, seal } of draft.briefings) {
    if (seal != null) continue;
    for (const { sha256 } of documents) {
      const file = byHash.get(sha256);
      if (file !== undefined) place(entrySlug(unit.name), sha256, file.name, file.mediaType);
    }
  }
  return [...contents.values()];
}

/** `7` as `07`, so that folders sort as the agenda does. */
const paddedNumber = (number: string | null): string =>
  (number ?? '').replace(/\d+/, (digits) => digits.padStart(2, '0'));
