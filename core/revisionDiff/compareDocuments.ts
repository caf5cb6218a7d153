import type { AlignedStretch } from './alignSequences.ts';
import { alignSequences } from './alignSequences.ts';
import type { DocumentComparison, Passage, RangeOnPage, Verdict } from './documentComparison.ts';
import type { FlowingSentence, PlacedToken } from './flowingSentences.ts';
import { flowingSentences } from './flowingSentences.ts';
import type { MatchingPlace } from './matchingPlaces.ts';
import { risingPlaces } from './matchingPlaces.ts';
import { pagePairs } from './pagePairs.ts';
import type { TokenStretch } from './wordDifference.ts';
import { alignTokens, sayingKey, wordParts } from './wordDifference.ts';

/** Characters shown of what is folded away. */
const glimpse = 90;

/**
 * Holds two revisions of a document against each other: whole sentences first, then word by word where sentences differ.
 * Pages are the texts of the documents' own pages (`PageText.text`). Some seconds for 1,500 pages.
 */
export function compareDocuments(before: readonly string[], after: readonly string[]): DocumentComparison {
  const old = flowingSentences(before);
  const renewed = flowingSentences(after);
  const pagesWithoutText = { before: blankPages(before), after: blankPages(after) };
  if (old.length === 0 || renewed.length === 0)
    return { ...nothingCompared, verdict: 'noText', pagesWithoutText };
  const stretches = alignSequences(old.map(keyOf), renewed.map(keyOf));
  const parts = stretches.map((stretch) => compareStretch(stretch, old, renewed));
  const passages = withMoves(folded(parts.flatMap((part) => part.passages)));
  const removedRanges = joinedRanges(parts.flatMap((part) => part.removed));
  const addedRanges = joinedRanges(parts.flatMap((part) => part.added));
  return {
    verdict: verdictOf(removedRanges.length + addedRanges.length, pagesWithoutText),
    passages,
    pairs: pagePairs({
      samePages: stretches.flatMap((stretch) => samePages(stretch, old, renewed)),
      pageCounts: { before: before.length, after: after.length },
      removedRanges,
      addedRanges,
    }),
    places: risingPlaces(
      stretches.flatMap((stretch) =>
        matchingPlaces(stretch, placesOf(old, before), placesOf(renewed, after)),
      ),
    ),
    removedRanges,
    addedRanges,
    pagesWithoutText,
  };
}

const nothingCompared = {
  passages: [],
  pairs: [],
  places: [],
  removedRanges: [],
  addedRanges: [],
} as const;

const keyOf = ({ text }: FlowingSentence): string => sayingKey(text);

const blankPages = (pages: readonly string[]): number => pages.filter((page) => page.trim() === '').length;

function verdictOf(
  differences: number,
  { before, after }: DocumentComparison['pagesWithoutText'],
): Exclude<Verdict, 'noText'> {
  if (differences > 0) return 'text';
  return before + after > 0 ? 'unknown' : 'layout';
}

interface ComparedStretch {
  readonly passages: readonly Passage[];
  readonly removed: readonly RangeOnPage[];
  readonly added: readonly RangeOnPage[];
}

function compareStretch(
  { same, before, after }: AlignedStretch,
  old: readonly FlowingSentence[],
  renewed: readonly FlowingSentence[],
): ComparedStretch {
  const sentences = renewed.slice(...after);
  if (same) return { passages: [samePassage(sentences)], removed: [], added: [] };
  const oldTokens = flowingTokens(old.slice(...before));
  const newTokens = flowingTokens(sentences);
  const stretches = alignTokens(oldTokens, newTokens);
  const changes = stretches.filter((stretch) => !stretch.same);
  if (changes.length === 0) return { passages: [samePassage(sentences)], removed: [], added: [] };
  return {
    passages: [changedPassage(stretches, changes, oldTokens, newTokens)],
    removed: rangesOf(changes, 'before', oldTokens),
    added: rangesOf(changes, 'after', newTokens),
  };
}

/** The tokens of sentences one after another; a sentence begins with a space. */
const flowingTokens = (sentences: readonly FlowingSentence[]): readonly PlacedToken[] =>
  sentences.flatMap(({ tokens }, sentence) =>
    tokens().map((token, at) => (at === 0 && sentence > 0 ? { ...token, text: ` ${token.text}` } : token)),
  );

/** Aligning keeps the tokens themselves, so each is found among the placed ones. */
function rangesOf(
  stretches: readonly TokenStretch[],
  side: 'before' | 'after',
  placed: readonly PlacedToken[],
): readonly RangeOnPage[] {
  const places = new Map<unknown, RangeOnPage>(placed.map((token) => [token, token.range]));
  return stretches.flatMap((stretch) => stretch[side].flatMap((token) => places.get(token) ?? []));
}

function samePassage(sentences: readonly FlowingSentence[]): Passage {
  return {
    kind: 'same',
    sentences: sentences.length,
    opening: (sentences[0]?.text ?? '').slice(0, glimpse),
    closing: (sentences.at(-1)?.text ?? '').slice(-glimpse),
    page: sentences[0]?.page ?? 1,
  };
}

function changedPassage(
  stretches: readonly TokenStretch[],
  changes: readonly TokenStretch[],
  old: readonly PlacedToken[],
  renewed: readonly PlacedToken[],
): Passage {
  return {
    kind: old.length === 0 ? 'added' : renewed.length === 0 ? 'removed' : 'changed',
    words: wordParts(stretches),
    before: joinedRanges(rangesOf(changes, 'before', old))[0] ?? old[0]?.range ?? null,
    after: joinedRanges(rangesOf(changes, 'after', renewed))[0] ?? renewed[0]?.range ?? null,
    isMoved: false,
  };
}

function folded(passages: readonly Passage[]): readonly Passage[] {
  const found: Passage[] = [];
  for (const passage of passages) {
    const last = found.at(-1);
    if (last?.kind === 'same' && passage.kind === 'same')
      found[found.length - 1] = {
        ...last,
        sentences: last.sentences + passage.sentences,
        closing: passage.closing,
      };
    else found.push(passage);
  }
  return found;
}

/** Fewer words are repeated by chance. */
const fewestMovedLetters = 30;

/** What was taken away in one place and stands word for word in another was moved. */
function withMoves(passages: readonly Passage[]): readonly Passage[] {
  const wordsOf = (passage: Passage): string =>
    passage.kind === 'removed' || passage.kind === 'added'
      ? sayingKey(passage.words.map(({ text }) => text).join(''))
      : '';
  const keys = (kind: Passage['kind']): ReadonlySet<string> =>
    new Set(passages.filter((passage) => passage.kind === kind).map(wordsOf));
  const [removed, added] = [keys('removed'), keys('added')];
  return passages.map((passage) => {
    const words = wordsOf(passage);
    const isMoved = words.length >= fewestMovedLetters && removed.has(words) && added.has(words);
    return isMoved && passage.kind !== 'same' ? { ...passage, isMoved } : passage;
  });
}

/** Ranges that touch, or have only a space between them, become one. */
function joinedRanges(ranges: readonly RangeOnPage[]): readonly RangeOnPage[] {
  const found: RangeOnPage[] = [];
  const sorted = ranges.toSorted((a, b) => a.page - b.page || a.start - b.start);
  for (const range of sorted) {
    const last = found.at(-1);
    if (last?.page === range.page && range.start - last.end <= 1)
      found[found.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else found.push(range);
  }
  return found;
}

function samePages(
  { same, before, after }: AlignedStretch,
  old: readonly FlowingSentence[],
  renewed: readonly FlowingSentence[],
): readonly { readonly before: number; readonly after: number; readonly letters: number }[] {
  if (!same) return [];
  return old.slice(...before).map((sentence, at) => ({
    before: sentence.page,
    after: renewed[after[0] + at]?.page ?? 1,
    letters: sentence.text.length,
  }));
}

/** Where a sentence begins: its page, and the share of the page's text above it. */
type PlaceOf = (sentence: number) => number;

const placesOf =
  (sentences: readonly FlowingSentence[], pages: readonly string[]): PlaceOf =>
  (at) => {
    const { page = 1, start = 0 } = sentences[at] ?? {};
    return page + start / Math.max(1, pages[page - 1]?.length ?? 0);
  };

const matchingPlaces = (
  { same, before, after }: AlignedStretch,
  oldPlace: PlaceOf,
  newPlace: PlaceOf,
): readonly MatchingPlace[] =>
  same
    ? Array.from({ length: before[1] - before[0] }, (_, at) => ({
        before: oldPlace(before[0] + at),
        after: newPlace(after[0] + at),
      }))
    : [];
