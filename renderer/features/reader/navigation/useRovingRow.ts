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
 * One row of a long list takes part in tabbing; arrow keys move it. Until they do, it follows `current`, what the person
 * reads, and takes the focus along. Rows carry `data-row`; the active one must always be there.
 */
export function useRovingRow(
  scroller: RefObject<HTMLElement | null>,
  tops: readonly number[],
  current: number,
): RovingRow {
  const [active, setActive] = useState(current);
  /** The row that is to have the focus once it is there. */
  const wanted = useRef<number | null>(null);
  /** By keys, since the focus came. */
  const isSteered = useRef(false);
  const latest = useRef({ tops, active });
  latest.current = { tops, active };

  const hasFocus = useCallback(() => scroller.current?.contains(document.activeElement) ?? false, [scroller]);
  useEffect(() => {
    const isInside = hasFocus();
    if (isInside && isSteered.current) return;
    isSteered.current = false;
    wanted.current = isInside ? current : null;
    setActive(current);
    if (scroller.current) revealRow(scroller.current, latest.current.tops, current);
  }, [scroller, current, hasFocus]);
  useEffect(() => {
    if (wanted.current !== active) return;
    wanted.current = null;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    row?.focus({ preventScroll: true });
  });

  const focus = useCallback(
    (row: number) => {
      isSteered.current = true;
      if (scroller.current) revealRow(scroller.current, latest.current.tops, row);
      if (row === latest.current.active) return;
      wanted.current = row;
      setActive(row);
    },
    [scroller],
  );
  return { active, focus, focused: setActive };
}
