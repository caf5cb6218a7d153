import type { KeyboardEvent, RefObject } from 'react';
import { useCallback } from 'react';
import { useLatest } from '../session/useLatest.ts';
import type { ComfortKeyParts } from './comfortKeys.ts';
import { actOnComfortKey } from './comfortKeys.ts';

/** For the capture phase of the reader: keys of ruler and voice come before those of scrolling and of the meeting. */
export function useComfortKeys(
  pages: RefObject<HTMLElement | null>,
  parts: ComfortKeyParts,
): (event: KeyboardEvent) => void {
  const latest = useLatest(parts);
  return useCallback(
    (event: KeyboardEvent) => {
      const isOnPages = event.target === pages.current;
      const isInBar = event.target instanceof Element && event.target.closest('[data-read-aloud]') !== null;
      if (!isOnPages && !isInBar) return;
      if (!actOnComfortKey(event, isOnPages, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [pages, latest],
  );
}
