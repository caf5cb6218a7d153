import type { PageRow } from './scrollLayout.ts';
import type { ViewRectangle } from './viewPlaces.ts';

/** Where one reads on: down or up. */
export type Heading = 1 | -1;

/** So much further away counts what one has left behind, in pixels. */
const behind = 5000;

/**
 * How urgent drawing a page is, the lowest first: pages in view before all else, the one nearest the middle first, then
 * those out of view by their distance in pixels, where one is heading first.
 */
export function drawUrgency(row: PageRow, view: ViewRectangle, heading: Heading): number {
  const above = view.top - row.top - row.height;
  const below = row.top - view.top - view.height;
  const fromMiddle = Math.abs(row.top + row.height / 2 - view.top - view.height / 2);
  if (above <= 0 && below <= 0) return Math.min(9, fromMiddle / 1000);
  const isBehind = heading === 1 ? above > 0 : below > 0;
  return 1000 + Math.max(above, below) + (isBehind ? behind : 0);
}

/** The words of a page are wanted after all drawings in view, and before those out of view. */
export function textUrgency(row: PageRow, view: ViewRectangle, heading: Heading): number {
  return drawUrgency(row, view, heading) + 20;
}
