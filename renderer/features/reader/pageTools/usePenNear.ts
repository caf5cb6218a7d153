import type { RefObject } from 'react';
import { useEffect } from 'react';

/** A hand that lies on the screen comes and goes with the pen; so long after it nothing else scrolls or zooms. */
const afterPenMs = 700;

/**
 * While a pen is near the screen, touches are the hand that holds it: they neither scroll nor zoom, and the pen draws where
 * it would scroll.
 */
export function usePenNear(pages: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = pages.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = (event: PointerEvent): void => {
      if (event.pointerType !== 'pen') return;
      element.dataset['penNear'] = '';
      clearTimeout(timer);
      timer = setTimeout(() => delete element.dataset['penNear'], afterPenMs);
    };
    const touched = (event: TouchEvent): void => {
      if (element.dataset['penNear'] === undefined || !event.cancelable) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const names = ['pointerover', 'pointerdown', 'pointermove', 'pointerup'] as const;
    for (const name of names) element.addEventListener(name, seen, { capture: true, passive: true });
    element.addEventListener('touchstart', touched, { capture: true, passive: false });
    return () => {
      clearTimeout(timer);
      delete element.dataset['penNear'];
      for (const name of names) element.removeEventListener(name, seen, { capture: true });
      element.removeEventListener('touchstart', touched, { capture: true });
    };
  }, [pages]);
}
