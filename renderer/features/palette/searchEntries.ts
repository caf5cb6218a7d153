import { foldText } from '../../../core/find/foldText.ts';
import type { PaletteEntry } from './paletteTypes.ts';

/** An entry with its words made ready for searching. å, ä and ö are letters of their own. */
export interface SearchableEntry {
  readonly entry: PaletteEntry;
  readonly title: string;
  readonly more: string;
}

const fold = (text: string): string => foldText(text).text;

export function searchable(entry: PaletteEntry): SearchableEntry {
  return {
    entry,
    title: fold([entry.number, entry.title].filter((part) => part != null).join(' ')),
    more: fold([entry.detail, entry.also].filter((part) => part !== undefined).join(' ')),
  };
}

/** Only commands are wanted: the sign that editors use. */
const commandSign = '>';
/** Letters may be left out of longer words only: of two letters everything would be a match. */
const leastForGaps = 3;
const recentBonus = 12;

const points = { titleStart: 100, titleWord: 80, titlePart: 50, moreWord: 45, morePart: 30, gaps: 15 };

/**
 * The entries that fit what was typed, best first; each word must be found. Nothing typed: everything, what was used
 * last first.
 */
export function searchEntries(
  entries: readonly SearchableEntry[],
  typed: string,
  recent: readonly string[],
): readonly PaletteEntry[] {
  const onlyCommands = typed.trimStart().startsWith(commandSign);
  const words = fold(onlyCommands ? typed.trimStart().slice(1) : typed)
    .split(' ')
    .filter((word) => word !== '');
  const age = new Map(recent.map((id, index) => [id, index]));
  const scored = entries.flatMap((candidate, order) => {
    if (onlyCommands && candidate.entry.kind !== 'command') return [];
    const score = scoreOf(candidate, words);
    if (score === null) return [];
    const used = age.get(candidate.entry.id);
    const bonus = used === undefined ? 0 : recentBonus - used;
    return [{ entry: candidate.entry, order, score: score + bonus }];
  });
  scored.sort((one, other) => other.score - one.score || one.order - other.order);
  return scored.map(({ entry }) => entry);
}

function scoreOf({ title, more, entry }: SearchableEntry, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const score = scoreOfWord(title, more, word);
    if (score === null) return null;
    sum += score;
  }
  if (words.length === 0) return 0;
  const isWhole = title === words.join(' ') || entry.number?.toLowerCase() === words.join(' ');
  // Of two that fit alike, the shorter title is more of a match.
  return sum / words.length + (isWhole ? 20 : 0) - Math.min(5, title.length / 40);
}

function scoreOfWord(title: string, more: string, word: string): number | null {
  const inTitle = placeOf(title, word);
  if (inTitle === 'start') return points.titleStart;
  if (inTitle === 'word') return points.titleWord;
  const inMore = placeOf(more, word);
  if (inTitle === 'part') return points.titlePart;
  if (inMore !== null) return inMore === 'part' ? points.morePart : points.moreWord;
  return word.length >= leastForGaps && hasLettersInOrder(title, word) ? points.gaps : null;
}

function placeOf(text: string, word: string): 'start' | 'word' | 'part' | null {
  let at = text.indexOf(word);
  if (at < 0) return null;
  if (at === 0) return 'start';
  for (; at > 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 'word';
  return 'part';
}

/** "tjskr" for "tjänsteskrivelse": the letters stand in one word, in their order, beginning with its first. */
function hasLettersInOrder(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((candidate) => {
    if (candidate.charAt(0) !== word.charAt(0)) return false;
    let at = 0;
    for (const letter of word) {
      at = candidate.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  });
}
