import type { Manifest, Uuid } from './manifest.ts';
import { documentHolders } from './manifestWalk.ts';

/** A run of pack pages, 1-based and inclusive. */
export interface PackPageRange {
  readonly first: number;
  readonly last: number;
}

/** The continuous page numbers of one revision. */
export interface PackPages {
  /** Pages of all documents, sealed ones included. */
  readonly total: number;
  /** By document id; null for a document without pages. */
  readonly documents: ReadonlyMap<Uuid, PackPageRange | null>;
  /** By id of a sealed item or briefing; null when it has no pages. */
  readonly sealed: ReadonlyMap<Uuid, PackPageRange | null>;
}

/**
 * Page k of a document has the pack page (pages of all documents before it) + k. The order: each item's documents, then
 * its children, then the next item; then briefings. A sealed item counts with its public `pageCount`, so that the
 * number is the same for everyone. Belongs to one revision: show it with the revision.
 */
export function packPages(manifest: Pick<Manifest, 'agenda' | 'briefings'>): PackPages {
  const documents = new Map<Uuid, PackPageRange | null>();
  const sealed = new Map<Uuid, PackPageRange | null>();
  let total = 0;
  const take = (pageCount: number): PackPageRange | null => {
    const first = total + 1;
    total += pageCount;
    return pageCount === 0 ? null : { first, last: total };
  };
  for (const holder of documentHolders(manifest)) {
    if (holder.sealed !== null) sealed.set(holder.id, take(holder.sealed.pageCount));
    for (const document of holder.documents) documents.set(document.id, take(document.pageCount));
  }
  return { total, documents, sealed };
}

/** Where a pack page is: a page (1-based) of a document, or inside a sealed item; null when the pack has no such page. */
export type PackPlace =
  | { readonly kind: 'document'; readonly documentId: Uuid; readonly page: number }
  | { readonly kind: 'sealed'; readonly holderId: Uuid; readonly page: number };

/** The place of a pack page, for jumps. */
export function findPackPage(pages: PackPages, packPage: number): PackPlace | null {
  for (const [documentId, range] of pages.documents) {
    if (holds(range, packPage)) return { kind: 'document', documentId, page: packPage - range.first + 1 };
  }
  for (const [holderId, range] of pages.sealed) {
    if (holds(range, packPage)) return { kind: 'sealed', holderId, page: packPage - range.first + 1 };
  }
  return null;
}

const holds = (range: PackPageRange | null, page: number): range is PackPageRange =>
  range !== null && page >= range.first && page <= range.last;
