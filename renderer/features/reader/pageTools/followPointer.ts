export interface PointerSteps {
  /** All places since the last step, those between frames included. */
  readonly move: (places: readonly PointerEvent[]) => void;
  readonly end: () => void;
  /** The system took the pointer away, or Escape was pressed. */
  readonly cancel: () => void;
}

/** Follows one pressed pointer until it is let go, wherever it goes. */
export function followPointer(element: HTMLElement, press: PointerEvent, steps: PointerSteps): void {
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    const between = event.getCoalescedEvents();
    steps.move(between.length > 0 ? between : [event]);
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId === press.pointerId) stop(steps.end);
  };
  const cancel = (event: PointerEvent): void => {
    if (event.pointerId === press.pointerId) stop(steps.cancel);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop(steps.cancel);
  };
  const stop = (then: () => void): void => {
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', escape, true);
    then();
  };
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', escape, true);
  try {
    element.setPointerCapture(press.pointerId);
  } catch {
    // The pointer was let go already: its end has been heard.
  }
}
