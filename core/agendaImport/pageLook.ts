import type { PageSize } from '../pdf/pdfEngine.ts';
import type { PageText, TextLine } from '../text/pageText.ts';
import type { LookedLine, PageLook } from './observed.ts';

const firstLines = 28;
const lastLines = 4;
const longestLine = 300;
const longestText = 3000;

/** How a page looks, from its laid-out text: what is needed to tell where documents begin. */
export function pageLook(page: PageText, size: PageSize, showsSomething: boolean): PageLook {
  const upright = page.lines.filter(({ turns }) => turns === 0);
  const lines = (upright.length > 0 ? upright : page.lines).map((line) => lookedLine(page, line));
  // Columns and boxes are read one after the other; who leafs through sees the top of the page first.
  const fromTop = (upright.length > 0 ? upright : page.lines)
    .map((line, at) => ({ line, looked: lines[at] ?? { text: '', size: 0 } }))
    .toSorted((a, b) => rowOf(b.line) - rowOf(a.line) || a.line.left - b.line.left)
    .map(({ looked }) => looked)
    .filter(({ text }) => text !== '');
  const letterCount = page.text.replace(/\s/g, '').length;
  return {
    width: size.width,
    height: size.height,
    first: fromTop.slice(0, firstLines),
    last: fromTop.slice(-lastLines),
    bodySize: bodySize(lines),
    letterCount,
    isBlank: letterCount === 0 && !showsSomething,
    // The dots of a table of contents would take the place of its words.
    text: page.text.replace(/\.{5,}/g, '....').slice(0, longestText),
  };
}

/** Lines beside each other count as one row. */
const rowOf = (line: TextLine): number => Math.round((line.top + line.bottom) / 8);

const lookedLine = (page: PageText, line: TextLine): LookedLine => ({
  text: page.text.slice(line.start, Math.min(line.end, line.start + longestLine)).trim(),
  size: Math.round((line.top - line.bottom) * 10) / 10,
});

/** The size in which most letters stand. */
function bodySize(lines: readonly LookedLine[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
