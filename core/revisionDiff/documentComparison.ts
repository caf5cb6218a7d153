import type { MatchingPlace } from './matchingPlaces.ts';
import type { WordPart } from './wordDifference.ts';

/** Offsets `[start, end)` in the text of one of a document's own pages; `page` is 1-based. */
export interface RangeOnPage {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a document, in the order of the new text; removed ones stand where they would have come. */
export type Passage =
  | {
      readonly kind: 'same';
      /** How many sentences are folded away. */
      readonly sentences: number;
      /** The beginning of the first and the end of the last, to know where one is. */
      readonly opening: string;
      readonly closing: string;
      /** Page of the new document where it begins. */
      readonly page: number;
    }
  | {
      readonly kind: 'changed' | 'removed' | 'added';
      readonly words: readonly WordPart[];
      /** The first words that differ, before and after; null where it does not stand. */
      readonly before: RangeOnPage | null;
      readonly after: RangeOnPage | null;
      /** The same words stand somewhere else in the other revision. */
      readonly isMoved: boolean;
    };

/** Two pages that belong beside each other; null where the other revision has none. */
export interface PagePair {
  readonly before: number | null;
  readonly after: number | null;
  readonly isChanged: boolean;
}

/**
 * `text`: words differ. `layout`: every word is the same; fonts, page breaks or pictures may differ. `unknown`: nothing
 * differs in the words there are, but there are pages without words, which cannot be compared. `noText`: at least one of
 * the two has no words at all.
 */
export type Verdict = 'text' | 'layout' | 'unknown' | 'noText';

/** How the words of a document differ between two revisions of it. */
export interface DocumentComparison {
  readonly verdict: Verdict;
  readonly passages: readonly Passage[];
  readonly pairs: readonly PagePair[];
  /** Where the same words stand in both, rising on both sides. */
  readonly places: readonly MatchingPlace[];
  /** Where words were taken away, and where words came. */
  readonly removedRanges: readonly RangeOnPage[];
  readonly addedRanges: readonly RangeOnPage[];
  readonly pagesWithoutText: { readonly before: number; readonly after: number };
}
