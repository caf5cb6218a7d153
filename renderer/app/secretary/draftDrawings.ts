import type { DraftPages } from '../../features/secretary/documents/draftPages.ts';
import type { PdfHost } from '../../features/reader/engine/pdfHost.ts';
import { drawPage } from '../drawPage.ts';

/** Pages of a draft's files, drawn by the reader's worker. */
export function draftDrawings(host: PdfHost): DraftPages {
  return {
    draw({ draftId, sha256, page }, box) {
      const url = new URL(`/drafts/${draftId}/${sha256}`, location.href).href;
      return drawPage(host, { sha256, url }, page, box);
    },
  };
}
