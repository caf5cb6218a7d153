import { normaliseWithOffsets } from '../text/normaliseText.ts';

/** A text as it is searched, with the way back to where each unit came from. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where in the original it begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** å, ä and ö are letters of their own in Swedish; every other accent is only a mark on a letter. */
const ownLetters = new Set('åäöÅÄÖ');
const marks = /\p{M}+/gu;

/**
 * Normalises (line-end hyphens, ligatures, spaces), drops accents except those of å, ä and ö, makes dashes and quotation
 * marks alike, and lower-cases unless `matchesCase`.
 */
export function foldText(original: string, { matchesCase = false } = {}): FoldedText {
  const normalised = normaliseWithOffsets(original);
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of normalised.text) {
    const folded = foldCharacter(character, matchesCase);
    const last = at + character.length - 1;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(normalised.starts[at] ?? 0);
      ends.push(normalised.ends[last] ?? 0);
    }
    parts.push(folded);
    at += character.length;
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function foldCharacter(character: string, matchesCase: boolean): string {
  if (/[‐‑‒–—−]/.test(character)) return '-';
  if (/[”“„"]/.test(character)) return '"';
  if (/[’‘´`]/.test(character)) return "'";
  const plain = ownLetters.has(character) ? character : character.normalize('NFD').replace(marks, '');
  return matchesCase ? plain : plain.toLowerCase();
}
