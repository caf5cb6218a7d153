import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { InnerReaderHandle } from '../readerHandle.ts';
import { useReader } from '../session/ReaderContext.ts';

/** Ctrl and the wheel, or two fingers on a touchpad: zoom about the pointer. */
export function useWheelZoom(pages: RefObject<HTMLElement | null>, handle: InnerReaderHandle): void {
  const { session } = useReader();
  useEffect(() => {
    const element = pages.current;
    if (!element) return;
    const zoom = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY;
      const factor = Math.exp(-Math.max(-240, Math.min(240, pixels)) / 500);
      const percent = session.scroller.percent() * factor;
      handle.zoomAbout({ percent }, { x: event.clientX - left, y: event.clientY - top });
    };
    // Not React's: it listens passively, and the window itself would zoom.
    element.addEventListener('wheel', zoom, { passive: false });
    return () => element.removeEventListener('wheel', zoom);
  }, [pages, handle, session]);
}
