import type { PageDrawings } from '../../../features/print/pageDrawings.ts';
import { pdfFile } from '../../../features/reader/engine/pdfFile.ts';
import type { PdfHost } from '../../../features/reader/engine/pdfHost.ts';
import { drawPage } from '../../drawPage.ts';

/** Pages of stored documents and of what is to be printed, drawn by the reader's worker. */
export function workerDrawings(host: PdfHost): PageDrawings {
  return { draw: (name, page, box) => drawPage(host, pdfFile(name), page, box) };
}
