import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOfQuad,
  boxOfStrokes,
  quadOfView,
  shiftedQuad,
  strokesInFrame,
} from '../../../../core/annotation/drawn/drawnFrame.ts';
import { joinsGroup } from '../../../../core/annotation/drawn/strokeGroups.ts';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';
import { quadToView } from '../../../../core/pdf/pageGeometry.ts';

const line: InkStroke = { points: [100, 100, 160, 130], width: 4, colour: 'blue' };
const page = { left: 0, bottom: 0, right: 595, top: 842 };

describe('the frame of something drawn', () => {
  it('holds the width of the ink', () => {
    expect(boxOfStrokes([line])).toEqual({ left: 98, bottom: 98, right: 162, top: 132 });
    expect(boxOfStrokes([])).toBeNull();
  });

  it('stays the same rectangle on the page as shown, however the page is turned', () => {
    const number = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(number, number, number, number, fc.nat(3), (left, top, width, height, quarterTurns) => {
        const geometry = { ...page, quarterTurns };
        const view = { left, top, width, height };
        const again = quadToView(geometry, quadOfView(geometry, view));
        for (const side of ['left', 'top', 'width', 'height'] as const)
          expect(again?.[side]).toBeCloseTo(view[side], 3);
      }),
    );
  });

  it('begins with the corner that is upper left for who reads the turned page', () => {
    const quad = quadOfView({ ...page, quarterTurns: 1 }, { left: 10, top: 20, width: 100, height: 30 });
    expect(quad.slice(0, 4)).toEqual([20, 10, 20, 110]);
  });

  it('takes the strokes along when it is moved, and gives them back unchanged', () => {
    const box = boxOfStrokes([line]);
    if (box === null) throw new Error('no box');
    const frame = [box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom];
    expect(strokesInFrame([line], frame)).toEqual([line]);
    const moved = strokesInFrame([line], shiftedQuad(frame, 30, -12.5));
    expect(moved[0]?.points).toEqual([130, 87.5, 190, 117.5]);
    expect(boxOfQuad(shiftedQuad(frame, 30, -12.5))).toEqual(boxOfStrokes(moved));
    expect(strokesInFrame(moved, frame)[0]?.points).toEqual(line.points);
  });

  it('leaves strokes alone when the frame is none', () => {
    expect(strokesInFrame([line], [1, 2, 3])).toEqual([line]);
    expect(strokesInFrame([line], undefined)).toEqual([line]);
  });
});

describe('a stroke', () => {
  const group = { strokes: [line], endedAt: 10_000 };
  const near: InkStroke = { ...line, points: [200, 140, 210, 150] };

  it('joins what was drawn just before and nearby', () => {
    expect(joinsGroup(group, near, 11_000)).toBe(true);
  });

  it('is a note of its own after a pause or far away', () => {
    expect(joinsGroup(group, near, 13_000)).toBe(false);
    expect(joinsGroup(group, { ...line, points: [500, 700, 510, 710] }, 11_000)).toBe(false);
  });

  it('is a note of its own when the one before has become large', () => {
    const many = Array.from({ length: 80 }, () => line);
    expect(joinsGroup({ strokes: many, endedAt: 10_000 }, near, 10_500)).toBe(false);
  });
});
