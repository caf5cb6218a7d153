import type { PageText, TextLine } from './pageText.ts';

/** The units `[start, end)` of a page's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
/** Holds a word together when it stands between two of its characters: "KS/2026:44", "e-post", "1:55". */
const joiner = /[-'’:/.,\u2010]/;
/** A word broken at the end of a line. */
const brokenWord = /[-\u2010]\n+/y;

/** The word at `offset`, with its other half when it is broken at a line's end; else the single character there. */
export function wordAt(text: string, offset: number): TextRange {
  const at = Math.max(0, Math.min(offset, text.length - 1));
  if (text.length === 0) return { start: 0, end: 0 };
  if (!isWord(text, at) && !isJoiner(text, at)) return { start: at, end: at + characterAfter(text, at) };
  let start = at;
  let end = at;
  while (start > 0 && belongs(text, start - 1)) start = stepBack(text, start);
  while (end < text.length && belongs(text, end)) end = stepForward(text, end);
  return { start, end: Math.max(end, start + 1) };
}

function stepBack(text: string, from: number): number {
  const feeds = /\n+$/.exec(text.slice(Math.max(0, from - 4), from));
  return feeds ? from - feeds[0].length - 1 : from - 1;
}

function stepForward(text: string, from: number): number {
  brokenWord.lastIndex = from;
  return from + (brokenWord.exec(text)?.[0].length ?? 1);
}

function belongs(text: string, at: number): boolean {
  return isWord(text, at) || isJoiner(text, at) || isBreak(text, at);
}

function isWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const start = unit >= 0xdc00 ? at - 1 : at;
    return wordCharacter.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
  }
  return wordCharacter.test(text.charAt(at));
}

function isJoiner(text: string, at: number): boolean {
  return joiner.test(text.charAt(at)) && at > 0 && isWord(text, at - 1) && isWord(text, at + 1);
}

/** The hyphen or a line feed of a broken word. */
function isBreak(text: string, at: number): boolean {
  let hyphen = at;
  while (text.charAt(hyphen) === '\n') hyphen--;
  if (!/[-\u2010]/.test(text.charAt(hyphen)) || hyphen < 1 || !isWord(text, hyphen - 1)) return false;
  let next = hyphen + 1;
  while (text.charAt(next) === '\n') next++;
  return next > hyphen + 1 && /\p{Ll}/u.test(text.charAt(next));
}

/** Length in UTF-16 units of the character at `at`, the marks that follow it included; 0 at the end. */
export function characterAfter(text: string, at: number): number {
  return /^[^]\p{M}*/u.exec(text.slice(at, at + 16))?.[0].length ?? 0;
}

/** Length of the character that ends at `at`; 0 at the beginning. */
export function characterBefore(text: string, at: number): number {
  return /[^]\p{M}*$/u.exec(text.slice(Math.max(0, at - 16), at))?.[0].length ?? 0;
}

/** The line that holds `offset`; a line feed belongs to the line before it. Null on a page without text. */
export function lineAt(page: PageText, offset: number): TextLine | null {
  let low = 0;
  let high = page.lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((page.lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return page.lines[low] ?? null;
}
