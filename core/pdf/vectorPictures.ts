import type { Box } from '../text/pageText.ts';
import { around } from '../text/pageText.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

const pathObject = 2; // FPDF_PAGEOBJ_PATH
/** Of one page; what lies beyond is not looked at. */
const maxPaths = 20_000;
/** Points. Paths in the same or touching squares belong together. */
const square = 18;
/** A map has many shapes in several colours; a table with coloured cells has rectangles, a letterhead few of either. */
const leastPaths = 30;
const leastShapes = 12;
const leastColours = 3;
const leastSide = 90;
/** A rectangle has five; what has more is a shape. */
const rectangleSegments = 5;
/** Larger is the ground of the page. */
const mostOfPage = 0.8;
/** Of 255: less apart, and red, green and blue are a grey. */
const leastSaturation = 24;
const leastAlpha = 40;

interface ColouredPath {
  readonly box: Box;
  /** Red, green and blue in steps of 32. */
  readonly colour: number;
  readonly isShape: boolean;
}

interface Group {
  boxes: Box[];
  shapes: number;
  readonly colours: Set<number>;
}

/**
 * Boxes of the pictures on a page (FPDF_PAGE) that are drawn with lines and areas, maps above all, in PDF user space:
 * where many coloured shapes of several colours lie together. `pageBox` is the page's visible box.
 */
export function vectorPictures(
  module: PdfiumModule,
  heap: PdfiumHeap,
  page: number,
  pageBox: Box,
): readonly Box[] {
  return picturesAmong(colouredPaths(module, heap, page, pageBox), pageBox);
}

function colouredPaths(module: PdfiumModule, heap: PdfiumHeap, page: number, pageBox: Box): ColouredPath[] {
  const buffer = heap.allocate(32);
  if (buffer === 0) return [];
  const paths: ColouredPath[] = [];
  const pageArea = areaOf(pageBox);
  const count = Math.min(maxPaths, module.FPDFPage_CountObjects(page));
  for (let index = 0; index < count; index++) {
    const object = module.FPDFPage_GetObject(page, index);
    if (module.FPDFPageObj_GetType(object) !== pathObject) continue;
    const colour = colourOf(module, heap, object, buffer);
    if (colour === null) continue;
    if (!module.FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12)) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = heap.floats(buffer, 4);
    const box = within({ left, bottom, right, top }, pageBox);
    if (box === null || areaOf(box) > mostOfPage * pageArea) continue;
    paths.push({ box, colour, isShape: module.FPDFPath_CountSegments(object) > rectangleSegments });
  }
  heap.free(buffer);
  return paths;
}

/** Of the area if it is filled with one, else of the line; null for black, white and greys. */
function colourOf(module: PdfiumModule, heap: PdfiumHeap, object: number, buffer: number): number | null {
  if (!module.FPDFPath_GetDrawMode(object, buffer, buffer + 4)) return null;
  const [isFilled, isStroked] = [heap.word(buffer) !== 0, heap.word(buffer + 4) !== 0];
  const read = (ask: (r: number, g: number, b: number, a: number) => boolean): number | null => {
    if (!ask(buffer, buffer + 4, buffer + 8, buffer + 12)) return null;
    const [red, green, blue] = [heap.word(buffer), heap.word(buffer + 4), heap.word(buffer + 8)];
    const saturation = Math.max(red, green, blue) - Math.min(red, green, blue);
    if (saturation < leastSaturation || heap.word(buffer + 12) < leastAlpha) return null;
    return ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
  };
  const filled = isFilled ? read((r, g, b, a) => module.FPDFPageObj_GetFillColor(object, r, g, b, a)) : null;
  if (filled !== null || !isStroked) return filled;
  return read((r, g, b, a) => module.FPDFPageObj_GetStrokeColor(object, r, g, b, a));
}

/** Groups of paths that lie together, those that make a picture. */
function picturesAmong(paths: readonly ColouredPath[], page: Box): readonly Box[] {
  if (paths.length < leastPaths) return [];
  const columns = Math.ceil((page.right - page.left) / square) + 1;
  const parents = new Map<number, number>();
  const rootOf = (cell: number): number => {
    let root = cell;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(cell, root);
    return root;
  };
  const firstCells = paths.map(({ box }) => {
    const [fromX, toX] = [box.left, box.right].map((x) => Math.floor((x - page.left) / square));
    const [fromY, toY] = [box.bottom, box.top].map((y) => Math.floor((y - page.bottom) / square));
    const first = (fromY ?? 0) * columns + (fromX ?? 0);
    for (let y = fromY ?? 0; y <= (toY ?? 0); y++) {
      for (let x = fromX ?? 0; x <= (toX ?? 0); x++) parents.set(rootOf(y * columns + x), rootOf(first));
    }
    return first;
  });
  const groups = new Map<number, Group>();
  paths.forEach(({ box, colour, isShape }, index) => {
    const root = rootOf(firstCells[index] ?? 0);
    const group = groups.get(root) ?? { boxes: [], shapes: 0, colours: new Set() };
    group.boxes.push(box);
    group.colours.add(colour);
    if (isShape) group.shapes++;
    groups.set(root, group);
  });
  return [...groups.values()].filter(isPicture).map(({ boxes }) => around(boxes));
}

function isPicture({ boxes, shapes, colours }: Group): boolean {
  if (boxes.length < leastPaths || shapes < leastShapes || colours.size < leastColours) return false;
  const { left, bottom, right, top } = around(boxes);
  return right - left >= leastSide && top - bottom >= leastSide;
}

const areaOf = ({ left, bottom, right, top }: Box): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

/** The part of a box on the page; null when there is none. */
function within(box: Box, page: Box): Box | null {
  const left = Math.max(box.left, page.left);
  const right = Math.min(box.right, page.right);
  const bottom = Math.max(box.bottom, page.bottom);
  const top = Math.min(box.top, page.top);
  return right >= left && top >= bottom ? { left, bottom, right, top } : null;
}
