import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { Hit } from './HitList.ts';
import { rowHeight } from './useRowWindow.ts';

/** What is found above the hit that one is at must not push it out of sight. */
export function useSteadyScroll(
  scrolled: RefObject<HTMLElement | null>,
  current: Hit | null,
  row: number,
): void {
  const before = useRef({ current, row });
  useLayoutEffect(() => {
    const pushed = current === before.current.current ? row - before.current.row : 0;
    before.current = { current, row };
    if (pushed !== 0 && scrolled.current !== null) scrolled.current.scrollTop += pushed * rowHeight;
  }, [scrolled, current, row]);
}
