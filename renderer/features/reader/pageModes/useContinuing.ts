import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useReader } from '../session/ReaderContext.ts';
import { isAtEnd } from './screenSteps.ts';

/** Pulled so far past the end, the next item opens. */
const pullPixels = 360;
/** Wheel events further apart than this are movements of their own. */
const movementMs = 260;

/**
 * Scrolling on past the end goes to what comes next. Only a movement that begins at the end counts, so that the momentum of
 * reading never carries one away. `--reader-pulled` (0–1) on the pages says how far one has pulled.
 */
export function useContinuing(pages: RefObject<HTMLElement | null>, onContinue: (() => void) | null): void {
  const { session } = useReader();
  useEffect(() => {
    const element = pages.current;
    if (!element || !onContinue) return;
    let lastAt = -Infinity;
    let beganAtEnd = false;
    let pulled = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void =>
      element.style.setProperty('--reader-pulled', String(Math.min(1, pulled / pullPixels)));
    const letGo = (): void => {
      pulled = 0;
      show();
    };
    const wheel = (event: WheelEvent): void => {
      if (event.ctrlKey) return;
      const { scroller } = session;
      const atEnd = isAtEnd(scroller.store.getState().layout, scroller.view());
      if (event.timeStamp - lastAt > movementMs) beganAtEnd = atEnd;
      lastAt = event.timeStamp;
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY;
      if (!atEnd || !beganAtEnd || pixels <= 0) return letGo();
      pulled += pixels;
      show();
      clearTimeout(timer);
      timer = setTimeout(letGo, 900);
      if (pulled >= pullPixels) {
        letGo();
        onContinue();
      }
    };
    element.addEventListener('wheel', wheel, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('wheel', wheel);
    };
  }, [pages, session, onContinue]);
}
