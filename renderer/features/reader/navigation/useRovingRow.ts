import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { revealRow } from './windowedRows.ts';

export interface RovingRow {
  /** The one row that Tab goes to. */
  readonly active: number;
  /** Makes it the active one, brings it into view and gives it the focus. */
  readonly focus: (row: number) => void;
  /** The focus went there by itself. */
  readonly focused: (row: number) => void;
}

/**
 * One row of a long list takes part in tabbing; arrow keys move it. While the focus is elsewhere it follows `current`,
 * what the person reads. Rows carry `data-row`; the active one must always be there.
 */
export function useRovingRow(
  scroller: RefObject<HTMLElement | null>,
  tops: readonly number[],
  current: number,
): RovingRow {
  const [active, setActive] = useState(current);
  const isWanted = useRef(false);
  const latestTops = useRef(tops);
  latestTops.current = tops;

  const hasFocus = useCallback(() => scroller.current?.contains(document.activeElement) ?? false, [scroller]);
  useEffect(() => {
    if (hasFocus()) return;
    setActive(current);
    if (scroller.current) revealRow(scroller.current, latestTops.current, current);
  }, [scroller, current, hasFocus]);
  useEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    row?.focus({ preventScroll: true });
  });

  const focus = useCallback(
    (row: number) => {
      isWanted.current = true;
      if (scroller.current) revealRow(scroller.current, latestTops.current, row);
      // Also when it is the active one already: then only the focus is missing.
      setActive(row);
      const there = scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
      if (there) {
        isWanted.current = false;
        there.focus({ preventScroll: true });
      }
    },
    [scroller],
  );
  return { active, focus, focused: setActive };
}
