import type { Alignment } from './alignment.ts';
import { align, likeness } from './alignment.ts';
import { gramLength } from './gramIndex.ts';
import type { QuoteSkeleton } from './quoteSkeleton.ts';
import type { SearchableDocument } from './searchableText.ts';

/** A stretch of one document that may be what a quote became. Offsets are of the document's skeleton. */
export interface Candidate {
  readonly document: SearchableDocument;
  readonly start: number;
  readonly end: number;
  /** Share of the quote's letters that stand there unchanged; 1 is the same words. */
  readonly score: number;
  /** How much the words before and after are those of the quote, 0 to 1 each: the better and the worse side. */
  readonly betterSide: number;
  readonly worseSide: number;
}

/** Grams of a quote that are looked up at most: evenly spread, so that long quotes cost no more than short ones. */
const mostGrams = 400;
/** A gram that stands in more places says nothing. */
const mostPositions = 2_000;
/** Diagonals within so many letters of each other are one place. */
const diagonalWidth = 32;
const mostPlaces = 8;
/** Quotes longer than twice this are compared by both their ends and the grams in between. */
const endLength = 200;

/** Every place where exactly the quote's letters stand, whole words only when the quote is of whole words. */
export function exactCandidates(document: SearchableDocument, quote: QuoteSkeleton): readonly Candidate[] {
  const found: Candidate[] = [];
  const { text } = document.skeleton;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const end = at + quote.exact.length;
    if (quote.isWholeWords && !standsAlone(document, at, end)) continue;
    found.push({ document, start: at, end, score: 1, ...contextAt(document, quote, at, end) });
  }
  return found;
}

/** Places where most of the quote's letters stand, best first, found by the diagonals on which its grams lie. */
export function fuzzyCandidates(document: SearchableDocument, quote: QuoteSkeleton): readonly Candidate[] {
  return promisingDiagonals(document, quote)
    .flatMap((diagonal) => refine(document, quote, diagonal + quote.prefix.length) ?? [])
    .toSorted((a, b) => b.score - a.score);
}

function promisingDiagonals(document: SearchableDocument, quote: QuoteSkeleton): readonly number[] {
  const pattern = quote.prefix + quote.exact + quote.suffix;
  const last = pattern.length - gramLength;
  const step = Math.max(1, Math.ceil(last / mostGrams));
  const votes = new Map<number, number>();
  for (let at = 0; at <= last; at += step) {
    const positions = document.grams.positionsOf(pattern, at);
    if (positions.length > mostPositions) continue;
    for (const position of positions) {
      const band = Math.floor((position - at) / diagonalWidth);
      votes.set(band, (votes.get(band) ?? 0) + 1);
    }
  }
  const needed = Math.max(2, (last / step) * 0.06);
  return [...votes]
    .map(([band, count]) => ({ band, count: count + (votes.get(band + 1) ?? 0) }))
    .filter(({ count }) => count >= needed)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostPlaces)
    .map(({ band }) => band * diagonalWidth);
}

function refine(document: SearchableDocument, quote: QuoteSkeleton, expected: number): Candidate | null {
  const found =
    quote.exact.length <= 2 * endLength
      ? alignWhole(document, quote.exact, expected)
      : alignEnds(document, quote.exact, expected);
  if (found === null || found.end <= found.start) return null;
  const score = Math.max(0, 1 - found.edits / quote.exact.length);
  return { document, ...found, score, ...contextAt(document, quote, found.start, found.end) };
}

function alignWhole(document: SearchableDocument, exact: string, expected: number): Alignment | null {
  const margin = diagonalWidth + Math.ceil(exact.length / 3);
  return alignNear(document, exact, expected - margin, expected + exact.length + margin);
}

function alignEnds(document: SearchableDocument, exact: string, expected: number): Alignment | null {
  const margin = diagonalWidth + Math.min(400, Math.ceil(exact.length / 4));
  const head = alignNear(
    document,
    exact.slice(0, endLength),
    expected - margin,
    expected + endLength + margin,
  );
  const tailAt = expected + exact.length;
  const tail = alignNear(document, exact.slice(-endLength), tailAt - endLength - margin, tailAt + margin);
  if (head === null || tail === null || tail.end <= head.start) return null;
  const between = document.skeleton.text.slice(head.end, tail.start);
  const middle = exact.slice(endLength, -endLength);
  const lost = (1 - keptShare(middle, between)) * middle.length;
  return { start: head.start, end: tail.end, edits: head.edits + tail.edits + lost };
}

/** An estimate of the share of letters of `pattern` that are in `text`, from the share of its grams that are. */
function keptShare(pattern: string, text: string): number {
  const grams = new Set<string>();
  for (let at = 0; at + gramLength <= text.length; at += 1) grams.add(text.slice(at, at + gramLength));
  let kept = 0;
  let count = 0;
  for (let at = 0; at + gramLength <= pattern.length; at += 1) {
    count += 1;
    if (grams.has(pattern.slice(at, at + gramLength))) kept += 1;
  }
  return count === 0 ? 1 : (kept / count) ** (1 / gramLength);
}

function alignNear(
  document: SearchableDocument,
  pattern: string,
  from: number,
  to: number,
): Alignment | null {
  const start = Math.max(0, from);
  const window = document.skeleton.text.slice(start, Math.max(start, to));
  const aligned = align(pattern, window);
  return aligned === null
    ? null
    : { start: aligned.start + start, end: aligned.end + start, edits: aligned.edits };
}

function contextAt(
  document: SearchableDocument,
  quote: QuoteSkeleton,
  start: number,
  end: number,
): Pick<Candidate, 'betterSide' | 'worseSide'> {
  const { text } = document.skeleton;
  const reach = 48;
  const before = likeness(quote.prefix, text.slice(Math.max(0, start - reach), start), 'end');
  const after = likeness(quote.suffix, text.slice(end, end + reach), 'start');
  return { betterSide: Math.max(before, after), worseSide: Math.min(before, after) };
}

/** One number for the surroundings; one side counts most, because the paragraph before or after may well be new. */
export const contextOf = ({ betterSide, worseSide }: Candidate): number =>
  0.75 * betterSide + 0.25 * worseSide;

const letter = /[\p{L}\p{N}]/u;

function standsAlone(document: SearchableDocument, start: number, end: number): boolean {
  const { starts } = document.skeleton;
  const first = starts[start] ?? 0;
  const last = starts[end - 1] ?? 0;
  return !letter.test(document.text.charAt(first - 1)) && !letter.test(document.text.charAt(last + 1));
}
