import type { Box } from '../text/pageText.ts';
import type { PageGeometry } from './pageGeometry.ts';
import { toView } from './pageGeometry.ts';
import type { DrawArea } from './pdfEngine.ts';
import type { PixelRect } from './recolour.ts';

/** A page that pictures cover so much of is a scan, or a slide on a picture. */
const scanShare = 0.75;

/** Whether pictures fill the page, as they do when it was scanned. */
export function isMostlyPicture(
  { left, bottom, right, top }: PageGeometry,
  pictures: readonly Box[],
): boolean {
  let covered = 0;
  for (const box of pictures) {
    const width = Math.min(right, box.right) - Math.max(left, box.left);
    const height = Math.min(top, box.top) - Math.max(bottom, box.bottom);
    if (width > 0 && height > 0) covered += width * height;
  }
  return covered >= scanShare * (right - left) * (top - bottom);
}

/** Where the pictures lie in a drawing of part of the page, in its pixels; `geometry` is that of the page as drawn. */
export function keptAreas(geometry: PageGeometry, pictures: readonly Box[], area: DrawArea): PixelRect[] {
  const sides = [geometry.right - geometry.left, geometry.top - geometry.bottom] as const;
  const [width, height] = geometry.quarterTurns % 2 === 1 ? [sides[1], sides[0]] : sides;
  const across = area.pageWidth / Math.max(1, width);
  const down = area.pageHeight / Math.max(1, height);
  const kept: PixelRect[] = [];
  for (const box of pictures) {
    const a = toView(geometry, box.left, box.bottom);
    const b = toView(geometry, box.right, box.top);
    const rect = {
      left: Math.max(0, Math.floor(Math.min(a.x, b.x) * across) - area.left),
      top: Math.max(0, Math.floor(Math.min(a.y, b.y) * down) - area.top),
      right: Math.min(area.width, Math.ceil(Math.max(a.x, b.x) * across) - area.left),
      bottom: Math.min(area.height, Math.ceil(Math.max(a.y, b.y) * down) - area.top),
    };
    if (rect.right > rect.left && rect.bottom > rect.top) kept.push(rect);
  }
  return kept;
}
