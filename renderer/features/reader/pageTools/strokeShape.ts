import { getStroke } from 'perfect-freehand';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';

/** Points kept far apart on straight lines would make the outline swing: between them others are set, so near. */
const step = 1.5;

type PressedPoint = [x: number, y: number, pressure: number];

/** The outline of a stroke as an SVG path in its own units; '' for a stroke without points. */
export function strokePath(stroke: InkStroke): string {
  return outlinePath(closePoints(stroke), stroke.width, stroke.pressures !== undefined);
}

/** The same while it is being drawn, from all points that the pen passed. */
export function outlinePath(points: readonly PressedPoint[], width: number, hasPressure: boolean): string {
  const outline = getStroke([...points], {
    size: hasPressure ? width * 1.3 : width,
    thinning: hasPressure ? 0.6 : 0,
    smoothing: 0.5,
    streamline: 0,
    simulatePressure: false,
  });
  const [first] = outline;
  if (first === undefined) return '';
  const parts = [`M${short(first[0])} ${short(first[1])}`];
  outline.forEach(([x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % outline.length] ?? first;
    parts.push(`Q${short(x)} ${short(y)} ${short((x + nextX) / 2)} ${short((y + nextY) / 2)}`);
  });
  return `${parts.join('')}Z`;
}

function closePoints({ points, pressures }: InkStroke): readonly PressedPoint[] {
  const close: PressedPoint[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const point: PressedPoint = [points[i] ?? 0, points[i + 1] ?? 0, pressures?.[i / 2] ?? 0.5];
    const before = close.at(-1);
    if (before) close.push(...between(before, point));
    close.push(point);
  }
  return close;
}

function between(from: PressedPoint, to: PressedPoint): readonly PressedPoint[] {
  const count = Math.min(2000, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / step)) - 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const share = (i + 1) / (count + 1);
    const at = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * share;
    return [at(0), at(1), at(2)];
  });
}

const short = (value: number): string => String(Math.round(value * 100) / 100);
