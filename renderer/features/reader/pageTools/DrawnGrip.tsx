import type { KeyboardEvent, PointerEvent as ReactPointerEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { pointerTool } from '../gestures/pointerTool.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { drawnPlace } from './drawnRequests.ts';
import { followPointer } from './followPointer.ts';
import { frameKey } from './frameKeys.ts';
import type { FrameHandle, PageFrame } from './pageFrame.ts';
import { frameHandles, movedFrame, quadOfFrame, resizedFrame } from './pageFrame.ts';
import { beginWriting } from './beginWriting.ts';
import { focusChosenTools } from './ChosenTools.tsx';

/** A press that moves less than this is a click. */
const clickPixels = 3;
/** Keys that follow each other so soon are one move. */
const keyPauseMs = 500;

const handlesOf = (kind: ReaderMark['kind']): readonly FrameHandle[] =>
  kind === 'area' ? frameHandles : kind === 'freeText' ? ['e', 'w'] : [];

/**
 * Takes hold of a note on the page: a click or Enter chooses it, then it is dragged or moved with the arrow keys, made
 * larger at its handles or with Shift and the arrows, taken away with Delete. Enter goes on to its words.
 */
export function DrawnGrip({
  index,
  mark,
  geometry,
  frame,
  isActive,
  label,
  onPreview,
}: {
  index: number;
  mark: ReaderMark;
  geometry: PageGeometry;
  frame: PageFrame;
  isActive: boolean;
  label: string;
  onPreview: (frame: PageFrame | null) => void;
}): ReactNode {
  const { session, drawing } = useReader();
  const grip = useRef<HTMLButtonElement>(null);
  const moved = useRef<PageFrame | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const store = (): void => {
    clearTimeout(timer.current);
    const place = session.place(index);
    const to = moved.current;
    moved.current = null;
    if (to === null || place === null || drawing === null) return;
    void drawnPlace(session, place, quadOfFrame(geometry, to))
      .then((standing) => drawing.change(mark.id, { place: standing }))
      .then((isStored) => isStored || onPreview(null));
  };
  const latestStore = useRef(store);
  latestStore.current = store;
  useEffect(() => () => latestStore.current(), []);
  if (drawing === null) return null;

  const show = (to: PageFrame): void => {
    moved.current = to;
    onPreview(to);
  };
  const goOn = (): void => {
    if (mark.kind === 'freeText') beginWriting(session, index, mark, frame);
    else drawing.open(mark.id);
  };
  const drag = (handle: FrameHandle | null) => (event: ReactPointerEvent) => {
    const row = session.scroller.store.getState().layout.rows[index];
    if (event.button !== 0 || row?.kind !== 'page' || grip.current === null) return;
    event.stopPropagation();
    if (handle !== null) event.preventDefault();
    grip.current.focus({ preventScroll: true });
    const { clientX, clientY } = event;
    let hasMoved = false;
    followPointer(grip.current, event.nativeEvent, {
      move: (places) => {
        const last = places.at(-1);
        if (last === undefined) return;
        const [dx, dy] = [last.clientX - clientX, last.clientY - clientY];
        hasMoved ||= Math.hypot(dx, dy) >= clickPixels;
        if (!hasMoved || !isActive) return;
        const by = [dx / row.scale, dy / row.scale] as const;
        show(
          handle === null ? movedFrame(geometry, frame, ...by) : resizedFrame(geometry, frame, handle, ...by),
        );
      },
      end: () => {
        if (hasMoved && isActive) store();
        else if (pointerTool.getState() === 'text' && mark.kind === 'freeText') goOn();
        else if (!isActive) drawing.choose(mark.id);
      },
      cancel: () => {
        moved.current = null;
        onPreview(null);
      },
    });
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = isActive ? frameKey(event, geometry, moved.current ?? frame, mark.kind) : null;
    if (to !== null) {
      show(to);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latestStore.current(), keyPauseMs);
    } else if (event.key === 'Escape') leave(event.currentTarget);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.currentTarget.closest<HTMLElement>('.reader-pages')?.focus({ preventScroll: true });
      void drawing.remove(mark.id);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (isActive) goOn();
      else drawing.choose(mark.id);
    } else if (event.key !== 'Tab' || event.shiftKey || !isActive || !focusChosenTools(event.currentTarget))
      return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (element: HTMLElement): void => {
    store();
    drawing.choose(null);
    element.closest<HTMLElement>('.reader-pages')?.focus({ preventScroll: true });
  };

  return (
    <>
      <button
        ref={grip}
        type="button"
        className="drawn-grip"
        data-grip={mark.id}
        aria-label={label}
        aria-current={isActive ? 'true' : undefined}
        onPointerDown={drag(null)}
        onDoubleClick={goOn}
        onKeyDown={key}
        onBlur={store}
      />
      {isActive &&
        handlesOf(mark.kind).map((handle) => (
          <span
            key={handle}
            className="drawn-handle"
            data-handle={handle}
            aria-hidden
            onPointerDown={drag(handle)}
          />
        ))}
    </>
  );
}
