import type { Manifest, PackDocument, Sha256, Uuid } from '../pack/manifest.ts';
import { documentHolders, placedItems } from '../pack/manifestWalk.ts';

/** One of the two contents of a document. */
export interface DocumentVersion {
  readonly sha256: Sha256;
  /** 1-based and inclusive pages of a file that several documents share. */
  readonly pages: { readonly from: number; readonly to: number } | null;
  readonly pageCount: number;
  readonly mediaType: string;
  readonly size: number;
}

/** How a document of an item or briefing differs. */
export interface DocumentNews {
  readonly id: Uuid;
  readonly title: string;
  /** `moved`: stands under another item or briefing than before, or did until now. */
  readonly change: 'added' | 'replaced' | 'withdrawn' | 'movedHere' | 'movedAway' | 'renamed';
  readonly previousTitle: string | null;
  /** Where it came from or went to: number and title. */
  readonly elsewhere: { readonly number: string | null; readonly title: string } | null;
  readonly before: DocumentVersion | null;
  readonly after: DocumentVersion | null;
  readonly wasRead: boolean;
}

export interface DocumentsToCompare {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly wasRead: (document: PackDocument) => boolean;
}

/** What became of the documents of one item or briefing, in the order of the new ones, then those that left. */
export function documentNewsBetween(
  before: readonly PackDocument[],
  after: readonly PackDocument[],
  compared: DocumentsToCompare,
): readonly DocumentNews[] {
  const here = new Map(before.map((document) => [document.id, document]));
  const stays = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((document) => newsOf(here.get(document.id), document, compared)),
    ...before.filter(({ id }) => !stays.has(id)).map((document) => newsOfGone(document, compared)),
  ];
}

function newsOf(
  before: PackDocument | undefined,
  after: PackDocument,
  compared: DocumentsToCompare,
): readonly DocumentNews[] {
  const elsewhere = before === undefined ? placeOf(compared.before, after.id) : null;
  const old = before ?? elsewhere?.document;
  const previousTitle = old === undefined || old.title === after.title ? null : old.title;
  const isReplaced = old !== undefined && !isSameContent(old, after);
  const change =
    old === undefined
      ? 'added'
      : elsewhere !== null
        ? 'movedHere'
        : isReplaced
          ? 'replaced'
          : previousTitle === null
            ? null
            : 'renamed';
  if (change === null) return [];
  return [
    {
      id: after.id,
      title: after.title,
      change,
      previousTitle,
      elsewhere: elsewhere === null ? null : elsewhere.name,
      before: isReplaced ? versionOf(compared.before, old) : null,
      after: versionOf(compared.after, after),
      wasRead: old !== undefined && compared.wasRead(old),
    },
  ];
}

function newsOfGone(document: PackDocument, compared: DocumentsToCompare): DocumentNews {
  const elsewhere = placeOf(compared.after, document.id);
  return {
    id: document.id,
    title: document.title,
    change: elsewhere === null ? 'withdrawn' : 'movedAway',
    previousTitle: null,
    elsewhere: elsewhere === null ? null : elsewhere.name,
    before: versionOf(compared.before, document),
    after: null,
    wasRead: compared.wasRead(document),
  };
}

const isSameContent = (a: PackDocument, b: PackDocument): boolean =>
  a.sha256 === b.sha256 && a.pages?.from === b.pages?.from && a.pages?.to === b.pages?.to;

function placeOf(
  manifest: Manifest,
  documentId: Uuid,
): {
  readonly document: PackDocument;
  readonly name: { readonly number: string | null; readonly title: string };
} | null {
  for (const holder of documentHolders(manifest)) {
    const document = holder.documents.find(({ id }) => id === documentId);
    if (document === undefined) continue;
    const item = placedItems(manifest).find((placed) => placed.item.id === holder.id)?.item;
    const unit = manifest.briefings.find(({ id }) => id === holder.id)?.unit;
    return { document, name: { number: item?.number ?? null, title: item?.title ?? unit?.name ?? '' } };
  }
  return null;
}

/** The content a document has in a revision. */
export function versionOf(manifest: Manifest, { sha256, pages, pageCount }: PackDocument): DocumentVersion {
  const file = manifest.files.find((each) => each.sha256 === sha256);
  return {
    sha256,
    pages,
    pageCount,
    mediaType: file?.mediaType ?? 'application/octet-stream',
    size: file?.size ?? 0,
  };
}
