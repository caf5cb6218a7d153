import type { NormalisedText } from '../text/normaliseText.ts';
import { feedAfterAbbreviation, normaliseWithOffsets } from '../text/normaliseText.ts';
import type { PageText, TextLine } from '../text/pageText.ts';
import { lineAt } from '../text/textRanges.ts';
import type { TextRange } from '../text/textRanges.ts';
import type { Words } from './pageStructure.ts';

/**
 * Words as they flow on lines of any length: lines joined, broken words whole again. What must stay is kept: a line feed
 * where the writer ended a line, a tab between cells.
 */
export interface FlowText {
  readonly text: string;
  /** For each UTF-16 unit: where in the page's text what it stands for begins, and where it ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

interface Unit {
  readonly character: string;
  readonly offset: number;
}

const leaders = /(?:\. ?){5,}/y;

/** What parts two pieces of words. */
type Divider = '' | '\n' | '\t';

export function flowText(page: PageText, words: Words): FlowText {
  const widest = widestLine(page, words);
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let units: Unit[] = [];
  let divider: Divider = '';

  const flush = (next: Divider): void => {
    units = withoutFeedsAfterAbbreviations(units);
    const piece = withoutLeaders(normaliseWithOffsets(charactersOf(units)));
    const first = units[piece.starts[0] ?? 0]?.offset ?? 0;
    if (piece.text !== '' && divider !== '' && text.length > 0) put(divider, first, first);
    for (let at = 0; at < piece.text.length; at++) {
      const start = units[piece.starts[at] ?? 0]?.offset ?? 0;
      const end = (units[(piece.ends[at] ?? 1) - 1]?.offset ?? 0) + 1;
      put(piece.text.charAt(at), start, end);
    }
    units = [];
    if (piece.text !== '' || divider === '') divider = next;
    else if (next === '\n') divider = '\n';
  };
  const put = (character: string, start: number, end: number): void => {
    text.push(character);
    starts.push(start);
    ends.push(end);
  };

  let last: TextRange | null = null;
  for (const range of words) {
    // Words from elsewhere on the page: as after a line's end.
    if (last) units.push({ character: '\n', offset: last.end - 1 });
    for (let offset = range.start; offset < range.end; offset++) {
      const character = page.text.charAt(offset);
      if (character === '\t') flush('\t');
      else if (character === '\n' && endsLine(page, offset, range.end, widest)) flush('\n');
      else units.push({ character, offset });
    }
    last = range;
  }
  flush('');
  return { text: text.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

const charactersOf = (units: readonly Unit[]): string => units.map(({ character }) => character).join('');

function withoutFeedsAfterAbbreviations(units: Unit[]): Unit[] {
  let kept = units;
  for (const { 0: feed, index } of [...charactersOf(units).matchAll(feedAfterAbbreviation)].toReversed()) {
    kept = kept.toSpliced(index, feed.length);
  }
  return kept;
}

/** The dots that lead to a page number in a table of contents become one sign: nobody wants them read aloud. */
function withoutLeaders({ text, starts, ends }: NormalisedText): NormalisedText {
  const kept: { character: string; start: number; end: number }[] = [];
  for (let at = 0; at < text.length;) {
    leaders.lastIndex = at;
    const found = leaders.exec(text)?.[0].trimEnd() ?? '';
    const end = at + Math.max(1, found.length);
    const character = found === '' ? text.charAt(at) : '…';
    kept.push({ character, start: starts[at] ?? 0, end: ends[end - 1] ?? 0 });
    at = end;
  }
  return {
    text: kept.map(({ character }) => character).join(''),
    starts: Uint32Array.from(kept, ({ start }) => start),
    ends: Uint32Array.from(kept, ({ end }) => end),
  };
}

/** Without the hyphen of a word that goes on elsewhere. */
export function withoutLastHyphen(flow: FlowText): FlowText {
  const end = /[-\u2010]$/u.test(flow.text) ? flow.text.length - 1 : flow.text.length;
  return { text: flow.text.slice(0, end), starts: flow.starts.slice(0, end), ends: flow.ends.slice(0, end) };
}

/** The ranges of the page's text behind a part of the flowing text, in its order, those that touch made one. */
export function pageRanges(flow: FlowText, part: TextRange): TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (let at = Math.max(0, part.start); at < Math.min(part.end, flow.text.length); at++) {
    const [start, end] = [flow.starts[at] ?? 0, flow.ends[at] ?? 0];
    const last = ranges.at(-1);
    if (start === end) continue;
    if (last && start >= last.start && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** The part of the flowing text that stands for these offsets of the page; null when none does. */
export function flowRange(flow: FlowText, isWanted: (offset: number) => boolean): TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (let at = 0; at < flow.text.length; at++) {
    const offset = flow.starts[at] ?? 0;
    const last = ranges.at(-1);
    const isSpace = flow.text.charAt(at).trim() === '';
    if (isSpace || !isWanted(offset)) continue;
    if (last && flow.text.slice(last.end, at).trim() === '') last.end = at + 1;
    else ranges.push({ start: at, end: at + 1 });
  }
  return ranges;
}

const widthOf = (line: TextLine): number =>
  line.turns % 2 === 1 ? line.top - line.bottom : line.right - line.left;

function widestLine(page: PageText, words: Words): number {
  let widest = 0;
  for (const range of words) {
    for (let offset = range.start; offset < range.end;) {
      const line = lineAt(page, offset);
      if (!line) break;
      widest = Math.max(widest, widthOf(line));
      offset = Math.max(offset, line.end) + 1;
    }
  }
  return widest;
}

/**
 * Whether the line before the line feed at `feed` was ended by the writer: it holds cells, a sentence begins in another
 * block below, or the first word of the next line would have fitted on it.
 */
function endsLine(page: PageText, feed: number, end: number, widest: number): boolean {
  const line = lineAt(page, feed - 1);
  let start = feed;
  while (start < end && page.text.charAt(start) === '\n') start++;
  const next = start < end ? lineAt(page, start) : null;
  if (!line || !next || line === next) return false;
  const hasCells = (of: TextLine): boolean => page.text.slice(of.start, of.end).includes('\t');
  if (hasCells(line) || hasCells(next)) return true;
  const nextText = page.text.slice(next.start, next.end);
  const isApart = line.block !== next.block && next.left < line.right;
  if (isApart && /^[\p{Lu}\d]/u.test(nextText)) return true;
  const firstWord = /^\S*/.exec(nextText)?.[0].length ?? 0;
  const letter = widthOf(next) / Math.max(1, nextText.length);
  return widthOf(line) + (firstWord + 2) * letter < widest;
}
