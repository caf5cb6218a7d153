import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { PointerTool } from './pointerTool.ts';
import { pointerTool } from './pointerTool.ts';
import './gestures.css';

/** A space bar let go within this was a press, not a hold. */
const tapMs = 350;

/**
 * The hand: with the tool, or with the space bar held, dragging with mouse or pen moves the pages. A finger does so always;
 * the browser sees to that. Gives back the tool, for the look of the pages. `onSpace` is a mere press of the space bar.
 */
export function usePanning(
  pages: RefObject<HTMLElement | null>,
  onSpace: (step: 1 | -1) => void,
): PointerTool {
  const tool = useStore(pointerTool);
  useEffect(() => {
    const element = pages.current;
    if (!element) return;
    let spaceDownAt: number | null = null;
    let hasPanned = false;

    const setHeld = (isHeld: boolean): void => {
      if (isHeld) element.dataset['spaceHeld'] = '';
      else delete element.dataset['spaceHeld'];
    };
    const keyDown = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.target !== element || event.ctrlKey || event.altKey || event.metaKey)
        return;
      event.preventDefault();
      if (event.repeat) return;
      spaceDownAt = event.timeStamp;
      hasPanned = false;
      setHeld(true);
    };
    const keyUp = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || spaceDownAt === null) return;
      const isTap = !hasPanned && event.timeStamp - spaceDownAt < tapMs;
      spaceDownAt = null;
      setHeld(false);
      if (isTap) onSpace(event.shiftKey ? -1 : 1);
    };
    const leave = (): void => {
      spaceDownAt = null;
      setHeld(false);
    };
    const press = (event: PointerEvent): void => {
      const wantsHand = pointerTool.getState() === 'hand' || spaceDownAt !== null;
      const isControl =
        event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      if (!wantsHand || event.button !== 0 || event.pointerType === 'touch' || isControl) return;
      hasPanned = true;
      pan(element, event);
    };
    // Selecting listens to the mouse; it must not hear of a press that pans.
    const mouseDown = (event: MouseEvent): void => {
      if (event.button !== 0 || element.dataset['panning'] === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      element.focus({ preventScroll: true });
    };
    element.addEventListener('keydown', keyDown);
    window.addEventListener('keyup', keyUp);
    window.addEventListener('blur', leave);
    element.addEventListener('pointerdown', press);
    element.addEventListener('mousedown', mouseDown, { capture: true });
    return () => {
      element.removeEventListener('keydown', keyDown);
      window.removeEventListener('keyup', keyUp);
      window.removeEventListener('blur', leave);
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('mousedown', mouseDown, { capture: true });
      leave();
    };
  }, [pages, onSpace]);
  return tool;
}

/** Moves the pages with the pointer until it is let go. */
function pan(element: HTMLElement, press: PointerEvent): void {
  const from = { left: element.scrollLeft, top: element.scrollTop };
  element.setPointerCapture(press.pointerId);
  element.dataset['panning'] = '';
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    element.scrollTo({
      left: from.left - (event.clientX - press.clientX),
      top: from.top - (event.clientY - press.clientY),
    });
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    delete element.dataset['panning'];
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', end);
    element.removeEventListener('pointercancel', end);
  };
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
}
