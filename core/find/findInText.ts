import type { TextRange } from '../text/textRanges.ts';
import type { FoldedText } from './foldText.ts';
import { foldText } from './foldText.ts';
import { offsetIn } from './offsetRuns.ts';

export interface FindOptions {
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
}

/** What is looked for, made ready once. */
export interface Query {
  readonly text: string;
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
}

/** Null when nothing but white space is asked for. */
export function queryFrom(words: string, options: FindOptions): Query | null {
  const { text } = foldText(words, options);
  return text === '' ? null : { text, matchesCase: options.matchesCase, wholeWords: options.wholeWords };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** All places of the query, in order and not overlapping, as offsets of the original text. */
export function findInText(folded: FoldedText, query: Query): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const { text, starts, ends } = folded;
  for (let at = text.indexOf(query.text); at >= 0; at = text.indexOf(query.text, at)) {
    const end = at + query.text.length;
    if (query.wholeWords && !isWholeWord(text, at, end)) {
      at += 1;
      continue;
    }
    ranges.push({ start: offsetIn(starts, at), end: offsetIn(ends, end - 1) });
    at = end;
  }
  return ranges;
}

function isWholeWord(text: string, start: number, end: number): boolean {
  return !wordCharacter.test(text.charAt(start - 1)) && !wordCharacter.test(text.charAt(end));
}

/** A hit with the words around it, for a list of hits. The hit is `text.slice(start, end)`. */
export interface HitLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of a line shown before and after a hit: little before, so that the hit is seen where there is little room. */
const before = 26;
const after = 80;

/** The hit's own line, cut on either side at the edge of a word. */
export function hitLine(original: string, range: TextRange): HitLine {
  const lineStart = original.lastIndexOf('\n', range.start - 1) + 1;
  const feed = original.indexOf('\n', range.end);
  const lineEnd = feed < 0 ? original.length : feed;
  let from = Math.max(lineStart, range.start - before);
  let to = Math.min(lineEnd, range.end + after);
  while (from > lineStart && from < range.start && /\S/.test(original.charAt(from - 1))) from += 1;
  while (to < lineEnd && to > range.end && /\S/.test(original.charAt(to))) to -= 1;
  const opening = from > lineStart ? '… ' : '';
  const head = opening + oneLine(original.slice(from, range.start)).trimStart();
  const hit = oneLine(original.slice(range.start, range.end));
  const tail = oneLine(original.slice(range.end, to)).trimEnd();
  const closing = to < lineEnd ? ' …' : '';
  return { text: head + hit + tail + closing, start: head.length, end: head.length + hit.length };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
