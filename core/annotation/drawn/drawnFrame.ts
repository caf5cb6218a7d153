import type { PageGeometry, ViewRect } from '../../pdf/pageGeometry.ts';
import { toUser } from '../../pdf/pageGeometry.ts';
import type { Box } from '../../text/pageText.ts';
import type { InkStroke } from '../noteDetails.ts';

/** The box around strokes, their width included, PDF user space. Null without a point. */
export function boxOfStrokes(strokes: readonly InkStroke[]): Box | null {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points, width } of strokes) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = [points[i] ?? 0, points[i + 1] ?? 0];
      left = Math.min(left, x - width / 2);
      right = Math.max(right, x + width / 2);
      bottom = Math.min(bottom, y - width / 2);
      top = Math.max(top, y + width / 2);
    }
  }
  return left > right ? null : { left, bottom, right, top };
}

/** The upright box around a quad of eight numbers; null when it is none. */
export function boxOfQuad(quad: readonly number[]): Box | null {
  if (quad.length !== 8 || !quad.every(Number.isFinite)) return null;
  const xs = quad.filter((_, i) => i % 2 === 0);
  const ys = quad.filter((_, i) => i % 2 === 1);
  return {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  };
}

/**
 * The quad (upper left, upper right, lower left, lower right) of a rectangle on the page as shown: its first corner is the
 * one that is upper left for who made it, so that words written on a turned page stay the right way up on it.
 */
export function quadOfView(
  geometry: PageGeometry,
  { left, top, width, height }: ViewRect,
): readonly number[] {
  return [
    [left, top],
    [left + width, top],
    [left, top + height],
    [left + width, top + height],
  ].flatMap(([x = 0, y = 0]) => {
    const point = toUser(geometry, x, y);
    return [tenth(point.x), tenth(point.y)];
  });
}

/** A quad moved in user space. */
export const shiftedQuad = (quad: readonly number[], dx: number, dy: number): readonly number[] =>
  quad.map((value, i) => tenth(value + (i % 2 === 0 ? dx : dy)));

/**
 * Strokes where their frame stands. A note is moved by its frame alone: its strokes keep what was drawn, and lie centred in
 * it. The same strokes when they are there already.
 */
export function strokesInFrame(
  strokes: readonly InkStroke[],
  frame: readonly number[] | undefined,
): readonly InkStroke[] {
  const own = boxOfStrokes(strokes);
  const box = frame === undefined ? null : boxOfQuad(frame);
  if (own === null || box === null) return strokes;
  const dx = (box.left + box.right - own.left - own.right) / 2;
  const dy = (box.bottom + box.top - own.bottom - own.top) / 2;
  // Frames are kept to a tenth of a point; less is not a move.
  if (Math.abs(dx) < 0.1 && Math.abs(dy) < 0.1) return strokes;
  return strokes.map((stroke) => ({ ...stroke, points: shiftedPoints(stroke.points, dx, dy) }));
}

const shiftedPoints = (points: readonly number[], dx: number, dy: number): readonly number[] =>
  points.map((value, i) => Math.round((value + (i % 2 === 0 ? dx : dy)) * 100) / 100);

const tenth = (value: number): number => Math.round(value * 10) / 10;
