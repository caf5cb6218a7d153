import type { Zoom } from '../../../../core/library/views.ts';
import type { PageSize } from '../../../../core/pdf/pdfEngine.ts';

/** CSS pixels a point at 100 %. */
export const pixelsPerPoint = 96 / 72;
export const minPercent = 10;
export const maxPercent = 800;

const margin = 24;
const pageGap = 16;
const headerHeight = 68;
const noticeHeight = 272;
/** Chromium's layout ends at about 33.5 million pixels; zoom is held back before that. */
const maxHeight = 30_000_000;

/** What the layout knows of a document: the sizes of its pages, or that a message stands in their place. */
export interface LayoutDocument {
  readonly sizes: readonly PageSize[];
  readonly isNotice: boolean;
}

interface RowPlace {
  readonly documentIndex: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type ScrollRow = RowPlace &
  (
    | { readonly kind: 'header' }
    | { readonly kind: 'notice' }
    | {
        readonly kind: 'page';
        /** The document's own page, 1-based. */
        readonly page: number;
        /** CSS pixels a point. */
        readonly scale: number;
      }
  );

export type PageRow = Extract<ScrollRow, { kind: 'page' }>;

export interface ScrollLayout {
  readonly rows: readonly ScrollRow[];
  readonly width: number;
  readonly height: number;
}

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** Places the documents one under the other: a header, then its pages. All measures are CSS pixels. */
export function layOutScroll(documents: readonly LayoutDocument[], zoom: Zoom, view: ViewSize): ScrollLayout {
  const points = documents.flatMap((document) => document.sizes).reduce((sum, size) => sum + size.height, 0);
  const maxScale = Math.min((maxPercent / 100) * pixelsPerPoint, maxHeight / Math.max(1, points));
  const scaleOf = (size: PageSize): number => Math.min(maxScale, scaleFor(size, zoom, view));
  const width = documents
    .flatMap((document) => document.sizes)
    .reduce((widest, size) => Math.max(widest, size.width * scaleOf(size) + 2 * margin), view.width);
  const rows: ScrollRow[] = [];
  let top = 0;
  documents.forEach((document, documentIndex) => {
    rows.push({ kind: 'header', documentIndex, left: 0, top, width: view.width, height: headerHeight });
    top += headerHeight;
    if (document.isNotice) {
      rows.push({ kind: 'notice', documentIndex, left: 0, top, width: view.width, height: noticeHeight });
      top += noticeHeight + pageGap;
      return;
    }
    document.sizes.forEach((size, index) => {
      const scale = scaleOf(size);
      const [pageWidth, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
      // In the middle of the view; a wider page begins at its left edge.
      const left = Math.max(margin, Math.floor((view.width - pageWidth) / 2));
      rows.push({ kind: 'page', documentIndex, page: index + 1, scale, left, top, width: pageWidth, height });
      top += height + pageGap;
    });
  });
  return { rows, width, height: top + margin };
}

/** CSS pixels a point for a page of this size. */
export function scaleFor(size: PageSize, zoom: Zoom, view: ViewSize): number {
  if (zoom.mode === 'percent') return (zoom.percent / 100) * pixelsPerPoint;
  const toWidth = Math.max(80, view.width - 2 * margin) / size.width;
  if (zoom.mode === 'width') return toWidth;
  return Math.min(toWidth, Math.max(80, view.height - 2 * pageGap) / size.height);
}

/** Index of the row at this height: the last that begins at or above it. */
export function rowAt(layout: ScrollLayout, y: number): number {
  let low = 0;
  let high = layout.rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((layout.rows[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A place that survives another zoom or other page sizes: so much of this row lies above. */
export interface ScrollAnchor {
  readonly row: number;
  /** 0–1 within the row, more in the gap below it. */
  readonly share: number;
}

export function anchorAt(layout: ScrollLayout, y: number): ScrollAnchor {
  const row = rowAt(layout, y);
  const place = layout.rows[row];
  return { row, share: place ? (y - place.top) / Math.max(1, place.height) : 0 };
}

export function topOfAnchor(layout: ScrollLayout, anchor: ScrollAnchor): number {
  const place = layout.rows[anchor.row];
  if (!place) return 0;
  const within = Math.min(anchor.share, 1) * place.height;
  return place.top + within + (anchor.share > 1 ? Math.min((anchor.share - 1) * place.height, pageGap) : 0);
}

/** Index of the row of a document's page; the document's first row when it has no such page; -1 without the document. */
export function rowOfPage(layout: ScrollLayout, documentIndex: number, page: number): number {
  const exact = layout.rows.findIndex(
    (row) => row.documentIndex === documentIndex && row.kind === 'page' && row.page === page,
  );
  return exact >= 0 ? exact : layout.rows.findIndex((row) => row.documentIndex === documentIndex);
}
