import type { Box, PageText, TextBlock, TextLine } from './pageText.ts';
import { boxAt } from './pageText.ts';
import { pointToUpright, toUpright } from './turnedBox.ts';

/**
 * The offset nearest to a point of user space: between two characters, on the line of the block nearest to the point.
 * Null on a page without text.
 */
export function offsetAt(page: PageText, x: number, y: number): number | null {
  const block = nearest(page.blocks, x, y);
  const line = block && nearestLine(page, block, x, y);
  return line ? offsetOnLine(page, line, x, y) : null;
}

/** The character whose box holds the point, or null: what a double click on a word needs. */
export function characterAt(page: PageText, x: number, y: number): number | null {
  for (const line of page.lines) {
    if (!holds(line, x, y)) continue;
    for (let offset = line.start; offset < line.end; offset++) {
      if (holds(boxAt(page, offset), x, y)) return offset;
    }
  }
  return null;
}

/** The offset on this line nearest to a point of user space, measured along the line. */
export function offsetOnLine(page: PageText, line: TextLine, x: number, y: number): number {
  const point = pointToUpright(x, y, line.turns);
  let best = line.start;
  let bestDistance = Infinity;
  for (let offset = line.start; offset < line.end; offset++) {
    const unit = page.text.charCodeAt(offset);
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    const box = toUpright(boxAt(page, offset), line.turns);
    const distance = Math.max(box.left - point.x, point.x - box.right, 0);
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    const afterMiddle = point.x > (box.left + box.right) / 2;
    best = afterMiddle ? offset + (unit >= 0xd800 && unit <= 0xdbff ? 2 : 1) : offset;
  }
  return best;
}

function nearestLine(page: PageText, block: TextBlock, x: number, y: number): TextLine | null {
  const point = pointToUpright(x, y, block.turns);
  let best: TextLine | null = null;
  let bestDistance = Infinity;
  for (const line of page.lines.slice(block.firstLine, block.endLine)) {
    const box = toUpright(line, line.turns);
    const distance = Math.max(box.bottom - point.y, point.y - box.top, 0);
    if (distance < bestDistance) [best, bestDistance] = [line, distance];
  }
  return best;
}

function nearest<T extends Box>(boxes: readonly T[], x: number, y: number): T | null {
  let best: T | null = null;
  let bestDistance = Infinity;
  for (const box of boxes) {
    const dx = Math.max(box.left - x, x - box.right, 0);
    const dy = Math.max(box.bottom - y, y - box.top, 0);
    const distance = dx * dx + dy * dy;
    if (distance < bestDistance) [best, bestDistance] = [box, distance];
  }
  return best;
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;
}
