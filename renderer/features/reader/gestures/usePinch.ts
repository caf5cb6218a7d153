import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useReader } from '../session/ReaderContext.ts';
import { clampPercent } from '../scroll/zoomSteps.ts';
import type { ReaderScroller } from '../scroll/ReaderScroller.ts';
import type { ViewPoint } from '../scroll/viewPlaces.ts';

/** A gesture of the wheel tells no end: it is over when nothing has come for so long. */
const wheelEndMs = 140;

/**
 * Two fingers on a touchpad or screen, or ctrl and the wheel: zoom about the pointer. While it lasts, what is drawn is only
 * stretched; pages are drawn anew when it ends.
 */
export function usePinch(pages: RefObject<HTMLElement | null>): void {
  const { session } = useReader();
  useEffect(() => {
    const element = pages.current;
    if (!element) return;
    const stopWheel = followWheel(element, session.scroller);
    const stopTouch = followTouch(element, session.scroller);
    return () => {
      stopWheel();
      stopTouch();
      session.scroller.endPreview();
    };
  }, [pages, session]);
}

function followWheel(element: HTMLElement, scroller: ReaderScroller): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const zoom = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY;
    const factor = Math.exp(-Math.max(-240, Math.min(240, pixels)) / 500);
    const percent = clampPercent(scroller.percent() * factor);
    scroller.previewZoom({ mode: 'percent', percent }, pointIn(element, event.clientX, event.clientY));
    clearTimeout(timer);
    timer = setTimeout(() => scroller.endPreview(), wheelEndMs);
  };
  // Not React's: it listens passively, and the window itself would zoom.
  element.addEventListener('wheel', zoom, { passive: false });
  return () => {
    clearTimeout(timer);
    element.removeEventListener('wheel', zoom);
  };
}

/** One finger scrolls as the browser does it; the second begins a pinch. */
function followTouch(element: HTMLElement, scroller: ReaderScroller): () => void {
  let pinch: { readonly distance: number; readonly percent: number; readonly about: ViewPoint } | null = null;
  const start = (event: TouchEvent): void => {
    const fingers = twoFingers(element, event);
    if (!fingers) return;
    event.preventDefault();
    pinch = { ...fingers, percent: scroller.percent() };
  };
  const move = (event: TouchEvent): void => {
    const fingers = pinch && twoFingers(element, event);
    if (!pinch || !fingers) return;
    event.preventDefault();
    const percent = clampPercent((pinch.percent * fingers.distance) / Math.max(1, pinch.distance));
    scroller.previewZoom({ mode: 'percent', percent }, pinch.about);
  };
  const end = (event: TouchEvent): void => {
    if (!pinch || event.touches.length >= 2) return;
    pinch = null;
    scroller.endPreview();
  };
  element.addEventListener('touchstart', start, { passive: false });
  element.addEventListener('touchmove', move, { passive: false });
  element.addEventListener('touchend', end);
  element.addEventListener('touchcancel', end);
  return () => {
    element.removeEventListener('touchstart', start);
    element.removeEventListener('touchmove', move);
    element.removeEventListener('touchend', end);
    element.removeEventListener('touchcancel', end);
  };
}

function twoFingers(
  element: HTMLElement,
  { touches }: TouchEvent,
): { readonly distance: number; readonly about: ViewPoint } | null {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other || touches.length !== 2) return null;
  const middle = [(one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2] as const;
  return {
    distance: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
    about: pointIn(element, ...middle),
  };
}

function pointIn(element: HTMLElement, clientX: number, clientY: number): ViewPoint {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
