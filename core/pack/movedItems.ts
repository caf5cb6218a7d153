import type { Manifest, Uuid } from './manifest.ts';
import { placedItems } from './manifestWalk.ts';

/**
 * Ids of the items that were moved between two manifests: those under another parent, and among siblings the fewest
 * that must be taken out for the rest to stand in the old order. An item that is only pushed along by a new one before
 * it has not moved, nor have the children of one that was moved with them.
 */
export function movedIds(before: Manifest, after: Manifest): ReadonlySet<Uuid> {
  const placesBefore = new Map(
    placedItems(before).map(({ item, parent }, place) => [item.id, { parent, place }]),
  );
  const moved = new Set<Uuid>();
  const staying = new Map<Uuid | null, { id: Uuid; place: number }[]>();
  for (const { item, parent } of placedItems(after)) {
    const old = placesBefore.get(item.id);
    if (old === undefined) continue;
    if (old.parent !== parent) moved.add(item.id);
    else staying.set(parent, [...(staying.get(parent) ?? []), { id: item.id, place: old.place }]);
  }
  for (const siblings of staying.values()) {
    const inOrder = longestRising(siblings.map(({ place }) => place));
    for (const { id, place } of siblings) if (!inOrder.has(place)) moved.add(id);
  }
  return moved;
}

/** The values of one longest rising subsequence of different numbers (patience sorting). */
export function longestRising(values: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const predecessor = new Map<number, number | undefined>();
  for (const value of values) {
    const pile = firstAtLeast(tops, value);
    predecessor.set(value, tops[pile - 1]);
    tops[pile] = value;
  }
  const rising = new Set<number>();
  for (let value = tops.at(-1); value !== undefined; value = predecessor.get(value)) rising.add(value);
  return rising;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
