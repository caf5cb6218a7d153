import type { Uuid } from '../pack/manifest.ts';
import type { PackPageRange } from '../pack/pageNumbers.ts';
import type { Draft } from './draft.ts';
import { allDraftItems } from './agendaTree.ts';
import { ownPageCount } from './draftFiles.ts';

/** Page numbers as the pack will have them. */
export interface DraftPages {
  readonly total: number;
  /** By document id, sealed ones included; null for what has no pages. */
  readonly documents: ReadonlyMap<Uuid, PackPageRange | null>;
  /** By item id: pages of its own documents. */
  readonly items: ReadonlyMap<Uuid, number>;
}

/**
 * The same order as `packPages` of the finished manifest: each item's documents, its children, the next item, briefings.
 * A sealed item takes the pages of its documents and of what stands below it, so that no number shifts by sealing.
 */
export function draftPages(draft: Draft): DraftPages {
  const byHash = new Map(draft.files.map((file) => [file.sha256, file]));
  const documents = new Map<Uuid, PackPageRange | null>();
  const items = new Map<Uuid, number>();
  let total = 0;
  const take = (id: Uuid, count: number): number => {
    documents.set(id, count === 0 ? null : { first: total + 1, last: total + count });
    total += count;
    return count;
  };
  for (const item of allDraftItems(draft.items)) {
    let own = 0;
    for (const document of item.documents) {
      const file = document.file === null ? undefined : byHash.get(document.file);
      own += take(document.id, ownPageCount({ files: file === undefined ? [] : [file] }, document));
    }
    items.set(item.id, own);
  }
  for (const { documents: ofBriefing } of draft.briefings) {
    for (const { id, pageCount } of ofBriefing) take(id, pageCount);
  }
  return { total, documents, items };
}
