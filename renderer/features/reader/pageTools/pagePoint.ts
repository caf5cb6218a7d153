import type { PageGeometry, Point } from '../../../../core/pdf/pageGeometry.ts';
import { toUser } from '../../../../core/pdf/pageGeometry.ts';
import { shownSize } from '../page/percentBox.ts';
import { rowAtPoint } from '../scroll/scrollLayout.ts';
import type { PagePlace, ReaderSession } from '../session/ReaderSession.ts';

/** A page of the scroll that something is being drawn on. */
export interface DrawnPage {
  readonly row: number;
  readonly place: PagePlace;
  readonly geometry: PageGeometry;
  /** CSS pixels a point. */
  readonly scale: number;
}

/** The page under a point of the window; null beside the pages and on those that are not drawn yet. */
export function pageAt(session: ReaderSession, pages: HTMLElement, client: Point): DrawnPage | null {
  const { layout } = session.scroller.store.getState();
  const at = contentPoint(pages, client);
  const row = rowAtPoint(layout, at.x, at.y);
  const place = layout.rows[row];
  if (place?.kind !== 'page') return null;
  const [x, y] = [at.x - place.left, at.y - place.top];
  return x < 0 || y < 0 || x > place.width || y > place.height ? null : drawnPage(session, row);
}

/** The page of a row; null when it is none or not drawn yet. */
export function drawnPage(session: ReaderSession, row: number): DrawnPage | null {
  const layoutRow = session.scroller.store.getState().layout.rows[row];
  const place = session.place(row);
  const geometry = session.geometry(row);
  if (layoutRow?.kind !== 'page' || !place || !geometry) return null;
  return { row, place, geometry, scale: layoutRow.scale };
}

/** A point of the window on a page as shown, in points; at the page's edge when it lies beyond. */
export function viewPoint(session: ReaderSession, pages: HTMLElement, page: DrawnPage, client: Point): Point {
  const row = session.scroller.store.getState().layout.rows[page.row];
  if (row?.kind !== 'page') return { x: 0, y: 0 };
  const at = contentPoint(pages, client);
  const { width, height } = shownSize(page.geometry);
  return {
    x: Math.max(0, Math.min(width, (at.x - row.left) / row.scale)),
    y: Math.max(0, Math.min(height, (at.y - row.top) / row.scale)),
  };
}

/** The same in PDF user space. */
export function userPoint(session: ReaderSession, pages: HTMLElement, page: DrawnPage, client: Point): Point {
  const { x, y } = viewPoint(session, pages, page, client);
  return toUser(page.geometry, x, y);
}

/** The point of a page that is in the middle of the view, on the page as shown, in points. */
export function middleOfView(session: ReaderSession, row: number): Point | null {
  const { layout } = session.scroller.store.getState();
  const place = layout.rows[row];
  if (place?.kind !== 'page') return null;
  const view = session.scroller.view();
  const middle = (start: number, length: number, viewStart: number, viewLength: number): number =>
    (Math.max(start, viewStart) + Math.min(start + length, viewStart + viewLength)) / 2 - start;
  return {
    x: middle(place.left, place.width, view.left, view.width) / place.scale,
    y: middle(place.top, place.height, view.top, view.height) / place.scale,
  };
}

function contentPoint(pages: HTMLElement, { x, y }: Point): Point {
  const { left, top } = pages.getBoundingClientRect();
  return { x: x - left + pages.scrollLeft, y: y - top + pages.scrollTop };
}
