import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

export interface RowRange {
  readonly first: number;
  /** Less than `first` when there are no rows. */
  readonly last: number;
}

/** Pixels above and below the view in which rows are there already. */
const spare = 300;

/** Index of the row at a height. `tops` are the rows' upper edges and the end of the last, rising. */
export function rowAtHeight(tops: readonly number[], height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows that are in view of a scrolling element, or nearly. Redraws only when others are. */
export function useWindowedRows(scroller: RefObject<HTMLElement | null>, tops: readonly number[]): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, last: -1 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { scrollTop, clientHeight } = element;
      const first = rowAtHeight(tops, scrollTop - spare);
      const last = tops.length < 2 ? -1 : rowAtHeight(tops, scrollTop + clientHeight + spare);
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    const lookSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    const observer = new ResizeObserver(lookSoon);
    observer.observe(element);
    element.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener('scroll', lookSoon);
    };
  }, [scroller, tops]);
  return range;
}

/** Scrolls just so far that a row is wholly in view. */
export function revealRow(element: HTMLElement, tops: readonly number[], row: number): void {
  const [top = 0, bottom = 0] = [tops[row], tops[row + 1]];
  const { scrollTop, clientHeight } = element;
  if (top < scrollTop) element.scrollTop = top;
  else if (bottom > scrollTop + clientHeight) element.scrollTop = bottom - clientHeight;
}
