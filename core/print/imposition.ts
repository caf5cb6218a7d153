import type { PageGeometry } from '../pdf/pageGeometry.ts';
import type { PagesPerSheet } from './printOrder.ts';

/** a b c d e f of ISO 32000-1, 8.3.3: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A place on a sheet, points from its lower left corner. */
export interface Cell {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly cells: readonly Cell[];
}

/** ISO 216, in points. */
export const a4 = { width: 595.276, height: 841.89 } as const;
/** What most printers leave white at the edges. */
const margin = 18;
const gap = 12;
/** A page is turned on the sheet only when that makes it so much larger. */
const worthTurning = 1.2;

/** The page as it stands upright: its size, and the matrix from user space to points from its lower left corner. */
export function upright({ left, bottom, right, top, quarterTurns }: PageGeometry): {
  readonly width: number;
  readonly height: number;
  readonly matrix: Matrix;
} {
  const width = right - left;
  const height = top - bottom;
  switch (quarterTurns & 3) {
    case 1:
      return { width: height, height: width, matrix: [0, -1, 1, 0, -bottom, right] };
    case 2:
      return { width, height, matrix: [-1, 0, 0, -1, right, top] };
    case 3:
      return { width: height, height: width, matrix: [0, 1, -1, 0, top, -left] };
    default:
      return { width, height, matrix: [1, 0, 0, 1, -left, -bottom] };
  }
}

/** First `one`, then `next`. */
export function after(one: Matrix, next: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [p, q, r, s, t, u] = next;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** Undoes a matrix. Throws when it flattens everything, which no page's does. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c;
  if (determinant === 0) throw new Error('a matrix without an inverse');
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

/** An A4 sheet for so many pages, upright or lying as most of the pages fill it best. */
export function sheetFor(perSheet: Exclude<PagesPerSheet, 1>, pages: readonly PageGeometry[]): Sheet {
  const lying = pages.filter((page) => {
    const { width, height } = upright(page);
    return width > height;
  }).length;
  const pagesLie = lying * 2 > pages.length;
  const sheetLies = perSheet === 2 ? !pagesLie : pagesLie;
  const [width, height] = sheetLies ? [a4.height, a4.width] : [a4.width, a4.height];
  const columns = perSheet === 4 || sheetLies ? 2 : 1;
  const rows = perSheet / columns;
  const cellWidth = (width - 2 * margin - (columns - 1) * gap) / columns;
  const cellHeight = (height - 2 * margin - (rows - 1) * gap) / rows;
  const cells = Array.from({ length: perSheet }, (_, at) => ({
    left: margin + (at % columns) * (cellWidth + gap),
    bottom: height - margin - cellHeight - Math.floor(at / columns) * (cellHeight + gap),
    width: cellWidth,
    height: cellHeight,
  }));
  return { width, height, cells };
}

/** Where a page comes to stand: the matrix from its user space to the sheet, and the paper it covers there. */
export interface Placement {
  readonly matrix: Matrix;
  readonly covers: Cell;
}

/** Puts a page into the middle of a cell, as large as fits and never larger than it is. */
export function placeIn(cell: Cell, page: PageGeometry): Placement {
  const own = upright(page);
  const straight = fit(cell, own.width, own.height);
  const turned = fit(cell, own.height, own.width);
  const isTurned = turned > straight * worthTurning;
  const scale = isTurned ? turned : straight;
  const width = (isTurned ? own.height : own.width) * scale;
  const height = (isTurned ? own.width : own.height) * scale;
  const left = cell.left + (cell.width - width) / 2;
  const bottom = cell.bottom + (cell.height - height) / 2;
  // Turned counterclockwise: what was the top is to the left, as one turns the sheet to read it.
  const stand: Matrix = isTurned
    ? [0, scale, -scale, 0, left + width, bottom]
    : [scale, 0, 0, scale, left, bottom];
  return { matrix: after(own.matrix, stand), covers: { left, bottom, width, height } };
}

const fit = (cell: Cell, width: number, height: number): number =>
  Math.min(1, cell.width / width, cell.height / height);
