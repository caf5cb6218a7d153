import { foldCharacter } from './foldCharacter.ts';
import type { FoldedText } from './foldText.ts';
import { OffsetRunsWriter } from './offsetRuns.ts';

/**
 * What text of Western languages is made of: letters that are composed already, punctuation, spaces. Nothing in it is
 * invisible, a ligature, or composes with what stands beside it.
 */
const notPlain = /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u203a\u20ac\u2212]/;
const space = 0x20;
const feed = 0x0a;
const hyphens = '-\u2010';
const lower = /\p{Ll}/u;
const letter = /\p{L}/u;
/** As in the normalisation of text: the hyphen of "in- och utflyttning" is the writer's own. */
const suspended = /(?:och|eller|samt|respektive|till|and|or|und)(?!\p{L})/uy;

/** `foldAnyText` in one pass without an object a character; null when the text is not plain. */
export function foldPlainText(original: string): FoldedText | null {
  if (notPlain.test(original)) return null;
  const codes: string[] = [];
  const starts = new OffsetRunsWriter();
  const ends = new OffsetRunsWriter();
  const put = (text: string, start: number, end: number): void => {
    codes.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      starts.add(start);
      ends.add(end);
    }
  };
  const last = endOfText(original);
  for (let at = 0; at < last;) {
    const code = original.charCodeAt(at);
    if (!isSpace(code)) {
      put(folded(original, at, code), at, at + 1);
      at += 1;
      continue;
    }
    const next = endOfSpace(original, at);
    if (breaksWord(original, at, next)) {
      const hyphen = codes.pop() ?? '';
      starts.drop(hyphen.length);
      ends.drop(hyphen.length);
    } else if (codes.length > 0) put(' ', at, next);
    at = next;
  }
  return { text: codes.join(''), starts: starts.runs(), ends: ends.runs() };
}

const asciiUnits = Array.from({ length: 0x80 }, (_, code) => foldCharacter(String.fromCharCode(code)));

const folded = (text: string, at: number, code: number): string =>
  asciiUnits[code] ?? foldCharacter(text.charAt(at));

const isSpace = (code: number): boolean =>
  code === space || code === feed || code === 0xa0 || code === 0x09 || code === 0x0d;

function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether the white space `[from, to)` holds a line feed and splits a word with a hyphen before it. */
function breaksWord(text: string, from: number, to: number): boolean {
  if (from === 0 || !hyphens.includes(text.charAt(from - 1))) return false;
  if (!text.slice(from, to).includes('\n')) return false;
  if (!letter.test(text.charAt(from - 2)) || !lower.test(text.charAt(to))) return false;
  suspended.lastIndex = to;
  return !suspended.test(text.slice(0, to + 12));
}
