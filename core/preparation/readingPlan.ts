import type { ItemKind, Uuid } from '../pack/manifest.ts';

/** Words of running text a minute that an adult reads to understand, before anything was learned (Brysbaert 2019). */
export const usualWordsPerMinute = 238;
/** What a page costs when its words are not known: a scan, a map, a table. */
const wordsOfUnknownPage = 300;
const slowest = 60;
const fastest = 900;

export interface PlannedDocument {
  readonly id: Uuid;
  readonly pageCount: number;
  /** Null while its text has not been read, or when it has none. */
  readonly words: number | null;
  /** Pages that were in view already. */
  readonly pagesSeen: number;
  readonly isRead: boolean;
}

export interface PlannedItem {
  readonly id: Uuid;
  readonly itemKind: ItemKind | null;
  readonly documents: readonly PlannedDocument[];
}

export interface PlanLine {
  readonly id: Uuid;
  /** Minutes left to read, at least one while anything is left. */
  readonly minutes: number;
  readonly isDecision: boolean;
  /** It is still within the time there is, when read in the order of the plan. */
  readonly fits: boolean;
}

export interface ReadingPlan {
  /** Decisions first, then the rest, each in the order of the agenda; items with nothing left to read are not in it. */
  readonly lines: readonly PlanLine[];
  readonly totalMinutes: number;
  readonly decisionMinutes: number;
}

/** Minutes for each item with something left to read, and what fits into `minutesAvailable` (null: no limit). */
export function readingPlan(
  items: readonly PlannedItem[],
  {
    wordsPerMinute,
    minutesAvailable,
  }: { readonly wordsPerMinute: number; readonly minutesAvailable: number | null },
): ReadingPlan {
  const speed = boundedSpeed(wordsPerMinute);
  const lines = items
    .map(({ id, itemKind, documents }) => ({
      id,
      isDecision: itemKind === 'decision' || itemKind === 'election',
      minutes: minutesOf(documents, speed),
    }))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => Number(b.isDecision) - Number(a.isDecision));
  let used = 0;
  const planned = lines.map((line) => {
    used += line.minutes;
    return { ...line, fits: minutesAvailable === null || used <= minutesAvailable };
  });
  return {
    lines: planned,
    totalMinutes: sum(planned),
    decisionMinutes: sum(planned.filter(({ isDecision }) => isDecision)),
  };
}

const sum = (lines: readonly { readonly minutes: number }[]): number =>
  lines.reduce((total, { minutes }) => total + minutes, 0);

function minutesOf(documents: readonly PlannedDocument[], speed: number): number {
  const words = documents.reduce((total, document) => total + wordsLeft(document), 0);
  return words === 0 ? 0 : Math.max(1, Math.round(words / speed));
}

function wordsLeft({ pageCount, words, pagesSeen, isRead }: PlannedDocument): number {
  if (isRead || pageCount === 0) return 0;
  const all = words === null || words === 0 ? pageCount * wordsOfUnknownPage : words;
  const left = Math.max(0, pageCount - pagesSeen) / pageCount;
  return all * left;
}

const boundedSpeed = (speed: number): number => Math.min(fastest, Math.max(slowest, speed));

/** One stretch of reading: words of the pages that were in view, and how long they were. */
export interface ReadStretch {
  readonly words: number;
  readonly minutes: number;
}

/**
 * Words a minute learned from what was read: the median of the stretches, so that a page left open over lunch does not
 * count; the usual speed until there are five of them.
 */
export function learnedSpeed(stretches: readonly ReadStretch[]): number {
  const speeds = stretches
    .filter(({ words, minutes }) => words >= 50 && minutes > 0)
    .map(({ words, minutes }) => words / minutes)
    .filter((speed) => speed >= slowest && speed <= fastest)
    .toSorted((a, b) => a - b);
  if (speeds.length < 5) return usualWordsPerMinute;
  const middle = Math.floor(speeds.length / 2);
  const upper = speeds[middle] ?? usualWordsPerMinute;
  const lower = speeds.length % 2 === 0 ? (speeds[middle - 1] ?? upper) : upper;
  return Math.round((lower + upper) / 2);
}
