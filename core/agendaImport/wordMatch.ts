/** How much it tells that a title has this stem: a word that many have tells little. */
export type WordWeights = (stem: string) => number;

/** Weights from all the titles that are compared: `texts` are the stems of each. */
export function wordWeights(texts: readonly (readonly string[])[]): WordWeights {
  const counts = new Map<string, number>();
  for (const stems of texts) for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const all = Math.max(1, texts.length);
  return (stem) => {
    const rarity = Math.log(1 + all / (counts.get(stem) ?? 1));
    // A number alone ("2", "2026") stands in titles that have nothing to do with each other.
    return /^\d{1,4}$/.test(stem) ? rarity * 0.3 : rarity;
  };
}

const sharedStart = 5;
const sharedEnd = 7;

/** 1 for the same stem, less for parts of a compound (`kollektivtrafik`, `kollektivtrafikdialog`) and slips of a key. */
export function stemLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= sharedStart && long.startsWith(short)) return 0.65;
  if (short.length >= sharedEnd && long.endsWith(short)) return 0.5;
  return short.length >= sharedEnd && isOneSlip(short, long) ? 0.8 : 0;
}

/** Whether one letter more, less or other makes the same word. */
function isOneSlip(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const restOfLong = long.slice(start + 1);
  return restOfLong === short.slice(start + (long.length === short.length ? 1 : 0));
}

export interface WordMatch {
  /** 0–1: how much of `wanted` is found. */
  readonly covered: number;
  /** The weight of what was found. */
  readonly weight: number;
}

/** How much of `wanted` stands among `there`. */
export function coverage(wanted: readonly string[], there: readonly string[], weigh: WordWeights): WordMatch {
  let total = 0;
  let found = 0;
  for (const stem of wanted) {
    const weight = weigh(stem);
    total += weight;
    found += weight * Math.max(0, ...there.map((other) => stemLikeness(stem, other)));
  }
  return { covered: total === 0 ? 0 : found / total, weight: found };
}

/** What one rare word of two titles in common weighs at least; less is chance. */
const leastWeight = 1.2;

/**
 * How alike two titles are, 0–1. A short title inside a longer one counts almost fully: file names are cut and have
 * names of people added.
 */
export function titleLikeness(a: readonly string[], b: readonly string[], weigh: WordWeights): number {
  if (a.length === 0 || b.length === 0) return 0;
  const forth = coverage(a, b, weigh);
  const back = coverage(b, a, weigh);
  const weight = Math.min(forth.weight, back.weight);
  const [more, less] = [Math.max(forth.covered, back.covered), Math.min(forth.covered, back.covered)];
  const likeness = 0.6 * more + 0.4 * less;
  return weight >= leastWeight ? likeness : likeness * (weight / leastWeight) * 0.8;
}
