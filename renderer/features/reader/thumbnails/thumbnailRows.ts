import type { ScrollLayout } from '../scroll/scrollLayout.ts';

/** A line of the strip: the name of a document, or one of its pages. */
export type ThumbnailRow =
  | { readonly kind: 'heading'; readonly documentIndex: number }
  | {
      readonly kind: 'page';
      readonly documentIndex: number;
      /** The document's own page, 1-based. */
      readonly page: number;
      /** Row of the scroll that shows it. */
      readonly scrollRow: number;
      /** CSS pixels of the picture. */
      readonly width: number;
      readonly height: number;
    };

export interface ThumbnailRows {
  readonly rows: readonly ThumbnailRow[];
  /** Upper edges of the rows and the end of the last, CSS pixels. */
  readonly tops: readonly number[];
}

const headingHeight = 34;
/** Around and below a picture: its gap and its page number. */
const besidePicture = 34;
/** A page higher than so many times its width is shown smaller. */
const maxShare = 1.6;

/** The strip for the pages of the scroll, with pictures `width` wide. Documents are named where there are several. */
export function thumbnailRows({ rows: scrollRows }: ScrollLayout, width: number): ThumbnailRows {
  const rows: ThumbnailRow[] = [];
  const tops: number[] = [];
  let top = 0;
  const add = (row: ThumbnailRow, height: number): void => {
    rows.push(row);
    tops.push(top);
    top += height;
  };
  const isOne = scrollRows.every((row) => row.documentIndex === 0);
  scrollRows.forEach((row, scrollRow) => {
    if (row.kind === 'header' && !isOne)
      add({ kind: 'heading', documentIndex: row.documentIndex }, headingHeight);
    if (row.kind !== 'page') return;
    const { documentIndex, page } = row;
    const share = row.height / Math.max(1, row.width);
    const height = Math.max(12, Math.round(Math.min(share, maxShare) * width));
    const pictureWidth = share > maxShare ? Math.max(12, Math.round(height / share)) : width;
    add(
      { kind: 'page', documentIndex, page, scrollRow, width: pictureWidth, height },
      height + besidePicture,
    );
  });
  return { rows, tops: [...tops, top] };
}

/** The next page from here in a direction, passing over headings; the same row when there is none. */
export function neighbourPage(rows: readonly ThumbnailRow[], from: number, step: number): number {
  const direction = Math.sign(step);
  let left = Math.abs(step);
  let found = from;
  for (let at = from + direction; left > 0 && at >= 0 && at < rows.length; at += direction) {
    if (rows[at]?.kind !== 'page') continue;
    found = at;
    left -= 1;
  }
  return found;
}
