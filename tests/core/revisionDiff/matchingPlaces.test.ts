import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../core/revisionDiff/compareDocuments.ts';
import { placeBeside, risingPlaces } from '../../../core/revisionDiff/matchingPlaces.ts';

describe('the place beside a place of the other revision', () => {
  const places = [
    { before: 1, after: 1 },
    { before: 2, after: 4 },
    { before: 3, after: 5 },
  ];

  test('lies as far along between places that match, and as far away outside of them', () => {
    expect(placeBeside(places, 'before', 1.5)).toBe(2.5);
    expect(placeBeside(places, 'after', 2.5)).toBe(1.5);
    expect(placeBeside(places, 'before', 0.5)).toBe(0.5);
    expect(placeBeside(places, 'before', 7)).toBe(9);
    expect(placeBeside([], 'after', 3.25)).toBe(3.25);
  });

  test('never goes back while one goes on, and leads back to where one was', () => {
    const rising = fc
      .array(
        fc.tuple(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })),
        {
          maxLength: 30,
        },
      )
      .map((steps) => {
        let [before, after] = [1, 1];
        return risingPlaces(steps.map(([a, b]) => ({ before: (before += a), after: (after += b) })));
      });
    const place = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(rising, place, place, (matching, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const there = (at: number): number => placeBeside(matching, 'before', at);
        expect(there(second)).toBeGreaterThanOrEqual(there(first) - 1e-9);
        expect(placeBeside(matching, 'after', there(a))).toBeCloseTo(a, 6);
      }),
      { seed: 3 },
    );
  });

  test('is found by comparing documents: pages put in between push what follows down', () => {
    const page = (n: number): string =>
      Array.from({ length: 12 }, (_, line) => `Mening ${n} ${line} om ärendet nummer ${n * 12 + line}.`).join(
        '\n\n',
      );
    const before = [page(1), page(2), page(3)];
    const after = [page(1), page(7), page(8), page(2), page(3)];
    const { places } = compareDocuments(before, after);
    expect(Math.floor(placeBeside(places, 'before', 3.5))).toBe(5);
    expect(placeBeside(places, 'before', 3.5)).toBeCloseTo(5.5, 1);
    expect(Math.floor(placeBeside(places, 'after', 4.5))).toBe(2);
    for (const [at, place] of places.entries()) {
      expect(place.before).toBeGreaterThan(places[at - 1]?.before ?? 0);
      expect(place.after).toBeGreaterThan(places[at - 1]?.after ?? 0);
    }
  });
});
