import {
  BlendMode,
  LineCapStyle,
  LineJoinStyle,
  concatTransformationMatrix,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setLineJoin,
  type Color,
} from '@cantoo/pdf-lib';
import type { InkColour } from '../../core/annotation/noteDetails.ts';
import type { DrawnMark } from './composeMessages.ts';
import type { Paper } from './paper.ts';
import { drawWords } from './paper.ts';
import { wrapWords } from './wrapWords.ts';

/** As on the screen, on white. */
const inks: Readonly<Record<InkColour, Color>> = {
  black: rgb(0.11, 0.11, 0.11),
  blue: rgb(0.08, 0.34, 0.78),
  red: rgb(0.78, 0.12, 0.12),
  green: rgb(0.09, 0.45, 0.18),
  yellow: rgb(1, 0.9, 0.39),
};
const areaLine = rgb(0.06, 0.37, 0.45);
const lineHeight = 1.3;

/** What was drawn or written on a page, in its own user space. */
export function drawOnPage(paper: Paper, mark: DrawnMark): void {
  for (const stroke of mark.strokes ?? []) drawStroke(paper, stroke);
  const [quad] = mark.quads;
  if (quad === undefined) return;
  if (mark.kind === 'area') drawFrame(paper, quad);
  if (mark.words !== undefined) drawOwnWords(paper, quad, mark.words);
}

function drawStroke(
  { page }: Paper,
  { points, width, colour }: NonNullable<DrawnMark['strokes']>[number],
): void {
  // SVG's y points downwards. A dot is a line to itself.
  const places = Array.from(
    { length: points.length >> 1 },
    (_, i) => `${points[2 * i]} ${-(points[2 * i + 1] ?? 0)}`,
  );
  const [first] = places;
  if (first === undefined) return;
  page.pushOperators(pushGraphicsState(), setLineJoin(LineJoinStyle.Round));
  page.drawSvgPath(`M ${[first, ...(places.length === 1 ? places : places.slice(1))].join(' L ')}`, {
    x: 0,
    y: 0,
    borderColor: inks[colour],
    borderWidth: width,
    borderLineCap: LineCapStyle.Round,
    ...(colour === 'yellow' ? { blendMode: BlendMode.Multiply } : {}),
  });
  page.pushOperators(popGraphicsState());
}

/** Quads: upper left, upper right, lower left, lower right. */
function drawFrame({ page, scale }: Paper, quad: readonly number[]): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = quad;
  page.drawSvgPath(`M ${x1} ${-y1} L ${x2} ${-y2} L ${x4} ${-y4} L ${x3} ${-y3} Z`, {
    x: 0,
    y: 0,
    borderColor: areaLine,
    borderWidth: 1.4 * scale,
  });
}

/** Along the upper edge of their frame, which on a turned page is not the page's own. */
function drawOwnWords(
  { page, fonts }: Paper,
  quad: readonly number[],
  { text, size, colour }: NonNullable<DrawnMark['words']>,
): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = quad;
  const width = Math.hypot(x2 - x1, y2 - y1);
  if (width === 0) return;
  const [cos, sin] = [(x2 - x1) / width, (y2 - y1) / width];
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(cos, sin, -sin, cos, x1, y1));
  wrapWords(text, width, (words) => fonts.width(words, 'regular', size)).forEach((words, line) =>
    drawWords(page, fonts, words, {
      x: 0,
      y: -(line * lineHeight + 1) * size,
      size,
      weight: 'regular',
      colour: inks[colour],
    }),
  );
  page.pushOperators(popGraphicsState());
}
