import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageFrame } from '../../../../renderer/features/reader/pageTools/pageFrame.ts';
import {
  frameHandles,
  frameOfQuad,
  leastSide,
  movedFrame,
  quadOfFrame,
  rectangleOf,
  resizedFrame,
} from '../../../../renderer/features/reader/pageTools/pageFrame.ts';
import { frameKey } from '../../../../renderer/features/reader/pageTools/frameKeys.ts';

const page = { left: 10, bottom: 20, right: 605, top: 862 };
const shown = { width: 595, height: 842 };

const geometries = fc.nat(3).map((quarterTurns) => ({ ...page, quarterTurns }));
const frames = fc.record({
  x: fc.integer({ min: 200, max: 300 }),
  y: fc.integer({ min: 200, max: 300 }),
  width: fc.integer({ min: leastSide, max: 150 }),
  height: fc.integer({ min: leastSide, max: 150 }),
  turns: fc.nat(3),
});
const pull = fc.integer({ min: -2000, max: 2000 });

const isOnPage = (frame: PageFrame, quarterTurns: number): boolean => {
  const [width, height] = quarterTurns % 2 === 0 ? [shown.width, shown.height] : [shown.height, shown.width];
  const box = rectangleOf(frame);
  return (
    box.left >= -0.5 &&
    box.top >= -0.5 &&
    box.left + box.width <= width + 0.5 &&
    box.top + box.height <= height + 0.5
  );
};

describe('a frame on a page', () => {
  it('is the same after it was stored, on a page turned any way', () => {
    fc.assert(
      fc.property(geometries, frames, (geometry, frame) => {
        const again = frameOfQuad(geometry, quadOfFrame(geometry, frame));
        expect(again?.turns).toBe(frame.turns);
        for (const part of ['x', 'y', 'width', 'height'] as const)
          expect(again?.[part]).toBeCloseTo(frame[part], 3);
      }),
    );
  });

  it('turns with the page it was written on', () => {
    const upright = { ...page, quarterTurns: 0 };
    const frame = { x: 100, y: 200, width: 150, height: 20, turns: 0 };
    const quad = quadOfFrame(upright, frame);
    expect(frameOfQuad({ ...page, quarterTurns: 1 }, quad)?.turns).toBe(1);
    expect(frameOfQuad({ ...page, quarterTurns: 3 }, quad)?.turns).toBe(3);
  });

  it('never leaves the page, however far it is dragged or pulled, and stays large enough to take hold of', () => {
    fc.assert(
      fc.property(
        geometries,
        frames,
        fc.constantFrom(...frameHandles),
        pull,
        pull,
        (geometry, frame, handle, dx, dy) => {
          const moved = movedFrame(geometry, frame, dx, dy);
          expect(isOnPage(moved, geometry.quarterTurns)).toBe(true);
          expect([moved.width, moved.height]).toEqual([frame.width, frame.height]);
          const resized = resizedFrame(geometry, frame, handle, dx, dy);
          expect(isOnPage(resized, geometry.quarterTurns)).toBe(true);
          expect(Math.min(resized.width, resized.height)).toBeGreaterThanOrEqual(leastSide);
        },
      ),
    );
  });

  it('keeps the side opposite to the one that is pulled', () => {
    const frame = { x: 100, y: 100, width: 50, height: 40, turns: 0 };
    const geometry = { ...page, quarterTurns: 0 };
    expect(resizedFrame(geometry, frame, 'nw', -10, -5)).toEqual({
      ...frame,
      x: 90,
      y: 95,
      width: 60,
      height: 45,
    });
    expect(resizedFrame(geometry, frame, 'se', 10, 5)).toEqual({ ...frame, width: 60, height: 45 });
  });
});

describe('arrow keys', () => {
  const geometry = { ...page, quarterTurns: 0 };
  const frame = { x: 100, y: 100, width: 50, height: 40, turns: 0 };
  const press = (key: string, shiftKey: boolean, kind: 'area' | 'ink' | 'freeText') =>
    frameKey({ key, shiftKey }, geometry, frame, kind);

  it('move what is chosen, and with Shift make it larger or smaller where it has a size', () => {
    expect(press('ArrowRight', false, 'ink')).toEqual({ ...frame, x: 106 });
    expect(press('ArrowUp', false, 'area')).toEqual({ ...frame, y: 94 });
    expect(press('ArrowDown', true, 'area')).toEqual({ ...frame, height: 46 });
    expect(press('ArrowRight', true, 'freeText')).toEqual({ ...frame, width: 56 });
    expect(press('ArrowRight', true, 'ink')).toBeNull();
    expect(press('Home', false, 'area')).toBeNull();
  });
});
