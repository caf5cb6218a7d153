import type { PageCharacters } from './pdfEngine.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

/** A page with more characters than this is hostile; the rest is left unread. */
const maxCharacters = 200_000;
const hyphen = 0x2d;

/**
 * Reads the characters of a loaded page (FPDF_PAGE). Spaces and line ends that PDFium made up are left out: lines and
 * words are found from the boxes. Null when the page has no readable text structure.
 */
export function readPageCharacters(
  module: PdfiumModule,
  heap: PdfiumHeap,
  page: number,
): Omit<PageCharacters, 'geometry'> | null {
  const textPage = module.FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  const count = Math.min(maxCharacters, Math.max(0, module.FPDFText_CountChars(textPage)));
  const codes = new Uint32Array(count);
  const boxes = new Float32Array(count * 4);
  const turns = new Uint8Array(count);
  const rect = heap.allocate(16);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (module.FPDFText_IsGenerated(textPage, i) === 1) continue;
    if (!module.FPDFText_GetLooseCharBox(textPage, i, rect)) continue;
    // FS_RECTF: left, top, right, bottom.
    const box = [heap.float(rect), heap.float(rect + 12), heap.float(rect + 8), heap.float(rect + 4)];
    if (!box.every(Number.isFinite)) continue;
    boxes.set(upright(box), kept * 4);
    codes[kept] =
      module.FPDFText_IsHyphen(textPage, i) === 1 ? hyphen : module.FPDFText_GetUnicode(textPage, i);
    turns[kept] = quarterTurns(module.FPDFText_GetCharAngle(textPage, i));
    kept++;
  }
  heap.free(rect);
  module.FPDFText_ClosePage(textPage);
  return { codes: codes.slice(0, kept), boxes: boxes.slice(0, kept * 4), turns: turns.slice(0, kept) };
}

function upright([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): number[] {
  return [Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)];
}

/** Radians, counterclockwise; negative when the file says nothing. */
function quarterTurns(angle: number): number {
  if (!Number.isFinite(angle) || angle < 0) return 0;
  return Math.round(angle / (Math.PI / 2)) & 3;
}
