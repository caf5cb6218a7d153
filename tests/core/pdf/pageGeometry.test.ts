import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageGeometry } from '../../../core/pdf/pageGeometry.ts';
import { quadToView, toUser, toView } from '../../../core/pdf/pageGeometry.ts';

const page: PageGeometry = { left: 10, bottom: 20, right: 310, top: 420, quarterTurns: 0 };
const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('toView', () => {
  it('has its origin in the upper left corner of the page as shown', () => {
    const corner = [
      { x: 10, y: 420 },
      { x: 10, y: 20 },
      { x: 310, y: 20 },
      { x: 310, y: 420 },
    ];
    corner.forEach(({ x, y }, quarterTurns) => {
      expect(toView({ ...page, quarterTurns }, x, y)).toEqual({ x: 0, y: 0 });
    });
  });

  it('is undone by toUser', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.nat(3), (x, y, quarterTurns) => {
        const turned = { ...page, quarterTurns };
        const there = toView(turned, x, y);
        const back = toUser(turned, there.x, there.y);
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });
});

describe('quadToView', () => {
  it('is the upright rectangle around the quad', () => {
    const quad = [20, 60, 70, 60, 20, 40, 70, 40];
    expect(quadToView(page, quad)).toEqual({ left: 10, top: 360, width: 50, height: 20 });
    expect(quadToView({ ...page, quarterTurns: 1 }, quad)).toEqual({
      left: 20,
      top: 10,
      width: 20,
      height: 50,
    });
  });

  it('is nothing for what is no quad', () => {
    expect(quadToView(page, [1, 2, 3])).toBeNull();
    expect(quadToView(page, [1, 2, 3, 4, 5, 6, 7, Number.NaN])).toBeNull();
  });
});
