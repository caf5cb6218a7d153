import { longestRising } from './longestRising.ts';
import type { SearchableDocument } from './searchableText.ts';

/** Which stretch of the new document stands where a stretch of the old one stood. Offsets are of the skeletons. */
export interface DocumentMap {
  readonly expected: (start: number, end: number) => { readonly from: number; readonly to: number };
}

/** Letters compared at once: longer than most words, shorter than most misreadings are apart. */
const shingleLength = 16;
/** Every eighth place of the old document is looked for; neighbours say the same. */
const step = 8;

interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * Holds two versions of a document against each other by the stretches that stand exactly once in both, in the longest
 * order they share: what was moved is not in it, so a quote that turns up elsewhere is known to have moved.
 */
export function documentMap(old: SearchableDocument, renewed: SearchableDocument): DocumentMap {
  const known = maps.get(old)?.get(renewed);
  if (known !== undefined) return known;
  const made = makeMap(old, renewed);
  const ofOld = maps.get(old) ?? new WeakMap<SearchableDocument, DocumentMap>();
  maps.set(old, ofOld.set(renewed, made));
  return made;
}

/** Hundreds of notes ask for the same pair. */
const maps = new WeakMap<SearchableDocument, WeakMap<SearchableDocument, DocumentMap>>();

function makeMap(old: SearchableDocument, renewed: SearchableDocument): DocumentMap {
  const chain = longestRising(uniquePairs(old.skeleton.text, renewed.skeleton.text));
  return {
    expected: (start, end) => {
      const next = firstFrom(chain, start + 1);
      const last = firstFrom(chain, end - shingleLength);
      const slack = shingleLength;
      return {
        from: Math.max(0, (chain[next - 1]?.after ?? 0) - slack),
        to: (chain[Math.max(next, last)]?.after ?? renewed.skeleton.text.length) + 2 * slack,
      };
    },
  };
}

function uniquePairs(old: string, renewed: string): readonly Pair[] {
  const places = new Map<string, number>();
  for (let at = 0; at + shingleLength <= old.length; at += step) places.set(shingleAt(old, at), at);
  const repeated = new Set<string>();
  for (let at = 0; at + shingleLength <= old.length; at += 1) {
    const place = places.get(shingleAt(old, at));
    if (place !== undefined && place !== at) repeated.add(shingleAt(old, at));
  }
  const found = new Map<string, Pair>();
  for (let at = 0; at + shingleLength <= renewed.length; at += 1) {
    const shingle = shingleAt(renewed, at);
    const before = places.get(shingle);
    if (before === undefined) continue;
    if (found.has(shingle)) repeated.add(shingle);
    else found.set(shingle, { before, after: at });
  }
  return [...found]
    .flatMap(([shingle, pair]) => (repeated.has(shingle) ? [] : [pair]))
    .toSorted((a, b) => a.before - b.before);
}

const shingleAt = (text: string, at: number): string => text.slice(at, at + shingleLength);

/** Index of the first pair whose old offset is `offset` or later. */
function firstFrom(chain: readonly Pair[], offset: number): number {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chain[middle]?.before ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
