import { diff3Merge } from 'node-diff3';

/** How many pairs of equal words may be compared: beyond it the texts are shown side by side instead. */
const mostPairs = 20_000;

interface MergedRegion {
  readonly ok?: readonly string[];
}

/**
 * Two texts that come from the same base, made one word by word; null when both changed the same place, or when the
 * texts are too alike within themselves to be compared quickly.
 */
export function mergeText(a: string, base: string, b: string): string | null {
  if (a === b) return a;
  if (a === base) return b;
  if (b === base) return a;
  const all = [words(a), words(base), words(b)] as const;
  const start = commonStart(all);
  const end = commonEnd(all, start);
  const [middleA, middleBase, middleB] = all.map((list) => list.slice(start, list.length - end));
  if (middleA === undefined || middleBase === undefined || middleB === undefined) return null;
  if (equalPairs(middleA, middleBase) + equalPairs(middleB, middleBase) > mostPairs) return null;
  const regions: readonly MergedRegion[] = diff3Merge(middleA, middleBase, middleB, {
    excludeFalseConflicts: true,
  });
  const merged: string[] = [];
  for (const { ok } of regions) {
    if (ok === undefined) return null;
    merged.push(...ok);
  }
  return [...all[1].slice(0, start), ...merged, ...all[1].slice(all[1].length - end)].join('');
}

/** A word has the space before it, so that an addition at the end changes no other word. */
const words = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/g) ?? [];

type Three = readonly [readonly string[], readonly string[], readonly string[]];

function commonStart([a, base, b]: Three): number {
  const most = Math.min(a.length, base.length, b.length);
  let count = 0;
  while (count < most && a[count] === base[count] && b[count] === base[count]) count += 1;
  return count;
}

function commonEnd([a, base, b]: Three, start: number): number {
  const most = Math.min(a.length, base.length, b.length) - start;
  let count = 0;
  while (
    count < most &&
    a.at(-1 - count) === base.at(-1 - count) &&
    b.at(-1 - count) === base.at(-1 - count)
  ) {
    count += 1;
  }
  return count;
}

function equalPairs(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  return b.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
}
