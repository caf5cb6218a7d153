import type { PageRow } from './scrollLayout.ts';
import type { ViewRectangle } from './viewPlaces.ts';

/**
 * How urgent drawing a page is, the lowest first: pages in view before all else, the one nearest the middle first, then
 * those out of view by their distance in pixels.
 */
export function drawUrgency(row: PageRow, view: ViewRectangle): number {
  const outside = Math.max(view.top - row.top - row.height, row.top - view.top - view.height, 0);
  const fromMiddle = Math.abs(row.top + row.height / 2 - view.top - view.height / 2);
  return outside > 0 ? 1000 + outside : Math.min(9, fromMiddle / 1000);
}

/** The words of a page are wanted after all drawings in view, and before those out of view. */
export function textUrgency(row: PageRow, view: ViewRectangle): number {
  return drawUrgency(row, view) + 20;
}
