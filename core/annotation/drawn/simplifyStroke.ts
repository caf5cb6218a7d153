import { mostNumbersInStroke } from '../noteDetails.ts';

/** A place the pen passed: PDF user space, points; pressure 0 to 1, null when the device does not say. */
export interface PenPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number | null;
}

export interface StrokePoints {
  /** x and y in turn, to a hundredth of a point. */
  readonly points: readonly number[];
  /** To a hundredth, one a point; null when the device did not say. */
  readonly pressures: readonly number[] | null;
}

/** How far a left-out point may lie from the line that is kept, in points: less than what can be seen at 400 %. */
const tolerance = 0.12;
/** A change of pressure that can be seen. */
const pressureTolerance = 0.08;

/**
 * The fewest points that still draw the same line (Ramer–Douglas–Peucker, also along pressure). The first and last stay.
 * A line that would be longer than a note may hold is kept more coarsely, never cut.
 */
export function simplifyStroke(path: readonly PenPoint[]): StrokePoints {
  let kept = keptPoints(path, 1);
  for (let coarser = 2; kept.length * 2 > mostNumbersInStroke; coarser *= 2) kept = keptPoints(path, coarser);
  const hasPressure = kept.length > 0 && kept.every(({ pressure }) => pressure !== null);
  return {
    points: kept.flatMap(({ x, y }) => [hundredth(x), hundredth(y)]),
    pressures: hasPressure
      ? kept.map(({ pressure }) => hundredth(Math.max(0, Math.min(1, pressure ?? 0))))
      : null,
  };
}

/** Without recursion: a stroke may have thousands of points, and the stack ends. */
function keptPoints(path: readonly PenPoint[], coarseness: number): readonly PenPoint[] {
  if (path.length <= 2) return path;
  const isKept = new Uint8Array(path.length);
  isKept[0] = 1;
  isKept[path.length - 1] = 1;
  const open: (readonly [number, number])[] = [[0, path.length - 1]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part;
    const farthest = farthestFrom(path, from, to);
    if (farthest.excess <= coarseness) continue;
    isKept[farthest.index] = 1;
    open.push([from, farthest.index], [farthest.index, to]);
  }
  return path.filter((_, index) => isKept[index] === 1);
}

/** The point between two others that would be missed most; excess 1 is just what is let go. */
function farthestFrom(
  path: readonly PenPoint[],
  from: number,
  to: number,
): { readonly index: number; readonly excess: number } {
  const [start, end] = [path[from], path[to]];
  let index = from;
  let excess = 0;
  if (start === undefined || end === undefined) return { index, excess };
  for (let at = from + 1; at < to; at++) {
    const point = path[at];
    if (point === undefined) continue;
    const { share, distance } = distanceToSegment(point, start, end);
    const expected = (start.pressure ?? 0) + share * ((end.pressure ?? 0) - (start.pressure ?? 0));
    const missed = Math.max(
      distance / tolerance,
      Math.abs((point.pressure ?? 0) - expected) / pressureTolerance,
    );
    if (missed > excess) [index, excess] = [at, missed];
  }
  return { index, excess };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far a point is from a piece of a line, and at which share of the piece it is nearest. */
export function distanceToSegment(
  point: Place,
  start: Place,
  end: Place,
): { readonly share: number; readonly distance: number } {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return { share, distance: Math.hypot(point.x - start.x - share * dx, point.y - start.y - share * dy) };
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;
