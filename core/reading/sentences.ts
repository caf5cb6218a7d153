import type { TextRange } from '../text/textRanges.ts';
import { isAbbreviation } from './abbreviations.ts';

/** Longer ones are cut at a comma or a space: no voice need say more in one breath. */
const longest = 480;

/** What may end a sentence, with what closes after it: `sa hon.”` */
const ending = /[.!?…]+[)\]}"'”’»]*(?=\s|$)/gu;

/**
 * The sentences of flowing Swedish or English text, in order, without the spaces around them. A line feed always ends one;
 * a full stop does not after an abbreviation ("t.ex.", "5 kap."), an initial, the number of a list, or before a small
 * letter. Nothing but spaces lies outside the ranges.
 */
export function sentencesOf(text: string): TextRange[] {
  const found: TextRange[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    for (const range of sentencesOfLine(line)) {
      found.push({ start: lineStart + range.start, end: lineStart + range.end });
    }
    lineStart += line.length + 1;
  }
  return found.flatMap((range) => cutLong(text, range));
}

function sentencesOfLine(line: string): TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  for (const match of line.matchAll(ending)) {
    const end = match.index + match[0].length;
    if (!endsSentence(line, start, match.index, end)) continue;
    add(found, line, start, end);
    start = end;
  }
  add(found, line, start, line.length);
  return found;
}

function add(found: TextRange[], line: string, start: number, end: number): void {
  const part = line.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  if (part.trim() !== '') found.push({ start: from, end: from + part.trim().length });
}

function endsSentence(line: string, start: number, stop: number, end: number): boolean {
  const after = line.slice(end).trimStart();
  if (after === '') return true;
  // An opening quote or bracket says nothing by itself.
  const next = after.replace(/^["'”’»«([{–-]+\s*/u, '');
  if (/^\p{Ll}/u.test(next)) return false;
  if (line.charAt(stop) !== '.' || line.slice(stop, end).startsWith('...')) return true;
  const before = line.slice(start, stop).trimStart();
  const isCapital = /^\p{Lu}/u.test(next);
  return !isListNumber(before) && !isInitial(before, isCapital) && !isAbbreviation(before, isCapital);
}

/** "1." or "2.3." at the beginning or after a colon. */
const isListNumber = (before: string): boolean =>
  /(?:^|[:;]\s)(?:\d{1,3}(?:\.\d{1,3})*|\p{Ll})$/u.test(before);

/** "M. Ekdala", "Karin B. Lund": lone capitals at the beginning or after a name. */
function isInitial(before: string, nextIsCapital: boolean): boolean {
  const [last = '', previous] = before.split(/\s+/).reverse();
  const isLone = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(last);
  return nextIsCapital && isLone && (previous === undefined || /^\p{Lu}/u.test(previous));
}

function cutLong(text: string, range: TextRange): TextRange[] {
  const cut: TextRange[] = [];
  let { start } = range;
  while (range.end - start > longest) {
    const part = text.slice(start, start + longest);
    const at = Math.max(part.lastIndexOf('; '), part.lastIndexOf(', '), part.lastIndexOf('\t'));
    const end = at > longest / 3 ? at + 1 : Math.max(1, part.lastIndexOf(' ') + 1 || longest);
    add(cut, text, start, start + end);
    start += end;
  }
  add(cut, text, start, range.end);
  return cut;
}
