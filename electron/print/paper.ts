import type { Color, PDFPage } from '@cantoo/pdf-lib';
import type { PageGeometry } from '../../core/pdf/pageGeometry.ts';
import type { Matrix } from '../../core/print/imposition.ts';
import type { Weight } from './fontFiles.ts';
import type { PrintFonts } from './PrintFonts.ts';

/** Paper with a document's page on it: the page itself, or a place on a sheet. */
export interface Paper {
  readonly page: PDFPage;
  readonly geometry: PageGeometry;
  /** From the document page's user space to that of `page`. */
  readonly matrix: Matrix;
  /** How many times larger than on an A4 page of its own things are drawn, so that they stay legible. */
  readonly scale: number;
  readonly fonts: PrintFonts;
}

/** Runs of words from a point on the base line. */
export function drawWords(
  page: PDFPage,
  fonts: PrintFonts,
  text: string,
  at: { x: number; y: number; size: number; weight: Weight; colour: Color },
): void {
  let { x } = at;
  for (const run of fonts.runs(text, at.weight)) {
    page.drawText(run.text, { x, y: at.y, size: at.size, font: run.font, color: at.colour });
    x += run.font.widthOfTextAtSize(run.text, at.size);
  }
}
