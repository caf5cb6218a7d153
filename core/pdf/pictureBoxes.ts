import type { Box } from '../text/pageText.ts';
import { around } from '../text/pageText.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';

const imageObject = 3; // FPDF_PAGEOBJ_IMAGE
const formObject = 5; // FPDF_PAGEOBJ_FORM
/** Of one page; a page may be made to hold forms in forms without end. */
const maxObjects = 20_000;
const maxDepth = 6;
const maxBoxes = 400;
/** Points. What is thinner is a line or a bullet that was saved as a picture. */
const leastSide = 9;

/** a, b, c, d, e, f of ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number];
const upright: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * The boxes of the images on a page (FPDF_PAGE), those inside its forms included, in PDF user space. Bars that a picture
 * was cut into count as one when each is too thin alone. At most 400, the largest.
 */
export function pictureBoxes(module: PdfiumModule, heap: PdfiumHeap, page: number): readonly Box[] {
  const buffer = heap.allocate(24);
  if (buffer === 0) return [];
  const boxes: Box[] = [];
  let visited = 0;

  const visit = (count: number, objectAt: (index: number) => number, matrix: Matrix, depth: number): void => {
    for (let index = 0; index < count && visited < maxObjects; index++) {
      visited++;
      const object = objectAt(index);
      const kind = module.FPDFPageObj_GetType(object);
      if (kind === imageObject) {
        const box = boundsOf(object);
        if (box) boxes.push(placed(matrix, box));
      } else if (kind === formObject && depth < maxDepth) {
        const inner = multiplied(matrixOf(object), matrix);
        const inside = module.FPDFFormObj_CountObjects(object);
        visit(inside, (at) => module.FPDFFormObj_GetObject(object, at), inner, depth + 1);
      }
    }
  };

  const boundsOf = (object: number): Box | null => {
    if (!module.FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12)) return null;
    const [left = 0, bottom = 0, right = 0, top = 0] = heap.floats(buffer, 4);
    return [left, bottom, right, top].every(Number.isFinite) ? { left, bottom, right, top } : null;
  };

  const matrixOf = (object: number): Matrix => {
    if (!module.FPDFPageObj_GetMatrix(object, buffer)) return upright;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = heap.floats(buffer, 6);
    return [a, b, c, d, e, f];
  };

  visit(module.FPDFPage_CountObjects(page), (index) => module.FPDFPage_GetObject(page, index), upright, 0);
  heap.free(buffer);
  return largest(joinedBars(boxes).filter(isPicture));
}

const isPicture = ({ left, bottom, right, top }: Box): boolean =>
  right - left >= leastSide && top - bottom >= leastSide;

const largest = (boxes: readonly Box[]): readonly Box[] =>
  boxes.length <= maxBoxes ? boxes : boxes.toSorted((a, b) => areaOf(b) - areaOf(a)).slice(0, maxBoxes);

const areaOf = ({ left, bottom, right, top }: Box): number => (right - left) * (top - bottom);

/** Scanners and word processors cut pictures into bars that touch each other from edge to edge. */
function joinedBars(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    if (last && isNextBar(last, box)) joined[joined.length - 1] = around([last, box]);
    else joined.push(box);
  }
  return joined;
}

function isNextBar(one: Box, other: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;
  const sameColumn = near(one.left, other.left) && near(one.right, other.right);
  return sameColumn && (near(one.bottom, other.top) || near(other.bottom, one.top));
}

function placed([a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Box): Box {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
  return around(corners.map(({ x, y }) => ({ left: x, right: x, bottom: y, top: y })));
}

/** First `one`, then `other`. */
function multiplied(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [p, q, r, s, t, u] = other;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}
