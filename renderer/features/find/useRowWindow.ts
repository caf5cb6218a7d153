import type { RefObject } from 'react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** All rows are equally high, so that the place of the three-hundred-thousandth is known without laying out the others. */
export const rowHeight = 44;
const overscan = 6;

export interface RowWindow {
  /** The rows to be there, from 0. */
  readonly first: number;
  readonly last: number;
  /** Whole rows that fit. */
  readonly rowsInView: number;
  readonly reveal: (row: number) => void;
}

/** Which rows of a scrolling list are in view, or nearly. */
export function useRowWindow(): readonly [RefObject<HTMLDivElement | null>, RowWindow] {
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, rows: 12 });
  useLayoutEffect(() => {
    const scrolled = element.current;
    if (scrolled === null) return undefined;
    const look = (): void => {
      const top = Math.floor(scrolled.scrollTop / rowHeight);
      const rows = Math.max(1, Math.ceil(scrolled.clientHeight / rowHeight));
      setView((before) => (before.top === top && before.rows === rows ? before : { top, rows }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(scrolled);
    scrolled.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      scrolled.removeEventListener('scroll', look);
    };
  }, []);
  const reveal = useCallback((row: number): void => {
    const scrolled = element.current;
    if (scrolled === null) return;
    const top = row * rowHeight;
    // One row of what stands around it stays in view, its heading above all.
    const highest = top - rowHeight;
    const lowest = top + 2 * rowHeight - scrolled.clientHeight;
    if (scrolled.scrollTop > highest) scrolled.scrollTop = Math.max(0, highest);
    else if (scrolled.scrollTop < lowest) scrolled.scrollTop = lowest;
  }, []);
  return [
    element,
    {
      first: Math.max(0, view.top - overscan),
      last: view.top + view.rows + overscan,
      rowsInView: Math.max(1, view.rows - 1),
      reveal,
    },
  ];
}
