import type { InkStroke } from '../noteDetails.ts';
import { boxOfStrokes } from './drawnFrame.ts';

/** What is drawn within so long, in milliseconds, and so near, in points, belongs together: a word, a circle and an arrow. */
const pauseMs = 2_500;
const nearPoints = 90;
/** A note is written to disk whole with each stroke: longer drawings become several. */
const strokesOfOneNote = 80;
const numbersOfOneNote = 4_000;

export interface StrokeGroup {
  readonly strokes: readonly InkStroke[];
  /** When its last stroke ended, milliseconds. */
  readonly endedAt: number;
}

/** Whether a stroke that began at `beganAt` becomes part of a note. */
export function joinsGroup(group: StrokeGroup, stroke: InkStroke, beganAt: number): boolean {
  if (beganAt - group.endedAt > pauseMs || group.strokes.length >= strokesOfOneNote) return false;
  const numbers = [...group.strokes, stroke].reduce((sum, { points }) => sum + points.length, 0);
  if (numbers > numbersOfOneNote) return false;
  const [before, added] = [boxOfStrokes(group.strokes), boxOfStrokes([stroke])];
  if (before === null || added === null) return false;
  const dx = Math.max(added.left - before.right, before.left - added.right, 0);
  const dy = Math.max(added.bottom - before.top, before.bottom - added.top, 0);
  return Math.hypot(dx, dy) <= nearPoints;
}
