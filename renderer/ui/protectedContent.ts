import { useLayoutEffect } from 'react';

/*
 * Whether anything is on screen that no picture may be taken of. Whatever shows such a thing says so while it is there; the
 * window is told what they all come to.
 */

type Listener = (isShown: boolean) => void;

let shown = 0;
let told = false;
let listener: Listener = () => undefined;

function tell(): void {
  if (told === shown > 0) return;
  told = shown > 0;
  listener(told);
}

/** Calls `changed` whenever the first such thing comes or the last one goes; at once with what is there now. */
export function watchProtectedContent(changed: Listener): void {
  listener = changed;
  told = shown > 0;
  changed(told);
}

/** While the component is there and `isProtected` holds, something is on screen that must not be pictured. */
export function useProtectedContent(isProtected: boolean): void {
  useLayoutEffect(() => {
    if (!isProtected) return;
    shown += 1;
    tell();
    return () => {
      shown -= 1;
      // What takes its place comes within the same moment: nothing is let out in between.
      queueMicrotask(tell);
    };
  }, [isProtected]);
}

/** The same where a component has no better place for it. */
export function ProtectedContent(): null {
  useProtectedContent(true);
  return null;
}
