import type { RefObject } from 'react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Of a line, in CSS pixels; the list is never higher than so many lines. */
export const rowHeight = 44;
const mostRowsInView = 14;
const rowsAround = 4;

export interface RowsInView {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** Indexes of the lines to draw: those in view, some around them, and the active one. */
  readonly rows: readonly number[];
}

/** Draws only the lines near the view, however long the list is, and keeps the active one in view. */
export function useRowsInView(count: number, active: number): RowsInView {
  const list = useRef<HTMLDivElement>(null);
  const [firstInView, setFirstInView] = useState(0);
  const onScroll = useCallback(
    () => setFirstInView(Math.floor((list.current?.scrollTop ?? 0) / rowHeight)),
    [],
  );
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const top = active * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight - 2 * padding)
      element.scrollTop = top + rowHeight - element.clientHeight + 2 * padding;
  }, [active, count]);
  const first = Math.max(0, Math.min(firstInView, count - mostRowsInView) - rowsAround);
  const last = Math.min(count - 1, first + mostRowsInView + 2 * rowsAround);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (active < count && (active < first || active > last)) rows.push(active);
  return { list, onScroll, rows };
}

/** Above and below the lines, as in palette.css. */
const padding = 8;
