import type { DrawArea, PdfDocument } from '../../../../core/pdf/pdfEngine.ts';
import { isMostlyPicture, keptAreas } from '../../../../core/pdf/keptAreas.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { recolour } from '../../../../core/pdf/recolour.ts';
import type { PageLook } from './pageLooks.ts';

/** Changes the colours of a finished drawing in place. */
export type Repaint = (pixels: Uint8Array) => void;

/**
 * How a part of a page is to be recoloured, its pictures left as they are; null when it stays as printed. Asked before
 * the page is drawn: while a drawing is open nothing else may be asked of the document.
 */
export function repainting(
  document: PdfDocument,
  page: number,
  { look, area, geometry }: { look: PageLook | null; area: DrawArea; geometry: PageGeometry },
): Repaint | null {
  if (look === null) return null;
  const found = document.pictures(page);
  const pictures = found.ok ? found.value : [];
  const isScan = isMostlyPicture(geometry, pictures);
  if (isScan && !look.recoloursScans) return null;
  const drawn = isScan ? null : document.vectorPictures(page);
  const kept = isScan ? [] : keptAreas(geometry, [...pictures, ...(drawn?.ok ? drawn.value : [])], area);
  return (pixels) => recolour(pixels, area.width, area.height, kept, look.colours);
}
