import type { Box, PageText, TextLine } from './pageText.ts';
import { around, boxAt } from './pageText.ts';
import type { TextRange } from './textRanges.ts';
import { toUpright } from './turnedBox.ts';

/**
 * One quad a line (and a cell of a table row) for the units `[start, end)`: eight numbers of user space in the order of
 * QuadPoints (ISO 32000-1, 12.5.6.10): upper left, upper right, lower left, lower right, seen along the writing.
 */
export function quadsOf(page: PageText, range: TextRange): number[][] {
  const quads: number[][] = [];
  for (const line of page.lines) {
    if (line.end <= range.start || line.start >= range.end) continue;
    const start = Math.max(line.start, range.start);
    const end = Math.min(line.end, range.end);
    for (const cell of cells(page.text, start, end)) {
      const box = extent(page, line, cell);
      if (box) quads.push(quadOf(box, line.turns));
    }
  }
  return quads;
}

function cells(text: string, start: number, end: number): TextRange[] {
  const ranges: TextRange[] = [];
  let at = start;
  for (const part of text.slice(start, end).split('\t')) {
    if (part.trim() !== '') ranges.push({ start: at, end: at + part.length });
    at += part.length + 1;
  }
  return ranges;
}

/** As wide as the marked characters, as high as the highest of them. */
function extent(page: PageText, line: TextLine, range: TextRange): Box | null {
  const boxes: Box[] = [];
  for (let offset = range.start; offset < range.end; offset++) {
    if (page.text.charAt(offset).trim() !== '') boxes.push(boxAt(page, offset));
  }
  if (boxes.length === 0) return null;
  const marked = around(boxes);
  const vertical = line.turns % 2 === 1;
  return vertical
    ? { ...marked, left: line.left, right: line.right }
    : { ...marked, bottom: line.bottom, top: line.top };
}

/**
 * The quad of a box of user space, its corners in the order of QuadPoints as seen along writing that is turned by so many
 * quarters.
 */
export function quadOf(box: Box, turns = 0): number[] {
  const { left, bottom, right, top } = toUpright(box, turns);
  const corners: readonly (readonly [number, number])[] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  return corners.flatMap(([x, y]) => {
    const point = toUpright({ left: x, right: x, bottom: y, top: y }, (4 - turns) & 3);
    return [point.left, point.bottom];
  });
}
