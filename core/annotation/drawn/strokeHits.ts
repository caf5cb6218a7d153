import type { Point } from '../../pdf/pageGeometry.ts';
import type { InkStroke } from '../noteDetails.ts';
import { distanceToSegment } from './simplifyStroke.ts';

/** The points of a stroke. A number without its partner at the end is left out. */
export function pointsOf({ points }: Pick<InkStroke, 'points'>): readonly Point[] {
  return Array.from({ length: points.length >> 1 }, (_, i) => ({
    x: points[2 * i] ?? 0,
    y: points[2 * i + 1] ?? 0,
  }));
}

/**
 * The strokes that a move from one point to another touches, by their index. `reach` is how far from the ink a touch still
 * counts; all in units of PDF user space. From and to may be the same: a press.
 */
export function touchedStrokes(
  strokes: readonly InkStroke[],
  from: Point,
  to: Point,
  reach: number,
): readonly number[] {
  return strokes.flatMap((stroke, index) => {
    const limit = reach + stroke.width / 2;
    return mayTouch(stroke, from, to, limit) && distanceToStroke(stroke, from, to) <= limit ? [index] : [];
  });
}

/** Most strokes lie elsewhere: their box says so at once. */
function mayTouch({ points }: InkStroke, from: Point, to: Point, limit: number): boolean {
  const [left, right] = [Math.min(from.x, to.x) - limit, Math.max(from.x, to.x) + limit];
  const [bottom, top] = [Math.min(from.y, to.y) - limit, Math.max(from.y, to.y) + limit];
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i] ?? 0, points[i + 1] ?? 0];
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return minX <= right && maxX >= left && minY <= top && maxY >= bottom;
}

function distanceToStroke(stroke: InkStroke, from: Point, to: Point): number {
  const path = pointsOf(stroke);
  const [first] = path;
  if (first === undefined) return Infinity;
  let nearest = distanceToSegment(first, from, to).distance;
  for (let i = 1; i < path.length; i++) {
    const [start, end] = [path[i - 1], path[i]];
    if (start === undefined || end === undefined) continue;
    nearest = Math.min(nearest, distanceBetween(from, to, start, end));
    if (nearest === 0) break;
  }
  return nearest;
}

/** Between two pieces of lines: none when they cross, else that of the end nearest to the other piece. */
function distanceBetween(a: Point, b: Point, c: Point, d: Point): number {
  if (cross(a, b, c, d)) return 0;
  return Math.min(
    distanceToSegment(a, c, d).distance,
    distanceToSegment(b, c, d).distance,
    distanceToSegment(c, a, b).distance,
    distanceToSegment(d, a, b).distance,
  );
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
