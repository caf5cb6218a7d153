import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueState } from '../../../core/exchange/dueDates.ts';
import { paddedRecipientCount, recipientsStep, reuseOf, shuffled } from '../../../core/sealing/recipients.ts';

describe('the recipients of a sealed item', () => {
  test('come in multiples of sixteen, never fewer than there are people', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (entitled) => {
        const count = paddedRecipientCount(entitled);
        expect(count % recipientsStep).toBe(0);
        expect(count).toBeGreaterThanOrEqual(Math.max(1, entitled));
        expect(count - entitled).toBeLessThanOrEqual(recipientsStep);
      }),
      { seed: 1 },
    );
  });

  test('are shuffled into every order equally often, and none is lost', () => {
    const orders = new Map<string, number>();
    // Every choice of random numbers for three values once.
    for (const first of [0, 1, 2]) {
      for (const second of [0, 1]) {
        const numbers = [first, second];
        const order = shuffled(['a', 'b', 'c'], () => numbers.shift() ?? 0).join('');
        orders.set(order, (orders.get(order) ?? 0) + 1);
      }
    }
    expect([...orders.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    expect(() => shuffled(['a', 'b'], () => 7)).toThrow(RangeError);
  });

  test('decide what is carried over: all, the content, or nothing when somebody lost the right', () => {
    expect(reuseOf(['a', 'b'], ['b', 'a'])).toBe('all');
    expect(reuseOf(['a'], ['a', 'b'])).toBe('keyAndContent');
    expect(reuseOf(['a', 'b'], ['a'])).toBe('nothing');
    expect(reuseOf(['a'], ['b'])).toBe('nothing');
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (before, now) => {
        const lost = before.filter((each) => !now.includes(each));
        expect(reuseOf(before, now) === 'nothing').toBe(lost.length > 0);
      }),
      { seed: 1 },
    );
  });
});

describe('the dates of a pack', () => {
  const state = (returnBy: string | null, eraseAfter: string | null) =>
    dueState({ returnBy, eraseAfter }, '2026-11-22');

  test('are due on the day of return, and after the day of erasure', () => {
    expect(state('2026-11-22', null)).toBe('due');
    expect(state('2026-11-23', null)).toBe('soon');
    expect(state(null, '2026-11-22')).toBe('soon');
    expect(state(null, '2026-11-21')).toBe('due');
  });

  test('are spoken of from two weeks before, over a change of month', () => {
    expect(state(null, '2026-12-06')).toBe('soon');
    expect(state(null, '2026-12-07')).toBeNull();
    expect(state(null, null)).toBeNull();
  });
});
