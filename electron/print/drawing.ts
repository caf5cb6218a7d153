import type { PDFPage } from '@cantoo/pdf-lib';
import {
  BlendMode,
  concatTransformationMatrix,
  LineCapStyle,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  type Color,
} from '@cantoo/pdf-lib';
import type { HighlightColour } from '../../core/annotation/annotation.ts';
import type { Matrix } from '../../core/print/imposition.ts';
import { after, inverse, upright } from '../../core/print/imposition.ts';
import { quadToView, type PageGeometry } from '../../core/pdf/pageGeometry.ts';
import type { DrawnMark } from './composeMessages.ts';
import { drawOnPage } from './drawnNotes.ts';
import type { Paper } from './paper.ts';
import { drawWords } from './paper.ts';

export const ink = rgb(0.1, 0.1, 0.1);
export const greyInk = rgb(0.36, 0.36, 0.36);
const white = rgb(1, 1, 1);

/** The four colours of the screen's own tokens, and a darker one of each for lines. */
const fills: Readonly<Record<HighlightColour, Color>> = {
  yellow: rgb(1, 0.9, 0.39),
  green: rgb(0.7, 0.92, 0.61),
  blue: rgb(0.66, 0.85, 1),
  pink: rgb(1, 0.73, 0.84),
};
const lines: Readonly<Record<HighlightColour, Color>> = {
  yellow: rgb(0.66, 0.54, 0),
  green: rgb(0.3, 0.56, 0.19),
  blue: rgb(0.18, 0.5, 0.75),
  pink: rgb(0.78, 0.32, 0.5),
};

/** Draws with the document page's upright points, from its lower left corner. */
function onUpright(
  { page, geometry, matrix }: Paper,
  draw: (size: { width: number; height: number }) => void,
): void {
  const own = upright(geometry);
  inside(page, after(inverse(own.matrix), matrix), () => draw(own));
}

function inside(page: PDFPage, matrix: Matrix, draw: () => void): void {
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...matrix));
  draw();
  page.pushOperators(popGraphicsState());
}

/** In the upper right corner: small, on white so that it can be read on any page. */
export function drawStamp(paper: Paper, text: string): void {
  const { page, fonts, scale } = paper;
  onUpright(paper, ({ width, height }) => {
    const size = 8.5 * scale;
    const padding = 3 * scale;
    const wide = fonts.width(text, 'strong', size) + 2 * padding;
    const high = size + 2 * padding;
    const x = width - wide - 10 * scale;
    const y = height - high - 8 * scale;
    page.drawRectangle({ x, y, width: wide, height: high, color: white, opacity: 0.9 });
    drawWords(page, fonts, text, {
      x: x + padding,
      y: y + padding * 1.35,
      size,
      weight: 'strong',
      colour: ink,
    });
  });
}

const isOnPageItself: ReadonlySet<DrawnMark['kind']> = new Set(['ink', 'area', 'freeText']);

/** Marks of words where the words stand, drawings where they were drawn; badges of notes in the right margin at their height. */
export function drawMarks(paper: Paper, marks: readonly DrawnMark[]): void {
  const { page, matrix } = paper;
  inside(page, matrix, () => {
    for (const mark of marks.filter(({ kind }) => isOnPageItself.has(kind))) drawOnPage(paper, mark);
    for (const mark of marks.filter(({ kind }) => !isOnPageItself.has(kind)))
      for (const quad of mark.quads) {
        if (mark.kind === 'highlight') highlight(page, quad, fills[mark.colour]);
        else
          underline(
            paper,
            quad,
            mark.kind === 'underline' ? lines[mark.colour] : greyInk,
            mark.kind === 'note',
          );
      }
  });
  drawBadges(paper, marks);
}

/** Quads: upper left, upper right, lower left, lower right. */
function highlight(page: PDFPage, quad: readonly number[], colour: Color): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = quad;
  // SVG's y points downwards.
  page.drawSvgPath(`M ${x1} ${-y1} L ${x2} ${-y2} L ${x4} ${-y4} L ${x3} ${-y3} Z`, {
    x: 0,
    y: 0,
    color: colour,
    blendMode: BlendMode.Multiply,
  });
}

function underline({ page, scale }: Paper, quad: readonly number[], colour: Color, isDashed: boolean): void {
  const [, , , , x3 = 0, y3 = 0, x4 = 0, y4 = 0] = quad;
  page.drawLine({
    start: { x: x3, y: y3 },
    end: { x: x4, y: y4 },
    thickness: 1.1 * scale,
    color: colour,
    ...(isDashed ? { dashArray: [2 * scale, 2 * scale] } : {}),
    lineCap: LineCapStyle.Butt,
  });
}

function drawBadges(paper: Paper, marks: readonly DrawnMark[]): void {
  const { page, fonts, scale, geometry } = paper;
  onUpright(paper, ({ width, height }) => {
    const size = 7.5 * scale;
    const high = size + 4 * scale;
    // Below the stamp, and each below the one before where they would touch.
    let highest = height - 30 * scale;
    const placed = marks
      .filter(({ badge }) => badge !== null)
      .map(({ badge, quads }) => ({ badge: badge ?? '', top: topOf(geometry, quads, height) }))
      .sort((one, other) => other.top - one.top);
    for (const { badge, top } of placed) {
      const y = Math.max(4 * scale, Math.min(highest, top) - high);
      highest = y - 1.5 * scale;
      const wide = Math.max(high, fonts.width(badge, 'strong', size) + 5 * scale);
      const x = width - wide - 6 * scale;
      page.drawRectangle({
        x,
        y,
        width: wide,
        height: high,
        color: ink,
        borderColor: white,
        borderWidth: 0.6 * scale,
      });
      drawWords(page, fonts, badge, {
        x: x + (wide - fonts.width(badge, 'strong', size)) / 2,
        y: y + 3.4 * scale,
        size,
        weight: 'strong',
        colour: white,
      });
    }
  });
}

/** Upper edge of the first quad, points from the lower edge of the upright page; the page's top without one. */
function topOf(geometry: PageGeometry, quads: DrawnMark['quads'], height: number): number {
  const first = quads[0] === undefined ? null : quadToView(geometry, quads[0]);
  return first === null ? height : Math.min(height, Math.max(0, height - first.top));
}
