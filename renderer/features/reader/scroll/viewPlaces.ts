import type { PageMode } from '../../../../core/settings/settings.ts';
import type { ScrollLayout } from './scrollLayout.ts';
import { anchorAt, bandAt, rowAt, rowAtPoint, topOfAnchor } from './scrollLayout.ts';

/** A rectangle of the scrolled content, CSS pixels. */
export interface ViewRectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point of the view, CSS pixels from its upper left corner. */
export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

/** Where the view must be in `after` so that what was at a point of it in `before` is there again. */
export function placeAfter(
  before: ScrollLayout,
  after: ScrollLayout,
  view: ViewRectangle,
  about: ViewPoint,
): { readonly top: number; readonly left: number } {
  const at = anchorAt(before, view.top + about.y);
  const row = rowAtPoint(before, view.left + about.x, view.top + about.y);
  const [old, now] = [before.rows[row], after.rows[row]];
  const across = old ? (view.left + about.x - old.left) / Math.max(1, old.width) : 0;
  return {
    top: topOfAnchor(after, at) - about.y,
    left: now ? Math.round(now.left + across * now.width - about.x) : 0,
  };
}

/** Stretches content laid out as `before` so that the page at the point lies where it will lie in `after`. */
export function previewTransform(
  before: ScrollLayout,
  after: ScrollLayout,
  view: ViewRectangle,
  about: ViewPoint,
): { readonly transform: string; readonly factor: number } {
  const place = placeAfter(before, after, view, about);
  const top = within(place.top, after.height - view.height);
  const left = within(place.left, after.width - view.width);
  const row = rowAtPoint(before, view.left + about.x, view.top + about.y);
  const [old, now] = [before.rows[row], after.rows[row]];
  if (old?.kind !== 'page' || now?.kind !== 'page') {
    const pages = before.rows.findIndex(({ kind }) => kind === 'page');
    const [one, other] = [before.rows[pages], after.rows[pages]];
    const factor = one?.kind === 'page' && other?.kind === 'page' ? other.scale / one.scale : 1;
    return stretched(factor, (view.left + about.x) * (1 - factor), (view.top + about.y) * (1 - factor));
  }
  const factor = now.scale / old.scale;
  return stretched(
    factor,
    now.left - left + view.left - old.left * factor,
    now.top - top + view.top - old.top * factor,
  );
}

const stretched = (factor: number, x: number, y: number): { transform: string; factor: number } => ({
  transform: `translate(${x}px, ${y}px) scale(${factor})`,
  factor,
});

/**
 * Where the view may rest: a narrow page after a wide one that was scrolled sideways must not be out of sight, and with one
 * page at a time no view shows parts of two.
 */
export function restingPlace(
  layout: ScrollLayout,
  view: ViewRectangle,
  current: number,
  mode: PageMode,
): { readonly left: number; readonly top: number } {
  return {
    left: restingLeft(layout, view, current),
    top: mode === 'single' ? restingTop(layout, view) : view.top,
  };
}

function restingLeft(layout: ScrollLayout, view: ViewRectangle, current: number): number {
  const page = layout.rows[current];
  const band = page?.kind === 'page' ? layout.bands[page.band] : undefined;
  const last = band && layout.rows[band.lastRow];
  if (!page || !last) return view.left;
  const [left, right] = [page.left, last.left + last.width];
  const width = right - left;
  const shown = Math.min(right, view.left + view.width) - Math.max(left, view.left);
  if (shown >= Math.min(width, view.width) / 4) return view.left;
  const middle = left + width / 2 - view.width / 2;
  return Math.max(0, width <= view.width ? middle : left);
}

function restingTop(layout: ScrollLayout, view: ViewRectangle): number {
  const { top, bottom } = pageRange(layout, view);
  return Math.max(top, Math.min(bottom, view.top));
}

/** With one page at a time: how far the view may move on the page in its middle. */
export function pageRange(
  layout: ScrollLayout,
  view: ViewRectangle,
): { readonly band: number; readonly top: number; readonly bottom: number } {
  let index = bandAt(layout, view.top + view.height / 2);
  // A header is not a page of its own.
  if (layout.rows[layout.bands[index]?.firstRow ?? 0]?.kind === 'header') index++;
  const band = layout.bands[index];
  if (!band) return { band: 0, top: 0, bottom: 0 };
  const end = index === layout.bands.length - 1 ? layout.height : band.bottom;
  return { band: index, top: band.top, bottom: Math.max(band.top, end - view.height) };
}

/** Rows to have in the page now, and the one being read: the one at a third of the view. */
export function rowsInView(
  layout: ScrollLayout,
  { top, height }: ViewRectangle,
): { readonly first: number; readonly last: number; readonly current: number } {
  let current = rowAt(layout, top + height / 3);
  // A header counts for the page below it.
  if (layout.rows[current]?.kind === 'header' && current + 1 < layout.rows.length) current++;
  return {
    first: rowAt(layout, top - height * 0.8),
    last:
      layout.bands[Math.max(bandAt(layout, top + height * 1.8), nextPageBand(layout, top + height))]
        ?.lastRow ?? 0,
    current,
  };
}

/** The band of pages after the one at this height: it is drawn ahead, however large the pages are. */
function nextPageBand(layout: ScrollLayout, y: number): number {
  const at = bandAt(layout, y);
  const next = layout.bands.findIndex(
    ({ firstRow }, band) => band > at && layout.rows[firstRow]?.kind === 'page',
  );
  return next < 0 ? at : next;
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
