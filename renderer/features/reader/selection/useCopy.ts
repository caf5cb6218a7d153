import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useReader } from '../session/ReaderContext.ts';

/** Puts the selected words on the clipboard when one copies from the pages. */
export function useCopy(pages: RefObject<HTMLElement | null>): void {
  const { session } = useReader();
  useEffect(() => {
    const isOurs = (): boolean => {
      const { activeElement } = document;
      const isElsewhere = activeElement !== document.body && !pages.current?.contains(activeElement);
      return !isElsewhere && !session.selector.isEmpty() && (getSelection()?.isCollapsed ?? true);
    };
    // Without a selection of its own the browser asks first whether there is anything to copy.
    const offer = (event: Event): void => {
      if (isOurs()) event.preventDefault();
    };
    const copy = (event: ClipboardEvent): void => {
      if (!isOurs()) return;
      event.clipboardData?.setData('text/plain', session.selector.heldText());
      event.preventDefault();
    };
    document.addEventListener('beforecopy', offer);
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('beforecopy', offer);
      document.removeEventListener('copy', copy);
    };
  }, [pages, session]);
}
