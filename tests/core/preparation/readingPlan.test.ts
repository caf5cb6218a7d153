import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedItem, PlanSettings } from '../../../core/preparation/readingPlan.ts';
import { minutesUntil, movedInPlan, readingPlan } from '../../../core/preparation/readingPlan.ts';
import { testId } from '../../support/testManifest.ts';

/** An item with one document of ten pages of equal length. */
const item = (n: number, kind: PlannedItem['itemKind'], words: number, changes = {}): PlannedItem => ({
  id: testId('item', n),
  itemKind: kind,
  documents: [
    {
      id: testId('document', n),
      pageCount: 10,
      words: Array.from({ length: 10 }, () => words / 10),
      seen: [],
      isRead: false,
      ...changes,
    },
  ],
});
const at: PlanSettings = {
  wordsPerMinute: 200,
  minutesAvailable: null,
  order: [],
  deadlines: {},
  today: '2026-06-01',
};

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

  test('marks what is read as done and counts only pages not seen', () => {
    const plan = readingPlan(
      [
        item(1, 'decision', 2000, { isRead: true }),
        item(2, 'decision', 2000, { seen: [[1, 3], [9, 10]] }), // prettier-ignore
      ],
      at,
    );
    expect(plan.lines).toMatchObject([
      { id: testId('item', 1), minutes: 0, isDone: true, fits: true },
      { id: testId('item', 2), minutes: 5, isDone: false },
    ]);
    expect(plan).toMatchObject({ leftCount: 1, fitCount: 1, totalMinutes: 5 });
  });

  test('gives a map or table a fixed time, whatever the speed, and a page not read yet that of an ordinary one', () => {
    const maps = item(1, 'decision', 0, { words: Array.from({ length: 10 }, () => 12) });
    const unknown = item(2, 'decision', 0, { words: null });
    const half = item(3, 'decision', 0, { pageCount: 2, words: [600, null] });
    for (const [wordsPerMinute, minutes] of [
      [100, [5, 30, 9]],
      [300, [5, 10, 3]],
    ] as const) {
      const { lines } = readingPlan([maps, unknown, half], { ...at, wordsPerMinute });
      expect(lines.map((line) => line.minutes)).toEqual(minutes);
    }
  });

  test('says what fits before the meeting', () => {
    const plan = readingPlan([item(1, 'decision', 2000), item(2, 'decision', 2000)], {
      ...at,
      minutesAvailable: 15,
    });
    expect(plan.lines.map(({ fits }) => fits)).toEqual([true, false]);
    expect(plan.fitCount).toBe(1);
  });

  test('follows the own order, and puts what is not in it after, decisions first', () => {
    const items = [1, 2, 3, 4].map((n) => item(n, n === 4 ? 'decision' : 'information', 200));
    const { lines } = readingPlan(items, { ...at, order: [testId('item', 3)] });
    expect(lines.map(({ id }) => id)).toEqual([3, 4, 1, 2].map((n) => testId('item', n)));
  });

  test('says which deadline has passed while something is left to read', () => {
    const [one, two, three] = [1, 2, 3].map((n) => testId('item', n));
    const deadlines = { [one ?? '']: '2026-05-31', [two ?? '']: '2026-06-01', [three ?? '']: '2026-05-01' };
    const { lines } = readingPlan(
      [item(1, null, 200), item(2, null, 200), item(3, null, 200, { isRead: true })],
      { ...at, deadlines },
    );
    expect(lines.map(({ deadline, isLate }) => [deadline, isLate])).toEqual([
      ['2026-05-31', true],
      ['2026-06-01', false],
      ['2026-05-01', false],
    ]);
  });

  test('has no line for an item without pages', () => {
    expect(readingPlan([{ id: testId('item', 1), itemKind: 'decision', documents: [] }], at).lines).toEqual(
      [],
    );
  });

  test('never says nothing for something that is left, and never more for a faster reader', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 2000 }),
        (words, one, other) => {
          const minutes = (wordsPerMinute: number): number =>
            readingPlan([item(1, 'decision', words)], { ...at, wordsPerMinute }).totalMinutes;
          expect(minutes(one)).toBeGreaterThanOrEqual(1);
          expect(minutes(Math.max(one, other))).toBeLessThanOrEqual(minutes(Math.min(one, other)));
        },
      ),
      { seed: 4 },
    );
  });
});

describe('moving a line of the plan', () => {
  const { lines } = readingPlan(
    [1, 2, 3].map((n) => item(n, 'decision', 200)),
    at,
  );
  const ids = [1, 2, 3].map((n) => testId('item', n));

  test('gives an order in which every line stands once, and which the next plan follows', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.integer({ min: -2, max: 5 }), (from, to) => {
        const order = movedInPlan(lines, ids[from] ?? '', to);
        expect([...order].toSorted()).toEqual([...ids].toSorted());
        const next = readingPlan(
          [1, 2, 3].map((n) => item(n, 'decision', 200)),
          { ...at, order },
        );
        expect(next.lines.map(({ id }) => id)).toEqual(order);
      }),
      { seed: 5 },
    );
  });

  test('puts the line where it was asked to', () => {
    expect(movedInPlan(lines, ids[0] ?? '', 2)).toEqual([ids[1], ids[2], ids[0]]);
    expect(movedInPlan(lines, ids[2] ?? '', -1)).toEqual([ids[2], ids[0], ids[1]]);
    expect(movedInPlan(lines, 'unknown', 1)).toEqual(ids);
  });
});

describe('the time until the meeting', () => {
  test('is whole minutes, and none once it has begun', () => {
    expect(minutesUntil(200_000, 0)).toBe(3);
    expect(minutesUntil(200_000, 200_000)).toBeNull();
  });
});
