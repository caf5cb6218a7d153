import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { quadToView, toView } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import { boxAt } from '../../../../core/text/pageText.ts';

/** How far down the page as shown its first line stands that is not above this share of it: the offset there. */
export function offsetAtShare(page: PageText, share: number): number {
  const height = shownHeight(page.geometry);
  const wanted = share * height;
  let best = page.text.length;
  let bestTop = Infinity;
  for (const line of page.lines) {
    const { top, bottom } = extentOf(page, line);
    const middle = (top + bottom) / 2;
    if (middle < wanted || top >= bestTop) continue;
    best = line.start;
    bestTop = top;
  }
  return best;
}

/** The share of the page as shown that lies above the letter at `offset`. */
export function shareAtOffset(page: PageText, offset: number): number {
  if (page.text === '') return 0;
  const at = Math.max(0, Math.min(offset, page.text.length - 1));
  return Math.max(0, Math.min(1, extentOf(page, boxAt(page, at)).top / shownHeight(page.geometry)));
}

/** Which letters lie within quads of the page: the words of a mark. One entry a UTF-16 unit, 1 when within. */
export function lettersWithin(page: PageText, quads: readonly (readonly number[])[]): Uint8Array {
  const within = new Uint8Array(page.text.length);
  const areas = quads.map((quad) => quadToView(page.geometry, quad)).filter((area) => area !== null);
  if (areas.length === 0) return within;
  for (let offset = 0; offset < within.length; offset++) {
    const box = boxAt(page, offset);
    const middle = toView(page.geometry, (box.left + box.right) / 2, (box.bottom + box.top) / 2);
    const isWithin = areas.some(
      ({ left, top, width, height }) =>
        middle.x >= left && middle.x <= left + width && middle.y >= top && middle.y <= top + height,
    );
    if (isWithin) within[offset] = 1;
  }
  return within;
}

function shownHeight(page: PageGeometry): number {
  const height = page.quarterTurns % 2 === 1 ? page.right - page.left : page.top - page.bottom;
  return Math.max(1, height);
}

function extentOf(
  page: PageText,
  box: { left: number; bottom: number; right: number; top: number },
): { top: number; bottom: number } {
  const one = toView(page.geometry, box.left, box.top).y;
  const other = toView(page.geometry, box.right, box.bottom).y;
  return { top: Math.min(one, other), bottom: Math.max(one, other) };
}
