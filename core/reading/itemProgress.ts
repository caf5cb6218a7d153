import type { ReadState } from '../library/views.ts';
import type { PageRanges } from './pageRanges.ts';
import { countPages } from './pageRanges.ts';

/** How far one has come in the documents of an item or briefing. */
export interface ItemProgress {
  readonly seen: number;
  readonly pages: number;
}

/**
 * Pages seen of all pages. A document marked as read counts whole; one without pages counts as one page. Null without
 * documents.
 */
export function itemProgress(
  documents: readonly {
    readonly pageCount: number;
    readonly readState: ReadState;
    readonly seenPages?: PageRanges | undefined;
  }[],
): ItemProgress | null {
  if (documents.length === 0) return null;
  let seen = 0;
  let pages = 0;
  for (const { pageCount, readState, seenPages = [] } of documents) {
    const whole = Math.max(1, pageCount);
    pages += whole;
    seen += readState === 'read' ? whole : countPages(seenPages, whole);
  }
  return { seen, pages };
}
