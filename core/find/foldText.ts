import { normaliseWithOffsets } from '../text/normaliseText.ts';
import { foldCharacter } from './foldCharacter.ts';
import { foldPlainText } from './foldPlainText.ts';
import type { OffsetRuns } from './offsetRuns.ts';
import { offsetRuns } from './offsetRuns.ts';

/** A text as it is searched, with the way back to where each UTF-16 unit of it begins and ends in the original. */
export interface FoldedText {
  readonly text: string;
  readonly starts: OffsetRuns;
  readonly ends: OffsetRuns;
}

/**
 * Normalises (line-end hyphens, ligatures, spaces), drops accents except those of å, ä and ö, makes dashes and quotation
 * marks alike, and lower-cases unless `matchesCase`.
 */
export function foldText(original: string, { matchesCase = false } = {}): FoldedText {
  const folded = foldPlainText(original) ?? foldAnyText(original);
  return matchesCase ? folded : { ...folded, text: withoutCase(folded.text) };
}

/** Folded text in lower case: as long as before, so that offsets stay. A sigma at a word's end is a sigma. */
export function withoutCase(folded: string): string {
  return folded.toLowerCase().replaceAll('ς', 'σ');
}

/** The rule itself, for text of any kind; `foldPlainText` gives the same for the text of most pages, sooner. */
export function foldAnyText(original: string): FoldedText {
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
  return { text: parts.join(''), starts: offsetRuns(starts), ends: offsetRuns(ends) };
}
