import type { AnnotationKind } from '../../../../core/annotation/annotation.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PageFrame } from './pageFrame.ts';
import { movedFrame, resizedFrame } from './pageFrame.ts';

/** Points a key press. */
const step = 6;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Where a frame goes by an arrow key: moved, with Shift made larger or smaller at its right and lower edge. Null for other
 * keys, and for what has no size of its own.
 */
export function frameKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  geometry: PageGeometry,
  frame: PageFrame,
  kind: AnnotationKind,
): PageFrame | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const [dx, dy] = [direction[0] * step, direction[1] * step];
  if (!shiftKey) return movedFrame(geometry, frame, dx, dy);
  if (kind === 'ink') return null;
  // Words are as high as they are many.
  const handle = kind === 'freeText' ? 'e' : 'se';
  return resizedFrame(geometry, frame, handle, dx, dy);
}
