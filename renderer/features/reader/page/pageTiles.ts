import type { DrawArea } from '../../../../core/pdf/pdfEngine.ts';
import type { PageShape } from './PagePainter.ts';

/** Device pixels; small enough to be copied within a frame. */
const tileSize = 1024;
/** Drawn beyond the view, so that a short scroll finds it sharp. */
const spare = 256;

/** The tiles of a page of `pageWidth` × `pageHeight` device pixels that are in view or nearly, by a key that names them. */
export function tilesFor(
  pageWidth: number,
  pageHeight: number,
  { inView, pixelRatio }: Pick<PageShape, 'inView' | 'pixelRatio'>,
): Map<string, DrawArea> {
  const tiles = new Map<string, DrawArea>();
  if (!inView) return tiles;
  const columns = span(inView.left * pixelRatio, inView.width * pixelRatio, pageWidth);
  const rows = span(inView.top * pixelRatio, inView.height * pixelRatio, pageHeight);
  for (let row = rows.first; row <= rows.last; row++) {
    for (let column = columns.first; column <= columns.last; column++) {
      const [left, top] = [column * tileSize, row * tileSize];
      tiles.set(`${pageWidth}x${pageHeight}:${column},${row}`, {
        pageWidth,
        pageHeight,
        left,
        top,
        width: Math.min(tileSize, pageWidth - left),
        height: Math.min(tileSize, pageHeight - top),
      });
    }
  }
  return tiles;
}

function span(start: number, length: number, whole: number): { first: number; last: number } {
  const from = Math.max(0, start - spare);
  const to = Math.min(whole, start + length + spare);
  return { first: Math.floor(from / tileSize), last: Math.ceil(to / tileSize) - 1 };
}
