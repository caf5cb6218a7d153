import type { MouseEvent as ReactMouseEvent, RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import { touchedStrokes } from '../../../../core/annotation/drawn/strokeHits.ts';
import { quadToView, toUser } from '../../../../core/pdf/pageGeometry.ts';
import type { Point } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { PageMarks } from '../marks/usePageMarks.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { rowAtPoint } from '../scroll/scrollLayout.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import type { SelectionUnit } from './TextSelector.ts';

interface TextPoint extends Point {
  readonly row: number;
  readonly text: PageText;
}

const units: readonly SelectionUnit[] = ['character', 'word', 'line'];
/** A press that moves less than this is a click. */
const clickPixels = 4;
/** Within so many pixels of the view's edge a drag scrolls. */
const edge = 28;

/** Selecting with the pointer: drag, double click for a word, triple for a line, shift to extend; a click opens a mark. */
export function usePointerSelection(
  pages: RefObject<HTMLElement | null>,
  marksOf: PageMarks,
): (event: ReactMouseEvent) => void {
  const { session, actions } = useReader();
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  return useCallback(
    (event: ReactMouseEvent) => {
      const element = pages.current;
      const isOnPage = event.target instanceof Element && event.target.closest('.reader-page') !== null;
      const isOnControl =
        event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      if (!element || event.button !== 0 || !isOnPage || isOnControl) return;
      stop.current?.();
      stop.current = follow(session, element, event.nativeEvent, (click) => {
        // A link that lies over a mark is what one sees, and it follows itself.
        if (click.target instanceof Element && click.target.closest('.reader-link')) return;
        const mark = markAt(session, marksOf, contentPoint(element, click));
        if (mark !== null) actions.clickMark(mark);
        else actions.leaveMarks();
      });
    },
    [pages, marksOf, session, actions],
  );
}

/** Follows one press until it is let go. Returns what stops it early. */
function follow(
  session: ReaderSession,
  element: HTMLElement,
  press: MouseEvent,
  onClick: (event: MouseEvent) => void,
): () => void {
  const { selector } = session;
  const unit = units[Math.min(press.detail, 3) - 1] ?? 'character';
  let last = press;
  let hasBegun = false;
  let isOver = false;
  let frame = 0;

  const begin = async (): Promise<void> => {
    const at = await textPoint(session, contentPoint(element, press));
    if (!at) return selector.clear();
    if (press.shiftKey && selector.selection()) selector.extendTo(at.row, at.text, at, !isOver);
    else selector.begin(at.row, at.text, at, unit);
    hasBegun = true;
    if (isOver) selector.finish();
  };
  const extend = async (): Promise<void> => {
    const at = await textPoint(session, contentPoint(element, last));
    if (at && hasBegun && !isOver) selector.extendTo(at.row, at.text, at, true);
  };
  const scrollAtEdge = (): void => {
    const { top, bottom } = element.getBoundingClientRect();
    const beyond = Math.min(0, last.clientY - top - edge) + Math.max(0, last.clientY - bottom + edge);
    if (beyond !== 0) {
      element.scrollBy({ top: beyond / 2 });
      void extend();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  };
  const move = (event: MouseEvent): void => {
    last = event;
    void extend();
  };
  const end = (event: MouseEvent): void => {
    stop();
    const moved = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
    selector.finish();
    // A click leaves the caret there: selecting by keyboard goes on from it.
    if (moved < clickPixels && unit === 'character' && !press.shiftKey) onClick(event);
  };
  const stop = (): void => {
    isOver = true;
    cancelAnimationFrame(frame);
    window.removeEventListener('mousemove', move);
    window.removeEventListener('mouseup', end);
  };

  window.addEventListener('mousemove', move);
  window.addEventListener('mouseup', end);
  frame = requestAnimationFrame(scrollAtEdge);
  void begin();
  return stop;
}

function contentPoint(element: HTMLElement, event: MouseEvent): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left + element.scrollLeft, y: event.clientY - top + element.scrollTop };
}

/** The page at a point of the content, or the nearest with text, and the point in its user space. */
async function textPoint(session: ReaderSession, { x, y }: Point): Promise<TextPoint | null> {
  const { layout } = session.scroller.store.getState();
  const row = rowAtPoint(layout, x, y);
  const place = layout.rows[row];
  const page = session.place(row);
  if (place?.kind !== 'page' || !page?.file) return null;
  const text = await session.texts.load(page.file, page.filePage, () => -1);
  if (!text) return null;
  const point = toUser(text.geometry, (x - place.left) / place.scale, (y - place.top) / place.scale);
  return { row, text, ...point };
}

function markAt(session: ReaderSession, marksOf: PageMarks, { x, y }: Point): ReaderMark | null {
  const { layout } = session.scroller.store.getState();
  const row = rowAtPoint(layout, x, y);
  const place = layout.rows[row];
  const page = session.place(row);
  const geometry = session.geometry(row);
  if (place?.kind !== 'page' || !page || !geometry) return null;
  const [across, down] = [(x - place.left) / place.scale, (y - place.top) / place.scale];
  const at = toUser(geometry, across, down);
  const hit = marksOf(page).findLast(({ kind, quads, strokes }) => {
    // Words inside a circle are clicked as words.
    if (kind === 'ink' && strokes)
      return touchedStrokes(strokes, at, at, clickPixels / place.scale).length > 0;
    return quads.some((quad) => {
      const box = quadToView(geometry, quad);
      return (
        box !== null &&
        across >= box.left &&
        across <= box.left + box.width &&
        down >= box.top &&
        down <= box.top + box.height
      );
    });
  });
  return hit ?? null;
}
