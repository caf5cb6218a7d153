import type { Box } from '../text/pageText.ts';
import { around } from '../text/pageText.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

const textObject = 1; // FPDF_PAGEOBJ_TEXT
/** More are hostile; what lies beyond has no picture in the text view. */
const maxObjects = 20_000;
const maxDrawings = 400;

/** Where everything but text of one marked content is drawn, PDF user space. */
export interface MarkedDrawing {
  /** The marked-content identifier, or `unmarked` for a picture that belongs to none. */
  readonly mark: number;
  readonly box: Box;
}

/** What a loaded page (FPDF_PAGE) draws besides text, one box a marked-content identifier; at most 400. */
export function markedDrawings(
  module: PdfiumModule,
  heap: PdfiumHeap,
  page: number,
): { readonly drawings: readonly MarkedDrawing[]; readonly hasDrawings: boolean } {
  const buffer = heap.allocate(16);
  const boxes = new Map<number, Box>();
  let hasDrawings = false;
  const count = Math.min(maxObjects, module.FPDFPage_CountObjects(page));
  for (let index = 0; index < count; index++) {
    const object = module.FPDFPage_GetObject(page, index);
    if (module.FPDFPageObj_GetType(object) === textObject) continue;
    hasDrawings = true;
    const mark = module.FPDFPageObj_GetMarkedContentID(object);
    if (mark < 0 || buffer === 0 || (boxes.size >= maxDrawings && !boxes.has(mark))) continue;
    if (!module.FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12)) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = heap.floats(buffer, 4);
    if (![left, bottom, right, top].every(Number.isFinite)) continue;
    const box = { left, bottom, right, top };
    const known = boxes.get(mark);
    boxes.set(mark, known ? around([known, box]) : box);
  }
  if (buffer !== 0) heap.free(buffer);
  return { drawings: [...boxes].map(([mark, box]) => ({ mark, box })), hasDrawings };
}
