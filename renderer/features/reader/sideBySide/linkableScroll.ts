import type { RefObject } from 'react';
import type { LinkableScroll } from '../readerTypes.ts';
import type { ReaderScroller } from '../scroll/ReaderScroller.ts';
import { bandAt } from '../scroll/scrollLayout.ts';

/** A reader's scrolling, measured in pages so that two readers at different zoom go together. */
export function linkableScroll(
  scroller: ReaderScroller,
  pages: RefObject<HTMLElement | null>,
): LinkableScroll {
  return {
    place() {
      const { layout } = scroller.store.getState();
      const { top } = scroller.view();
      const index = bandAt(layout, top);
      const band = layout.bands[index];
      return band ? index + (top - band.top) / (band.bottom - band.top) : 0;
    },
    moveTo(place) {
      const { bands } = scroller.store.getState().layout;
      const index = Math.max(0, Math.min(bands.length - 1, Math.floor(place)));
      const band = bands[index];
      if (band) scroller.scrollTo(band.top + (place - index) * (band.bottom - band.top));
    },
    onScroll(listener) {
      const element = pages.current;
      element?.addEventListener('scroll', listener, { passive: true });
      return () => element?.removeEventListener('scroll', listener);
    },
  };
}
