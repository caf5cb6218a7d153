import { useEffect } from 'react';

/** What stands over the window and keeps the keys and the focus for itself. */
export const modals = '.ui-dialog-overlay, .palette-overlay';

/** When to look whether the focus is lost, in milliseconds: what a key does may wait for an answer from the disk. */
const looks = [50, 200, 600];

const afterDrawing = (act: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(act));

const isNowhere = (element: Element | null): boolean => element === null || element === document.body;

/** Focus on nothing in particular: arrows do nothing then, and a screen reader is at the top of the window. */
const isFocusLost = (): boolean =>
  isNowhere(document.activeElement) && document.querySelector(modals) === null;

/**
 * What had the focus may be gone after this; then the focus goes where reading goes on. A modal gives its focus back in the
 * frame after it is gone, so that two frames are waited for.
 */
export function mendFocusAfter(act: () => void, goHome: () => void): void {
  act();
  afterDrawing(() => {
    // Another modal may be going just now; it is given its two frames too.
    if (isFocusLost()) afterDrawing(() => isFocusLost() && goHome());
  });
}

/**
 * A note that is undone, tools that close after use, a dialog that opened by itself: what had the focus is taken away and
 * names nothing to give it to. Then it goes home.
 */
export function useFocusKept(goHome: () => void): void {
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const pressed = (): void => {
      const before = document.activeElement;
      if (isNowhere(before)) return;
      timers.forEach(clearTimeout);
      timers = looks.map((delay) =>
        setTimeout(() => {
          if (before?.isConnected === false) mendFocusAfter(() => {}, goHome);
        }, delay),
      );
    };
    const observer = new MutationObserver((changes) => {
      const isModalGone = changes.some(({ removedNodes }) =>
        [...removedNodes].some(
          (node) => node instanceof Element && (node.matches(modals) || node.querySelector(modals) !== null),
        ),
      );
      if (isModalGone) mendFocusAfter(() => {}, goHome);
    });
    window.addEventListener('keydown', pressed, true);
    observer.observe(document.body, { childList: true });
    return () => {
      timers.forEach(clearTimeout);
      window.removeEventListener('keydown', pressed, true);
      observer.disconnect();
    };
  }, [goHome]);
}
