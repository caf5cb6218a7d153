/**
 * The one form in which text is compared when a note's place is looked for again. Stored with each quote
 * (`TextQuoteSelector.normalisation`); a changed rule is a new version.
 */
export const normalisationVersion = 1;

export interface NormalisedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: the offset in the original where what it stands for begins. */
  readonly starts: Uint32Array;
  /** For each UTF-16 unit of `text`: the offset in the original just after what it stands for. */
  readonly ends: Uint32Array;
}

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Soft hyphen, zero-width characters and marks of writing direction: seen by nobody. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const space = /[\s\u0000-\u001f\u007f-\u009f]/;
/** A character with what composes with it: marks, and the vowels and finals of Hangul. */
const cluster = /[^\p{M}\u1160-\u11ff]?[\p{M}\u1160-\u11ff]*/uy;
/** "in- och utflyttning": the hyphen at the line's end is the writer's own, not the printer's. */
const suspended = /^(?:och|eller|samt|respektive|till|and|or|und)(?!\p{L})/u;

/**
 * The line's end after the hyphen of an abbreviation, "VA-" and "verksamheten": taken away before text is normalised for
 * reading, it leaves the hyphen that Swedish writes there. Not part of version 1.
 */
export const feedAfterAbbreviation =
  /(?<=(?<!\p{L})\p{Lu}{2,}[-\u2010])[ \t]*\n+[ \t]*(?=\p{Ll})(?!(?:och|eller|samt|respektive|till|and|or|und)(?!\p{L}))/gu;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `normaliseWithOffsets` without the offsets. Idempotent. */
export function normaliseText(text: string): string {
  return normaliseWithOffsets(text).text;
}

/**
 * Version 1: removes invisible characters, spells out ligatures, composes (NFC), joins words broken at the end of a
 * line, makes every run of white space one space and cuts it off at both ends.
 */
export function normaliseWithOffsets(original: string): NormalisedText {
  return write(collapse(compose(visible(original))));
}

function visible(original: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    if (!invisible.test(character)) {
      for (const letter of ligatures[character] ?? character) pieces.push({ text: letter, start: at, end });
    }
    at = end;
  }
  return pieces;
}

function compose(pieces: readonly Piece[]): Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const composed: Piece[] = [];
  let index = 0;
  for (let at = 0; at < text.length;) {
    cluster.lastIndex = at;
    const found = cluster.exec(text)?.[0] || text.charAt(at);
    const first = pieces[index];
    let length = 0;
    let last = first;
    for (; length < found.length; index++) {
      last = pieces[index];
      length += last?.text.length ?? found.length;
    }
    if (first && last) composed.push({ text: found.normalize('NFC'), start: first.start, end: last.end });
    at += length;
  }
  return composed;
}

function collapse(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (!piece) break;
    const afterSpace = isSpace(piece) ? endOfSpace(pieces, at) : at;
    if (afterSpace === at) {
      result.push(piece);
      at++;
      continue;
    }
    if (breaksWord(pieces, at, afterSpace)) result.pop();
    else if (result.length > 0 && afterSpace < pieces.length) {
      result.push({ text: ' ', start: piece.start, end: pieces[afterSpace - 1]?.end ?? piece.end });
    }
    at = afterSpace;
  }
  return result;
}

function isSpace(piece: Piece): boolean {
  return space.test(piece.text);
}

function endOfSpace(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (at < pieces.length && isSpace(pieces[at] ?? { text: 'x', start: 0, end: 0 })) at++;
  return at;
}

/** Whether the white space `[from, to)` holds a line feed and splits a word with a hyphen before it. */
function breaksWord(pieces: readonly Piece[], from: number, to: number): boolean {
  const hyphen = pieces[from - 1]?.text;
  if (hyphen !== '-' && hyphen !== '\u2010') return false;
  if (!pieces.slice(from, to).some((piece) => piece.text === '\n')) return false;
  if (!/^\p{L}/u.test(pieces[from - 2]?.text ?? '') || !/^\p{Ll}/u.test(pieces[to]?.text ?? '')) return false;
  const next = pieces
    .slice(to, to + 12)
    .map((piece) => piece.text)
    .join('');
  return !suspended.test(next);
}

function write(pieces: readonly Piece[]): NormalisedText {
  const text = pieces.map((piece) => piece.text).join('');
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let at = 0;
  for (const piece of pieces) {
    starts.fill(piece.start, at, at + piece.text.length);
    ends.fill(piece.end, at, at + piece.text.length);
    at += piece.text.length;
  }
  return { text, starts, ends };
}
