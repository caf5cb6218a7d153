import type { Box, PageText, TextLine } from '../../text/pageText.ts';
import { normaliseWithOffsets } from '../../text/normaliseText.ts';
import { selectorsFor, toNormalised } from '../../text/textSelectors.ts';
import type { Selector } from '../annotation.ts';

type NearbyTextSelector = Extract<Selector, { readonly type: 'NearbyTextSelector' }>;

/** Fewer letters stand in too many places to say where something belongs. */
const tellingLetters = 60;
const mostLetters = 1_500;

export interface DrawnPlace {
  readonly sha256: string;
  /** 1-based page of the file. */
  readonly filePage: number;
  readonly page: PageText;
  /** The frame of what is drawn, PDF user space. */
  readonly frame: Box;
  /** Text of the pages around it in the same document; null at its ends. */
  readonly previousText: string | null;
  readonly nextText: string | null;
}

/**
 * The words under a frame, else the line nearest to it, with neighbouring lines until there are enough to be told apart.
 * Null on a page without words.
 */
export function nearbyText({ frame, page, ...place }: DrawnPlace): NearbyTextSelector | null {
  const range = nearbyRange(page, frame);
  const selectors = range && selectorsFor({ ...place, page, range });
  if (range === null || selectors === null) return null;
  const quads = selectors.find((selector) => selector.type === 'PageSelector')?.quads ?? [];
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (quote === undefined) return null;
  const { exact, prefix, suffix, normalisation } = quote;
  const { start } = toNormalised(normaliseWithOffsets(page.text), range);
  return { type: 'NearbyTextSelector', exact, prefix, suffix, normalisation, start, quads };
}

function nearbyRange({ lines }: PageText, frame: Box): { start: number; end: number } | null {
  const under = lines.flatMap((line, index) => (distance(line, frame) === 0 ? [index] : []));
  const nearest = under.length > 0 ? under : nearestLine(lines, frame);
  let first = nearest[0];
  let last = nearest.at(-1);
  if (first === undefined || last === undefined) return null;
  const lettersOf = (from: number, to: number): number => (lines[to]?.end ?? 0) - (lines[from]?.start ?? 0);
  while (lettersOf(first, last) < tellingLetters && (first > 0 || last < lines.length - 1)) {
    const [above, below] = [lines[first - 1], lines[last + 1]];
    const isAboveNearer =
      below === undefined || (above !== undefined && distance(above, frame) <= distance(below, frame));
    if (isAboveNearer) first--;
    else last++;
  }
  // Of a table over the whole page its beginning says enough.
  while (last > first && lettersOf(first, last) > mostLetters) last--;
  const [from, to] = [lines[first], lines[last]];
  return from && to ? { start: from.start, end: Math.min(to.end, from.start + mostLetters) } : null;
}

/** The line that is under the middle of a frame or nearest to it; null on a page without words. */
export function lineNear({ lines }: PageText, frame: Box): TextLine | null {
  const [x, y] = [(frame.left + frame.right) / 2, (frame.bottom + frame.top) / 2];
  const [nearest] = nearestLine(lines, { left: x, right: x, bottom: y, top: y });
  return nearest === undefined ? null : (lines[nearest] ?? null);
}

function nearestLine(lines: readonly TextLine[], frame: Box): readonly number[] {
  let best: number | null = null;
  let bestDistance = Infinity;
  lines.forEach((line, index) => {
    const away = distance(line, frame);
    if (away < bestDistance) [best, bestDistance] = [index, away];
  });
  return best === null ? [] : [best];
}

/** Between two boxes: nothing when they touch. */
function distance(a: Box, b: Box): number {
  const dx = Math.max(a.left - b.right, b.left - a.right, 0);
  const dy = Math.max(a.bottom - b.top, b.bottom - a.top, 0);
  return Math.hypot(dx, dy);
}
