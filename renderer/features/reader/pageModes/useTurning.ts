import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import { pageRange } from '../scroll/viewPlaces.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { StepSize } from './screenSteps.ts';
import { stepTarget } from './screenSteps.ts';

/** Goes on by key. False when there is nowhere further to go. */
export type Turn = (step: 1 | -1, size: StepSize) => boolean;

const aimMs = 500;
const wheelThreshold = 50;
const turnPauseMs = 320;

export function useTurn(): Turn {
  const { session } = useReader();
  const aim = useRef({ top: 0, until: 0 });
  return useCallback(
    (step, size) => {
      const { scroller } = session;
      const isSingle = scroller.arrangement().mode === 'single';
      const { layout } = scroller.store.getState();
      // Pressed again before the last movement ended: it goes on from where that will end.
      const isMoving = performance.now() < aim.current.until && !scroller.isResting();
      const view = { ...scroller.view(), ...(isMoving ? { top: aim.current.top } : {}) };
      const top = stepTarget(layout, view, step, size, isSingle);
      if (top === null) return false;
      const isTurned = isSingle && Math.abs(top - view.top) > view.height / 2;
      aim.current = { top, until: performance.now() + aimMs };
      scroller.scrollTo(top, isTurned || prefersStill() ? 'instant' : 'smooth');
      return true;
    },
    [session],
  );
}

const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** With one page at a time the wheel moves on the page, and at its edge turns to the next: one page a movement. */
export function useWheelTurning(pages: RefObject<HTMLElement | null>, turn: Turn): void {
  const { session } = useReader();
  useEffect(() => {
    const element = pages.current;
    if (!element) return;
    let pulled = 0;
    let turnedAt = 0;
    const wheel = (event: WheelEvent): void => {
      const { scroller } = session;
      if (event.ctrlKey || event.shiftKey || scroller.arrangement().mode !== 'single') return;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      const { layout } = scroller.store.getState();
      const view = scroller.view();
      const step = event.deltaY > 0 ? 1 : -1;
      if (stepTarget(layout, view, step, 'line', true) === null) return;
      event.preventDefault();
      if (event.timeStamp - turnedAt < turnPauseMs) return;
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY;
      const { top, bottom } = pageRange(layout, view);
      const isAtEdge = step === 1 ? view.top >= bottom - 1 : view.top <= top + 1;
      pulled = isAtEdge && Math.sign(pulled) !== -step ? pulled + pixels : 0;
      if (!isAtEdge) return scroller.scrollTo(Math.max(top, Math.min(bottom, view.top + pixels)));
      if (Math.abs(pulled) < wheelThreshold) return;
      pulled = 0;
      turnedAt = event.timeStamp;
      turn(step, 'line');
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [pages, session, turn]);
}
