import type { PageGeometry, ViewRect } from '../../../../core/pdf/pageGeometry.ts';
import { quadToView, toUser, toView } from '../../../../core/pdf/pageGeometry.ts';
import { quadOfView } from '../../../../core/annotation/drawn/drawnFrame.ts';
import type { Box } from '../../../../core/text/pageText.ts';
import { quadOf } from '../../../../core/text/textQuads.ts';
import { shownSize } from '../page/percentBox.ts';

/**
 * A frame on the page as shown, in points: its corner that is upper left for who reads it, its size, and how it is turned,
 * in quarter turns clockwise. Words written before the page was turned stand on their side.
 */
export interface PageFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turns: number;
}

/** Along the frame's own lines, and down it. */
const directions = [
  { along: [1, 0], down: [0, 1] },
  { along: [0, 1], down: [-1, 0] },
  { along: [-1, 0], down: [0, -1] },
  { along: [0, -1], down: [1, 0] },
] as const;

const directionsOf = (turns: number): (typeof directions)[number] => directions[turns & 3] ?? directions[0];

/** Null when it is no quad. */
export function frameOfQuad(geometry: PageGeometry, quad: readonly number[]): PageFrame | null {
  if (quad.length !== 8 || !quad.every(Number.isFinite)) return null;
  const corner = (i: number) => toView(geometry, quad[i] ?? 0, quad[i + 1] ?? 0);
  const [first, second, third] = [corner(0), corner(2), corner(4)];
  const [dx, dy] = [second.x - first.x, second.y - first.y];
  const turns = Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy >= 0 ? 1 : 3;
  return {
    x: first.x,
    y: first.y,
    width: Math.hypot(dx, dy),
    height: Math.hypot(third.x - first.x, third.y - first.y),
    turns,
  };
}

/** The reverse of `frameOfQuad`, to a tenth of a point. */
export function quadOfFrame(geometry: PageGeometry, frame: PageFrame): readonly number[] {
  const { along, down } = directionsOf(frame.turns);
  const corners = [
    [0, 0],
    [frame.width, 0],
    [0, frame.height],
    [frame.width, frame.height],
  ] as const;
  return corners.flatMap(([right, below]) => {
    const x = frame.x + along[0] * right + down[0] * below;
    const y = frame.y + along[1] * right + down[1] * below;
    const point = toUser(geometry, x, y);
    return [tenth(point.x), tenth(point.y)];
  });
}

/** The upright frame around a box of PDF user space. */
export function quadOfBox(geometry: PageGeometry, box: Box): readonly number[] {
  const quad = quadOf(box);
  const view = quadToView(geometry, quad);
  return view === null ? quad : quadOfView(geometry, view);
}

/** The upright rectangle it takes up on the page as shown. */
export function rectangleOf({ x, y, width, height, turns }: PageFrame): ViewRect {
  const { along, down } = directionsOf(turns);
  const xs = [0, along[0] * width, down[0] * height, along[0] * width + down[0] * height];
  const ys = [0, along[1] * width, down[1] * height, along[1] * width + down[1] * height];
  const [left, top] = [x + Math.min(...xs), y + Math.min(...ys)];
  return { left, top, width: x + Math.max(...xs) - left, height: y + Math.max(...ys) - top };
}

/** Moved on the page as shown, and no further than its edge. */
export function movedFrame(geometry: PageGeometry, frame: PageFrame, dx: number, dy: number): PageFrame {
  const page = shownSize(geometry);
  const { left, top, width, height } = rectangleOf(frame);
  const x = Math.max(-left, Math.min(page.width - left - width, dx));
  const y = Math.max(-top, Math.min(page.height - top - height, dy));
  return { ...frame, x: frame.x + x, y: frame.y + y };
}

/** A side or corner by which a frame is made larger or smaller, as the frame itself stands. */
export const frameHandles = ['n', 's', 'e', 'w', 'nw', 'ne', 'sw', 'se'] as const;
export type FrameHandle = (typeof frameHandles)[number];

/** Smaller could not be taken hold of. */
export const leastSide = 8;

/**
 * A side or corner pulled by so much on the page as shown; the opposite one stays. Never smaller than can be taken hold of,
 * never beyond the page.
 */
export function resizedFrame(
  geometry: PageGeometry,
  frame: PageFrame,
  handle: FrameHandle,
  dx: number,
  dy: number,
): PageFrame {
  const { along, down } = directionsOf(frame.turns);
  const right = along[0] * dx + along[1] * dy;
  const below = down[0] * dx + down[1] * dy;
  const grown = (size: number, by: number): number => Math.max(leastSide, size + by);
  const width = handle.includes('e')
    ? grown(frame.width, right)
    : handle.includes('w')
      ? grown(frame.width, -right)
      : frame.width;
  const height = handle.includes('s')
    ? grown(frame.height, below)
    : handle.includes('n')
      ? grown(frame.height, -below)
      : frame.height;
  const shiftRight = handle.includes('w') ? frame.width - width : 0;
  const shiftDown = handle.includes('n') ? frame.height - height : 0;
  const resized = {
    ...frame,
    x: frame.x + along[0] * shiftRight + down[0] * shiftDown,
    y: frame.y + along[1] * shiftRight + down[1] * shiftDown,
    width,
    height,
  };
  return isOnPage(geometry, resized) ? resized : frame;
}

function isOnPage(geometry: PageGeometry, frame: PageFrame): boolean {
  const page = shownSize(geometry);
  const { left, top, width, height } = rectangleOf(frame);
  return left >= -0.5 && top >= -0.5 && left + width <= page.width + 0.5 && top + height <= page.height + 0.5;
}

export type PageMatrix = [number, number, number, number, number, number];

/** From user space to the page as shown, as SVG and canvases take it. */
export function pageMatrix({ left, bottom, right, top, quarterTurns }: PageGeometry): PageMatrix {
  switch (quarterTurns) {
    case 1:
      return [0, 1, 1, 0, -bottom, -left];
    case 2:
      return [-1, 0, 0, 1, right, -bottom];
    case 3:
      return [0, -1, -1, 0, top, right];
    default:
      return [1, 0, 0, -1, -left, top];
  }
}

/** The same as an SVG `transform`. */
export const matrixOf = (geometry: PageGeometry): string => `matrix(${pageMatrix(geometry).join(' ')})`;

const tenth = (value: number): number => Math.round(value * 10) / 10;
