import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PenPoint } from '../../../../core/annotation/drawn/simplifyStroke.ts';
import { distanceToSegment, simplifyStroke } from '../../../../core/annotation/drawn/simplifyStroke.ts';
import { mostNumbersInStroke, noteDetailSchemas } from '../../../../core/annotation/noteDetails.ts';
import { pointsOf } from '../../../../core/annotation/drawn/strokeHits.ts';
import * as v from 'valibot';

const place = fc.double({ min: 0, max: 800, noNaN: true });
const penPoint = fc.record({
  x: place,
  y: place,
  pressure: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});

const mouse = (x: number, y: number): PenPoint => ({ x, y, pressure: null });

describe('a simplified stroke', () => {
  it('needs only the ends of a straight line', () => {
    const line = Array.from({ length: 200 }, (_, i) => mouse(i, 2 * i));
    expect(simplifyStroke(line).points).toEqual([0, 0, 199, 398]);
  });

  it('keeps corners', () => {
    const corner = [mouse(0, 0), mouse(50, 0), mouse(100, 0), mouse(100, 40), mouse(100, 90)];
    expect(simplifyStroke(corner).points).toEqual([0, 0, 100, 0, 100, 90]);
  });

  it('keeps where the pen was pressed harder on a straight line', () => {
    const line = [0, 0.2, 0.9, 0.2, 0].map((pressure, x) => ({ x: x * 10, y: 0, pressure }));
    expect(simplifyStroke(line).pressures).toContain(0.9);
  });

  it('passes within a quarter of a point of everything that was drawn', () => {
    fc.assert(
      fc.property(fc.array(penPoint, { minLength: 1, maxLength: 60 }), (path) => {
        const kept = pointsOf(simplifyStroke(path));
        for (const point of path) {
          const nearest = Math.min(
            ...kept.map((end, i) => distanceToSegment(point, kept[Math.max(0, i - 1)] ?? end, end).distance),
          );
          expect(nearest).toBeLessThan(0.25);
        }
      }),
    );
  });

  it('begins and ends where the pen did, and is what a note may hold', () => {
    fc.assert(
      fc.property(fc.array(penPoint, { minLength: 1, maxLength: 60 }), (path) => {
        const { points, pressures } = simplifyStroke(path);
        const stroke = { points, width: 1, colour: 'black', ...(pressures === null ? {} : { pressures }) };
        expect(v.is(noteDetailSchemas.strokes, [stroke])).toBe(true);
        expect(points[0]).toBeCloseTo(path[0]?.x ?? 0, 1);
        expect(points.at(-1)).toBeCloseTo(path.at(-1)?.y ?? 0, 1);
        expect(pressures === null || pressures.length * 2 === points.length).toBe(true);
      }),
    );
  });

  it('is drawn more coarsely when it is absurdly long, and still ends where the pen did', () => {
    const scribble = Array.from({ length: 60_000 }, (_, i) => mouse((i % 97) * 5, (i * 7) % 613));
    const { points } = simplifyStroke(scribble);
    expect(points.length).toBeLessThanOrEqual(mostNumbersInStroke);
    expect(points.slice(-2)).toEqual([(59_999 % 97) * 5, (59_999 * 7) % 613]);
  });
});
