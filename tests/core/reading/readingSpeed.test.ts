import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadPage } from '../../../core/reading/readingSpeed.ts';
import {
  boundedSpeed,
  learnedSpeed,
  mostReadPages,
  speedLimits,
  usualWordsPerMinute,
  withReadPage,
} from '../../../core/reading/readingSpeed.ts';

const page = (wordsPerMinute: number, words = 300): ReadPage => ({
  words,
  seconds: (60 * words) / wordsPerMinute,
});
const pages = (...speeds: readonly number[]): readonly ReadPage[] => speeds.map((speed) => page(speed));

describe('the learned reading speed', () => {
  test('is the usual one until there is enough to learn from', () => {
    expect(learnedSpeed(pages(100, 100, 100, 100))).toEqual({
      wordsPerMinute: usualWordsPerMinute,
      pageCount: 0,
    });
  });

  test('is the middle of what was read, whatever was skimmed or left open over lunch', () => {
    expect(learnedSpeed([...pages(180, 190, 200, 210, 220), page(20), page(4000)])).toEqual({
      wordsPerMinute: 200,
      pageCount: 5,
    });
  });

  test('does not count pages with hardly any words', () => {
    expect(learnedSpeed([...pages(200, 200, 200, 200), page(200, 30)]).pageCount).toBe(0);
  });

  test('believes a person who reads faster by now', () => {
    const slow = Array.from({ length: 100 }, () => page(150));
    const fast = Array.from({ length: 60 }, () => page(300));
    expect(learnedSpeed([...slow, ...fast]).wordsPerMinute).toBe(300);
    expect(learnedSpeed([...fast, ...slow]).wordsPerMinute).toBe(150);
  });

  test('keeps the newest pages only, and none that say nothing', () => {
    const full = Array.from({ length: mostReadPages }, () => page(150));
    const next = withReadPage(full, page(300));
    expect(next).toHaveLength(mostReadPages);
    expect(next.at(-1)).toEqual(page(300));
    expect(withReadPage(full, page(5000))).toBe(full);
    expect(withReadPage(full, { words: 300, seconds: 0 })).toBe(full);
  });

  test('lies between the slowest and the fastest page that counted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 5, maxLength: 60 }), (speeds) => {
        const { wordsPerMinute, pageCount } = learnedSpeed(pages(...speeds));
        const counted = speeds.filter(
          (speed) => speed >= speedLimits.slowest && speed <= speedLimits.fastest,
        );
        expect(pageCount).toBe(counted.length < 5 ? 0 : counted.length);
        if (pageCount === 0) return;
        expect(wordsPerMinute).toBeGreaterThanOrEqual(Math.min(...counted) - 1);
        expect(wordsPerMinute).toBeLessThanOrEqual(Math.max(...counted) + 1);
      }),
      { seed: 6 },
    );
  });

  test('is held within what is possible when it is set by hand', () => {
    expect([1, 238, 10_000].map(boundedSpeed)).toEqual([speedLimits.slowest, 238, speedLimits.fastest]);
  });
});
