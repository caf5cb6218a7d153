import * as v from 'valibot';

/** Pages `[from, to]`, 1-based and both included, in order, neither touching nor overlapping. */
export type PageRanges = readonly (readonly [from: number, to: number])[];

const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
/** Ranges as they come from elsewhere; `addRanges` puts them in order. */
export const pageRangesSchema = v.pipe(
  v.array(v.strictTuple([pageNumber, pageNumber])),
  v.maxLength(10_000),
  v.check((ranges) => ranges.every(([from, to]) => from <= to)),
);

/** Both together, in order and as few as possible. */
export function addRanges(one: PageRanges, other: PageRanges): PageRanges {
  const joined: [number, number][] = [];
  for (const [from, to] of [...one, ...other].toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Pages in the ranges that a document of `pageCount` pages has. */
export function countPages(ranges: PageRanges, pageCount: number): number {
  let count = 0;
  for (const [from, to] of ranges) count += Math.max(0, Math.min(to, pageCount) - from + 1);
  return count;
}

/** Whether every one of `pages` lies in `ranges`. */
export function holdsRanges(ranges: PageRanges, pages: PageRanges): boolean {
  return pages.every(([from, to]) => ranges.some(([start, end]) => start <= from && to <= end));
}
