import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

const nameBytes = 256;
/** A font's name says it more reliably than its weight, which many writers leave at 400. */
const boldName = /bold|black|heavy|semibold|demi/i;
const leastBoldWeight = 600;

/** Tells whether text objects (FPDF_PAGEOBJECT) are set in bold letters; each font is looked at once. */
export function boldFonts(
  module: PdfiumModule,
  heap: PdfiumHeap,
): { isBold(object: number): boolean; free(): void } {
  const buffer = heap.allocate(nameBytes);
  const known = new Map<number, boolean>();
  const look = (font: number): boolean => {
    if (module.FPDFFont_GetWeight(font) >= leastBoldWeight) return true;
    const needed = buffer === 0 ? 0 : module.FPDFFont_GetBaseFontName(font, buffer, nameBytes);
    if (needed <= 1 || needed > nameBytes) return false;
    return boldName.test(String.fromCharCode(...heap.bytes(buffer, needed - 1)));
  };
  return {
    isBold(object) {
      const font = object === 0 ? 0 : module.FPDFTextObj_GetFont(object);
      if (font === 0) return false;
      const held = known.get(font);
      if (held !== undefined) return held;
      const isBold = look(font);
      known.set(font, isBold);
      return isBold;
    },
    free() {
      if (buffer !== 0) heap.free(buffer);
    },
  };
}
