import type { QuarterTurns, Zoom } from '../../../../core/library/views.ts';
import type { PageSize } from '../../../../core/pdf/pdfEngine.ts';
import type { PageArrangement, Spread } from './pageSpreads.ts';
import { oneBelowTheOther, spreadsOf } from './pageSpreads.ts';

/** CSS pixels a point at 100 %. */
export const pixelsPerPoint = 96 / 72;
export const minPercent = 10;
export const maxPercent = 800;

const margin = 24;
const pageGap = 16;
/** Between the two pages of a pair. */
const spreadGap = 8;
const headerHeight = 68;
const noticeHeight = 272;
/** Chromium's layout ends at about 33.5 million pixels; zoom is held back before that. */
const maxHeight = 30_000_000;

/** What the layout knows of a document: the sizes of its pages, or that a message stands in their place. */
export interface LayoutDocument {
  /** Before the reader's own turning. */
  readonly sizes: readonly PageSize[];
  readonly isNotice: boolean;
  /** How the reader has turned the document, clockwise. */
  readonly quarterTurns?: QuarterTurns;
}

interface RowPlace {
  readonly documentIndex: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Index of the band it stands in. */
  readonly band: number;
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

/** Rows beside each other with the space around them. Bands follow each other without gaps. */
export interface ScrollBand {
  readonly top: number;
  readonly bottom: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface ScrollLayout {
  readonly rows: readonly ScrollRow[];
  readonly bands: readonly ScrollBand[];
  readonly width: number;
  readonly height: number;
  /** Where what follows the last document stands. */
  readonly footTop: number;
}

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Places the documents one under the other: a header, then its pages, arranged as asked; below all of them `footHeight`.
 * With one page at a time each has at least a whole view to itself. All measures are CSS pixels.
 */
export function layOutScroll(
  documents: readonly LayoutDocument[],
  zoom: Zoom,
  view: ViewSize,
  arrangement: PageArrangement = oneBelowTheOther,
  footHeight = 0,
): ScrollLayout {
  const { leastHeight, maxScale } = limits(documents, view, arrangement);
  const rows: ScrollRow[] = [];
  const bands: ScrollBand[] = [];
  let width = view.width;
  let top = 0;
  const closeBand = (height: number): void => {
    const firstRow = (bands.at(-1)?.lastRow ?? -1) + 1;
    bands.push({ top, bottom: top + height, firstRow, lastRow: rows.length - 1 });
    top += height;
  };
  const addWhole = (
    kind: 'header' | 'notice',
    documentIndex: number,
    height: number,
    space: number,
  ): void => {
    const place = { documentIndex, left: 0, top, width: view.width, height, band: bands.length };
    rows.push({ kind, ...place });
    closeBand(height + space);
  };
  documents.forEach((document, documentIndex) => {
    addWhole('header', documentIndex, headerHeight, 0);
    if (document.isNotice) return addWhole('notice', documentIndex, noticeHeight, pageGap);
    const sizes = document.sizes.map((size) => turnedSize(size, document.quarterTurns ?? 0));
    for (const spread of spreadsOf(sizes.length, arrangement)) {
      const placed = placeSpread(spread, sizes, zoom, view, maxScale);
      const height = Math.max(...placed.pages.map((page) => page.height));
      const isSingle = arrangement.mode === 'single';
      const bandHeight = isSingle ? Math.max(leastHeight, height + 2 * pageGap) : height + pageGap;
      const pageTop = isSingle ? top + Math.floor((bandHeight - height) / 2) : top;
      for (const page of placed.pages)
        rows.push({ kind: 'page', documentIndex, ...page, top: pageTop, band: bands.length });
      width = Math.max(width, placed.width + 2 * margin);
      closeBand(bandHeight);
    }
  });
  return { rows, bands, width, footTop: top, height: top + footHeight + margin };
}

/** With one page at a time, the least height of a band; and the scale that keeps everything below the browser's limit. */
function limits(
  documents: readonly LayoutDocument[],
  view: ViewSize,
  { mode }: PageArrangement,
): { readonly leastHeight: number; readonly maxScale: number } {
  let points = 0;
  let pages = 0;
  for (const { sizes, quarterTurns = 0 } of documents) {
    pages += sizes.length;
    for (const size of sizes) points += quarterTurns % 2 === 1 ? size.width : size.height;
  }
  const leastHeight = mode === 'single' ? Math.min(view.height, maxHeight / 2 / Math.max(1, pages)) : 0;
  const room = maxHeight - pages * leastHeight;
  return { leastHeight, maxScale: Math.min((maxPercent / 100) * pixelsPerPoint, room / Math.max(1, points)) };
}

interface PlacedSpread {
  readonly width: number;
  readonly pages: readonly Pick<PageRow, 'page' | 'scale' | 'left' | 'width' | 'height'>[];
}

function placeSpread(
  spread: Spread,
  sizes: readonly PageSize[],
  zoom: Zoom,
  view: ViewSize,
  maxScale: number,
): PlacedSpread {
  // An empty place is as large as the page beside it, so that a page that stands alone is no larger than the others.
  const inPlaces = spread.map((page) => sizes[page ?? spread.find((other) => other !== null) ?? 0] ?? empty);
  const gaps = (spread.length - 1) * spreadGap;
  const whole = {
    width: inPlaces.reduce((sum, size) => sum + size.width, 0),
    height: Math.max(...inPlaces.map((size) => size.height)),
  };
  const scale = Math.min(maxScale, scaleFor(whole, zoom, { ...view, width: view.width - gaps }));
  const widths = inPlaces.map((size) => Math.max(1, Math.round(size.width * scale)));
  const width = widths.reduce((sum, each) => sum + each, gaps);
  // In the middle of the view; what is wider begins at its left edge.
  let left = Math.max(margin, Math.floor((view.width - width) / 2));
  const pages = spread.flatMap((page, place) => {
    const at = left;
    left += (widths[place] ?? 0) + spreadGap;
    if (page === null) return [];
    const height = Math.max(1, Math.round((inPlaces[place]?.height ?? 0) * scale));
    return [{ page: page + 1, scale, left: at, width: widths[place] ?? 1, height }];
  });
  return { width, pages };
}

const empty: PageSize = { width: 1, height: 1 };

export const turnedSize = (size: PageSize, quarterTurns: number): PageSize =>
  quarterTurns % 2 === 1 ? { width: size.height, height: size.width } : size;

/** CSS pixels a point for pages of this size in all. */
export function scaleFor(size: PageSize, zoom: Zoom, view: ViewSize): number {
  if (zoom.mode === 'percent') return (zoom.percent / 100) * pixelsPerPoint;
  const toWidth = Math.max(80, view.width - 2 * margin) / size.width;
  if (zoom.mode === 'width') return toWidth;
  return Math.min(toWidth, Math.max(80, view.height - 2 * pageGap) / size.height);
}

/** Index of the band at this height: the last that begins at or above it. */
export function bandAt(layout: ScrollLayout, y: number): number {
  let low = 0;
  let high = layout.bands.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((layout.bands[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the row at this height; the left one of a pair. */
export function rowAt(layout: ScrollLayout, y: number): number {
  return layout.bands[bandAt(layout, y)]?.firstRow ?? 0;
}

/** Index of the row at or nearest to a point of the content. */
export function rowAtPoint(layout: ScrollLayout, x: number, y: number): number {
  const band = layout.bands[bandAt(layout, y)];
  if (!band) return 0;
  const right = layout.rows[band.lastRow];
  return right && x >= right.left - spreadGap / 2 ? band.lastRow : band.firstRow;
}

/** A place that survives another zoom, arrangement or other page sizes: so much of this row lies above. */
export interface ScrollAnchor {
  readonly row: number;
  /** 0–1 within the row; less in the space above it, more in the space below. */
  readonly share: number;
}

export function anchorAt(layout: ScrollLayout, y: number): ScrollAnchor {
  const row = rowAt(layout, y);
  const place = layout.rows[row];
  return { row, share: place ? (y - place.top) / place.height : 0 };
}

/** The reverse of `anchorAt`. Space around the row is not stretched with it and never left. */
export function topOfAnchor(layout: ScrollLayout, { row, share }: ScrollAnchor): number {
  const place = layout.rows[row];
  const band = place && layout.bands[place.band];
  if (!place || !band) return 0;
  const top = place.top + share * place.height;
  return Math.max(band.top, Math.min(band.bottom, top));
}

/** Index of the row of a document's page; the document's first row when it has no such page; -1 without the document. */
export function rowOfPage(layout: ScrollLayout, documentIndex: number, page: number): number {
  const exact = layout.rows.findIndex(
    (row) => row.documentIndex === documentIndex && row.kind === 'page' && row.page === page,
  );
  return exact >= 0 ? exact : layout.rows.findIndex((row) => row.documentIndex === documentIndex);
}
