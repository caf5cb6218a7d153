import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageGeometry } from '../../../core/pdf/pageGeometry.ts';
import { toView } from '../../../core/pdf/pageGeometry.ts';
import type { Matrix } from '../../../core/print/imposition.ts';
import { a4, after, inverse, placeIn, sheetFor, upright } from '../../../core/print/imposition.ts';

const page = (width: number, height: number, quarterTurns = 0): PageGeometry => ({
  left: 0,
  bottom: 0,
  right: width,
  top: height,
  quarterTurns,
});
const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});
const side = fc.double({ min: 20, max: 3000, noNaN: true });
const geometry = fc
  .record({
    left: side,
    bottom: side,
    width: side,
    height: side,
    quarterTurns: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ left, bottom, width, height, quarterTurns }) => ({
    left,
    bottom,
    right: left + width,
    top: bottom + height,
    quarterTurns,
  }));

describe('several pages on a sheet', () => {
  it('stands a page upright as the reader shows it', () => {
    fc.assert(
      fc.property(geometry, side, side, (shown, x, y) => {
        const own = upright(shown);
        const view = toView(shown, x, y);
        const point = apply(own.matrix, x, y);
        expect(point.x).toBeCloseTo(view.x, 6);
        expect(point.y).toBeCloseTo(own.height - view.y, 6);
      }),
    );
  });

  it('undoes a matrix', () => {
    fc.assert(
      fc.property(geometry, side, side, (shown, x, y) => {
        const { matrix } = placeIn({ left: 0, bottom: 0, width: 300, height: 400 }, shown);
        const back = apply(after(matrix, inverse(matrix)), x, y);
        expect(back.x).toBeCloseTo(x, 3);
        expect(back.y).toBeCloseTo(y, 3);
      }),
    );
  });

  it('keeps every corner of a page inside its cell, whatever its shape and turn', () => {
    const cell = { left: 18, bottom: 40, width: 270, height: 380 };
    fc.assert(
      fc.property(geometry, (shown) => {
        const { matrix, covers } = placeIn(cell, shown);
        for (const [x, y] of [
          [shown.left, shown.bottom],
          [shown.right, shown.top],
          [shown.left, shown.top],
        ] as const) {
          const corner = apply(matrix, x, y);
          expect(corner.x).toBeGreaterThan(cell.left - 1e-6);
          expect(corner.x).toBeLessThan(cell.left + cell.width + 1e-6);
          expect(corner.y).toBeGreaterThan(cell.bottom - 1e-6);
          expect(corner.y).toBeLessThan(cell.bottom + cell.height + 1e-6);
        }
        expect(covers.width).toBeLessThan(cell.width + 1e-6);
        expect(covers.height).toBeLessThan(cell.height + 1e-6);
      }),
    );
  });

  it('puts two standing pages side by side on a lying sheet, and two lying ones below each other', () => {
    const standing = sheetFor(2, [page(595, 842), page(595, 842), page(842, 595)]);
    expect(standing).toMatchObject({ width: a4.height, height: a4.width });
    const [left, right] = standing.cells;
    expect(left?.bottom).toBe(right?.bottom);
    expect(left?.left).toBeLessThan(right?.left ?? 0);
    const lying = sheetFor(2, [page(842, 595), page(595, 842, 1)]);
    expect(lying).toMatchObject({ width: a4.width, height: a4.height });
    expect(lying.cells[0]?.bottom).toBeGreaterThan(lying.cells[1]?.bottom ?? 0);
  });

  it('reads four pages along the lines', () => {
    const { cells } = sheetFor(4, [page(595, 842)]);
    const [first, second, third] = cells;
    expect(cells).toHaveLength(4);
    expect(second?.bottom).toBe(first?.bottom);
    expect(second?.left).toBeGreaterThan(first?.left ?? 0);
    expect(third?.left).toBe(first?.left);
    expect(third?.bottom).toBeLessThan(first?.bottom ?? 0);
  });

  it('turns a wide map in a high cell, but not a page that gains little', () => {
    const cell = { left: 0, bottom: 0, width: 300, height: 420 };
    expect(placeIn(cell, page(1191, 842)).covers.height).toBeGreaterThan(400);
    expect(placeIn(cell, page(420, 400)).matrix[1]).toBe(0);
  });

  it('never enlarges a page', () => {
    const { covers } = placeIn({ left: 0, bottom: 0, width: 300, height: 420 }, page(100, 120));
    expect(covers).toEqual({ left: 100, bottom: 150, width: 100, height: 120 });
  });
});
