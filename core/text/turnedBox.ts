import type { Box } from './pageText.ts';

/**
 * Turns a box so that text written with `turns` quarter turns runs from left to right, top of its letters up. Lines
 * and columns are then found the same way whatever direction the text has.
 */
export function toUpright(box: Box, turns: number): Box {
  const { left, bottom, right, top } = box;
  switch (turns & 3) {
    case 1:
      return { left: bottom, right: top, bottom: -right, top: -left };
    case 2:
      return { left: -right, right: -left, bottom: -top, top: -bottom };
    case 3:
      return { left: -top, right: -bottom, bottom: left, top: right };
    default:
      return box;
  }
}

/** The reverse of `toUpright`. */
export function fromUpright(box: Box, turns: number): Box {
  return toUpright(box, (4 - (turns & 3)) & 3);
}

/** A point of user space in the upright frame of text with these turns. */
export function pointToUpright(x: number, y: number, turns: number): { x: number; y: number } {
  const { left, bottom } = toUpright({ left: x, right: x, bottom: y, top: y }, turns);
  return { x: left, y: bottom };
}
