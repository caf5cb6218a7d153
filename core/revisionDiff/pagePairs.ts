import { longestRising } from '../annotation/anchoring/longestRising.ts';
import type { PagePair, RangeOnPage } from './documentComparison.ts';

export interface PagePairsInput {
  /** Pages on which equal sentences stand. */
  readonly samePages: readonly {
    readonly before: number;
    readonly after: number;
    readonly letters: number;
  }[];
  readonly pageCounts: { readonly before: number; readonly after: number };
  readonly removedRanges: readonly RangeOnPage[];
  readonly addedRanges: readonly RangeOnPage[];
}

/**
 * Which pages stand beside each other: those that share most words, in order. Pages between two pairs are paired one by
 * one as far as there are some on both sides; every page occurs once.
 */
export function pagePairs(input: PagePairsInput): readonly PagePair[] {
  const { pageCounts, removedRanges, addedRanges } = input;
  const removed = new Set(removedRanges.map(({ page }) => page));
  const added = new Set(addedRanges.map(({ page }) => page));
  const pairs: PagePair[] = [];
  const put = (before: number | null, after: number | null): void => {
    const isChanged = (before !== null && removed.has(before)) || (after !== null && added.has(after));
    pairs.push({ before, after, isChanged });
  };
  let last = { before: 0, after: 0 };
  const putUpTo = (before: number, after: number): void => {
    const gap = Math.max(before - last.before, after - last.after) - 1;
    for (let step = 1; step <= gap; step += 1)
      put(
        last.before + step < before ? last.before + step : null,
        last.after + step < after ? last.after + step : null,
      );
  };
  for (const anchor of anchors(input)) {
    putUpTo(anchor.before, anchor.after);
    put(anchor.before, anchor.after);
    last = anchor;
  }
  putUpTo(pageCounts.before + 1, pageCounts.after + 1);
  return pairs;
}

/** For each new page the old one it shares most with, each old page once, in rising order. */
function anchors({
  samePages,
}: PagePairsInput): readonly { readonly before: number; readonly after: number }[] {
  const shared = new Map<string, { before: number; after: number; letters: number }>();
  for (const { before, after, letters } of samePages) {
    const key = `${before}:${after}`;
    shared.set(key, { before, after, letters: (shared.get(key)?.letters ?? 0) + letters });
  }
  const bestOf = new Map<number, { before: number; after: number; letters: number }>();
  for (const pair of shared.values()) {
    const known = bestOf.get(pair.after);
    if (known === undefined || known.letters < pair.letters) bestOf.set(pair.after, pair);
  }
  const onceBefore = new Map<number, { before: number; after: number; letters: number }>();
  for (const pair of bestOf.values()) {
    const known = onceBefore.get(pair.before);
    if (known === undefined || known.letters < pair.letters) onceBefore.set(pair.before, pair);
  }
  return longestRising([...onceBefore.values()].toSorted((a, b) => a.before - b.before));
}
