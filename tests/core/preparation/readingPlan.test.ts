import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedItem } from '../../../core/preparation/readingPlan.ts';
import { learnedSpeed, readingPlan, usualWordsPerMinute } from '../../../core/preparation/readingPlan.ts';
import { testId } from '../../support/testManifest.ts';

const item = (n: number, kind: PlannedItem['itemKind'], words: number, changes = {}): PlannedItem => ({
  id: testId('item', n),
  itemKind: kind,
  documents: [{ id: testId('document', n), pageCount: 10, words, pagesSeen: 0, isRead: false, ...changes }],
});
const at = { wordsPerMinute: 200, minutesAvailable: null };

describe('the reading plan', () => {
  test('puts decisions first and keeps the order of the agenda within each kind', () => {
    const plan = readingPlan(
      [item(1, 'information', 2000), item(2, 'decision', 1000), item(3, 'decision', 400)],
      at,
    );
    expect(plan.lines.map(({ id, minutes }) => [id, minutes])).toEqual([
      [testId('item', 2), 5],
      [testId('item', 3), 2],
      [testId('item', 1), 10],
    ]);
    expect(plan).toMatchObject({ totalMinutes: 17, decisionMinutes: 7 });
  });

  test('leaves out what is read and counts only pages not seen', () => {
    const plan = readingPlan(
      [item(1, 'decision', 2000, { isRead: true }), item(2, 'decision', 2000, { pagesSeen: 5 })],
      at,
    );
    expect(plan.lines).toEqual([{ id: testId('item', 2), minutes: 5, isDecision: true, fits: true }]);
  });

  test('says what fits before the meeting', () => {
    const plan = readingPlan([item(1, 'decision', 2000), item(2, 'decision', 2000)], {
      ...at,
      minutesAvailable: 15,
    });
    expect(plan.lines.map(({ fits }) => fits)).toEqual([true, false]);
  });

  test('never says nothing for something that is left, and never more for a faster reader', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 2000 }),
        (words, one, other) => {
          const minutes = (speed: number): number =>
            readingPlan([item(1, 'decision', words)], { wordsPerMinute: speed, minutesAvailable: null })
              .totalMinutes;
          expect(minutes(one)).toBeGreaterThanOrEqual(1);
          expect(minutes(Math.max(one, other))).toBeLessThanOrEqual(minutes(Math.min(one, other)));
        },
      ),
      { seed: 4 },
    );
  });
});

describe('the learned reading speed', () => {
  test('is the usual one until there is enough to learn from', () => {
    expect(learnedSpeed([{ words: 400, minutes: 1 }])).toBe(usualWordsPerMinute);
  });

  test('is the middle of what was read, whatever was left open over lunch', () => {
    const stretches = [180, 190, 200, 210, 220].map((words) => ({ words, minutes: 1 }));
    expect(learnedSpeed([...stretches, { words: 200, minutes: 60 }])).toBe(200);
  });
});
