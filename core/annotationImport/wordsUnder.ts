import { boxOfQuad } from '../annotation/drawn/drawnFrame.ts';
import type { Box, PageText } from '../text/pageText.ts';
import { boxAt } from '../text/pageText.ts';
import type { TextRange } from '../text/textRanges.ts';

/** Marked words may leave out so many characters between them: a hyphen, a mark that stands higher. */
const longestGap = 3;
/** A letter belongs to a quad when so much of its height lies in it. */
const leastShare = 0.5;

/**
 * The words that lie under quads, as a range of the page's text: of several that are apart (a quad over two columns) the
 * longest. Null when there are none.
 */
export function rangeUnder(page: PageText, quads: readonly (readonly number[])[]): TextRange | null {
  const boxes = quads.map(boxOfQuad).filter((box) => box !== null);
  if (boxes.length === 0) return null;
  const runs: { start: number; end: number }[] = [];
  for (let offset = 0; offset < page.text.length; offset += 1) {
    const isLetter = page.text.charAt(offset).trim() !== '';
    if (!isLetter || !boxes.some((box) => liesIn(boxAt(page, offset), box))) continue;
    const last = runs.at(-1);
    const between = last === undefined ? '' : page.text.slice(last.end, offset).replace(/\s/gu, '');
    if (last !== undefined && between.length <= longestGap) last.end = offset + 1;
    else runs.push({ start: offset, end: offset + 1 });
  }
  return runs.reduce<TextRange | null>(
    (best, run) => (best === null || run.end - run.start > best.end - best.start ? run : best),
    null,
  );
}

function liesIn(letter: Box, quad: Box): boolean {
  const middle = (letter.left + letter.right) / 2;
  if (middle < quad.left || middle > quad.right) return false;
  const shared = Math.min(letter.top, quad.top) - Math.max(letter.bottom, quad.bottom);
  return shared >= Math.min(letter.top - letter.bottom, quad.top - quad.bottom) * leastShare;
}
