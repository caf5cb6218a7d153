import { normaliseWithOffsets } from '../text/normaliseText.ts';
import type { OffsetRuns } from './offsetRuns.ts';
import { offsetRuns } from './offsetRuns.ts';

/** A text as it is searched, with the way back to where each UTF-16 unit of it begins and ends in the original. */
export interface FoldedText {
  readonly text: string;
  readonly starts: OffsetRuns;
  readonly ends: OffsetRuns;
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
    const folded = foldCharacter(character);
    const last = at + character.length - 1;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(normalised.starts[at] ?? 0);
      ends.push(normalised.ends[last] ?? 0);
    }
    parts.push(folded);
    at += character.length;
  }
  const text = parts.join('');
  return {
    text: matchesCase ? text : withoutCase(text),
    starts: offsetRuns(starts),
    ends: offsetRuns(ends),
  };
}

/** Folded text in lower case: as long as before, so that offsets stay. A sigma at a word's end is a sigma. */
export function withoutCase(folded: string): string {
  return folded.toLowerCase().replaceAll('ς', 'σ');
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code === 0x60 ? "'" : character;
  if (/[‐‑‒–—−]/.test(character)) return '-';
  if (/[”“„]/.test(character)) return '"';
  if (/[’‘´]/.test(character)) return "'";
  return ownLetters.has(character) ? character : character.normalize('NFD').replace(marks, '');
}
