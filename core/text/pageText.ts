import type { PageGeometry } from '../pdf/pageGeometry.ts';

/**
 * The text of a page in reading order. Offsets are UTF-16 units of `text`. Words are separated by spaces, cells of a
 * table row by tabs, lines by line feeds, blocks (paragraphs, columns, cells of their own) by two.
 */
export interface PageText {
  readonly text: string;
  /** Left, bottom, right, top in PDF user space, four numbers a UTF-16 unit; a separator's box is the gap it fills. */
  readonly boxes: Float32Array;
  readonly lines: readonly TextLine[];
  readonly blocks: readonly TextBlock[];
  readonly geometry: PageGeometry;
}

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A line of a block: the units `[start, end)`, its line feed excluded. */
export interface TextLine extends Box {
  readonly start: number;
  readonly end: number;
  /** Quarter turns of the writing direction, counterclockwise from left-to-right. */
  readonly turns: number;
  readonly block: number;
}

/** A paragraph, heading, table row group or anything else that belongs together: the lines `[firstLine, endLine)`. */
export interface TextBlock extends Box {
  readonly firstLine: number;
  readonly endLine: number;
  readonly turns: number;
}

/** The box of one UTF-16 unit. */
export function boxAt(page: PageText, offset: number): Box {
  return boxIn(page.boxes, offset);
}

/** The box of one entry of a flat list of left, bottom, right, top. */
export function boxIn(boxes: Float32Array, index: number): Box {
  const at = index * 4;
  return {
    left: boxes[at] ?? 0,
    bottom: boxes[at + 1] ?? 0,
    right: boxes[at + 2] ?? 0,
    top: boxes[at + 3] ?? 0,
  };
}

/** The smallest box around all of them. Throws when there are none. */
export function around(boxes: readonly Box[]): Box {
  const [first] = boxes;
  if (!first) throw new Error('no boxes to surround');
  let { left, bottom, right, top } = first;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    bottom = Math.min(bottom, box.bottom);
    right = Math.max(right, box.right);
    top = Math.max(top, box.top);
  }
  return { left, bottom, right, top };
}
