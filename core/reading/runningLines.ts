import type { PageGeometry } from '../pdf/pageGeometry.ts';
import { toView } from '../pdf/pageGeometry.ts';
import type { PageText, TextLine } from '../text/pageText.ts';
import type { TextRange } from '../text/textRanges.ts';

/** Share of the page's height at its upper and lower edge where headers and footers stand. */
const edgeShare = 0.14;
/** "3", "Sida 3 av 12", "3 (12)", "– 3 –", "Page 3 of 12". */
const pageNumber =
  /^[\s–—-]*(?:sida|sidan|sid\.?|s\.|page|p\.)?\s*\d{1,4}(?:\s*(?:av|of|\/|\()\s*\d{1,4}\s*\)?)?[\s–—-]*$/iu;

/**
 * The lines of a page that no listener wants on every page: page numbers, and what stands at the same edge of a
 * neighbouring page, digits aside. Ranges of the page's text, in its order.
 */
export function runningLines(page: PageText, neighbours: readonly PageText[]): TextRange[] {
  const repeated = new Set(neighbours.flatMap((other) => edgeLines(other).map(({ key }) => key)));
  return edgeLines(page)
    .filter(({ key, words }) => repeated.has(key) || pageNumber.test(words))
    .map(({ line: { start, end } }) => ({ start, end }));
}

interface EdgeLine {
  readonly line: TextLine;
  readonly words: string;
  /** The same for lines that say the same at the same edge. */
  readonly key: string;
}

function edgeLines(page: PageText): EdgeLine[] {
  return page.lines.flatMap((line) => {
    const edge = edgeOf(page.geometry, line);
    const words = page.text.slice(line.start, line.end);
    const key = `${edge}:${words.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()}`;
    return edge === null ? [] : [{ line, words, key }];
  });
}

function edgeOf(geometry: PageGeometry, line: TextLine): 'top' | 'bottom' | null {
  const a = toView(geometry, line.left, line.bottom);
  const b = toView(geometry, line.right, line.top);
  const isOnItsSide = geometry.quarterTurns % 2 === 1;
  const height = isOnItsSide ? geometry.right - geometry.left : geometry.top - geometry.bottom;
  if (Math.max(a.y, b.y) <= height * edgeShare) return 'top';
  return Math.min(a.y, b.y) >= height * (1 - edgeShare) ? 'bottom' : null;
}

/** What is left of a range without others; `others` in order. */
export function without(range: TextRange, others: readonly TextRange[]): TextRange[] {
  const left: TextRange[] = [];
  let { start } = range;
  for (const other of others) {
    if (other.end <= start || other.start >= range.end) continue;
    if (other.start > start) left.push({ start, end: other.start });
    start = Math.max(start, other.end);
  }
  if (start < range.end) left.push({ start, end: range.end });
  return left;
}
