import type { DocumentEntry } from '../../../core/library/views.ts';

export interface PackPages {
  readonly from: number;
  readonly to: number;
}

/** The pages a document has in the pack; null when it has no pages. */
export function packPages(document: DocumentEntry): PackPages | null {
  if (document.firstPackPage === null || document.pageCount === 0) return null;
  return { from: document.firstPackPage, to: document.firstPackPage + document.pageCount - 1 };
}
