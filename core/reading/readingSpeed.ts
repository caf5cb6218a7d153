/** Words of running text a minute that an adult reads to understand, before anything was learned (Brysbaert 2019). */
export const usualWordsPerMinute = 238;
/** Words a minute; nobody who reads to understand is outside of these. */
export const speedLimits = { slowest: 60, fastest: 900 } as const;

/** A page that was read: its words, and how long it was in view while the person was active. */
export interface ReadPage {
  readonly words: number;
  readonly seconds: number;
}

export interface LearnedSpeed {
  readonly wordsPerMinute: number;
  /** Pages it is built on; 0 while it is the usual speed. */
  readonly pageCount: number;
}

/** Shorter pages are looked at rather than read. */
const leastWords = 60;
const leastPages = 5;
/** So many pages later a page counts half: who reads faster by now is believed. */
const halfLife = 40;
/** Pages that are kept, the newest. */
export const mostReadPages = 200;

/** Whether a page says something of how fast the person reads. */
export const isTelling = ({ words, seconds }: ReadPage): boolean => {
  if (words < leastWords || seconds <= 0) return false;
  const speed = speedOf({ words, seconds });
  return speed >= speedLimits.slowest && speed <= speedLimits.fastest;
};

/** The pages with one more, the oldest forgotten; the same pages when it says nothing. */
export const withReadPage = (pages: readonly ReadPage[], page: ReadPage): readonly ReadPage[] =>
  isTelling(page) ? [...pages, page].slice(-mostReadPages) : pages;

/**
 * Words a minute learned from pages that were read, the newest last: the median in which a page counts half as much after
 * every forty read since. What was skimmed or left open over lunch is no page that was read. The usual speed until there
 * are five.
 */
export function learnedSpeed(pages: readonly ReadPage[]): LearnedSpeed {
  const telling = pages.filter(isTelling);
  if (telling.length < leastPages) return { wordsPerMinute: usualWordsPerMinute, pageCount: 0 };
  const weighed = telling
    .map((page, at) => ({ speed: speedOf(page), weight: 0.5 ** ((telling.length - 1 - at) / halfLife) }))
    .toSorted((a, b) => a.speed - b.speed);
  const half = weighed.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  const middle = weighed.find(({ weight }) => (sum += weight) >= half);
  return {
    wordsPerMinute: Math.round(middle?.speed ?? usualWordsPerMinute),
    pageCount: telling.length,
  };
}

const speedOf = ({ words, seconds }: ReadPage): number => (60 * words) / seconds;

/** A speed within what is possible. */
export const boundedSpeed = (wordsPerMinute: number): number =>
  Math.min(speedLimits.fastest, Math.max(speedLimits.slowest, wordsPerMinute));
