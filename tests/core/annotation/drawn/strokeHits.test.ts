import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touchedStrokes } from '../../../../core/annotation/drawn/strokeHits.ts';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';

const stroke = (...points: number[]): InkStroke => ({ points, width: 2, colour: 'black' });
const across = stroke(0, 100, 200, 100);
const upright = stroke(300, 0, 300, 200);
const dot = stroke(50, 50);

describe('the eraser', () => {
  it('touches a stroke within its reach, the width of the ink included', () => {
    expect(touchedStrokes([across], { x: 100, y: 103.9 }, { x: 100, y: 103.9 }, 3)).toEqual([0]);
    expect(touchedStrokes([across], { x: 100, y: 104.1 }, { x: 100, y: 104.1 }, 3)).toEqual([]);
  });

  it('touches every stroke it crosses, however fast it moves', () => {
    const from = { x: 100, y: 190 };
    const to = { x: 400, y: 10 };
    expect(touchedStrokes([across, upright, dot], from, to, 1)).toEqual([1]);
    expect(touchedStrokes([across, upright, dot], { x: 100, y: 200 }, { x: 100, y: 0 }, 1)).toEqual([0]);
  });

  it('touches a dot, and nothing of a stroke without points', () => {
    expect(touchedStrokes([dot, stroke()], { x: 52, y: 50 }, { x: 52, y: 50 }, 1)).toEqual([0]);
  });

  it('touches a stroke wherever it passes one of its points', () => {
    const number = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        number,
        number,
        (points, pick, dx, dy) => {
          const [x, y] = points[pick % points.length] ?? [0, 0];
          const hit = touchedStrokes(
            [stroke(...points.flat())],
            { x: x - dx, y: y - dy },
            { x: x + dx, y: y + dy },
            0.1,
          );
          expect(hit).toEqual([0]);
        },
      ),
    );
  });
});
