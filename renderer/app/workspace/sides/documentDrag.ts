import { createStore } from 'zustand/vanilla';
import type { ReadingPlace } from '../../../../core/library/views.ts';
import type { Half } from './Sides.ts';

/** A row of the agenda on its way to a half of the middle. */
export interface DocumentDrag {
  readonly place: ReadingPlace;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly over: Half | null;
}

export const documentDrag = createStore<{ readonly drag: DocumentDrag | null }>(() => ({ drag: null }));

const startsAfterPixels = 8;

/** Follows a press on a row; it becomes a drag when it moves. Escape ends it without effect. */
export function followDrag(
  press: { readonly clientX: number; readonly clientY: number },
  what: Pick<DocumentDrag, 'place' | 'title'>,
  onDrop: (place: ReadingPlace, half: Half) => void,
): () => void {
  let isDragging = false;
  const move = (event: PointerEvent): void => {
    const moved = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
    isDragging ||= moved > startsAfterPixels;
    if (!isDragging) return;
    const at = { x: event.clientX, y: event.clientY };
    documentDrag.setState({ drag: { ...what, ...at, over: halfAt(at) } });
  };
  const drop = (): void => {
    const over = documentDrag.getState().drag?.over ?? null;
    stop();
    if (over !== null) onDrop(what.place, over);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  };
  const stop = (): void => {
    documentDrag.setState({ drag: null });
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('blur', stop);
    window.removeEventListener('keydown', key, { capture: true });
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop);
  window.addEventListener('pointercancel', stop);
  window.addEventListener('blur', stop);
  window.addEventListener('keydown', key, { capture: true });
  return stop;
}

function halfAt({ x, y }: { readonly x: number; readonly y: number }): Half | null {
  const half = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop-half]')?.dataset['dropHalf'];
  return half === 'left' || half === 'right' ? half : null;
}
