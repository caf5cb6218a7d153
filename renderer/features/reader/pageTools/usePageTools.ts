import type { KeyboardEvent, RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import { isPageTool, pointerTool } from '../gestures/pointerTool.ts';
import type { PageMarks } from '../marks/usePageMarks.ts';
import { useReader } from '../session/ReaderContext.ts';
import { beginWritingAt } from './beginWriting.ts';
import { drawInk } from './drawInk.ts';
import { eraseInk } from './eraseInk.ts';
import { InkKeeper } from './InkKeeper.ts';
import { markArea } from './markArea.ts';
import { drawnPage, middleOfView, pageAt, viewPoint } from './pagePoint.ts';
import { placeInMiddle } from './placeInMiddle.ts';
import type { ToolContext } from './toolContext.ts';
import { usePenNear } from './usePenNear.ts';

/** The upper end of a pen, held as an eraser (Pointer Events, 4.1.1). */
const eraserButtons = 32;

/**
 * Drawing, erasing, writing and marking areas with mouse or pen; a finger scrolls as always. Gives back what a key means to
 * the tool that is taken: whether it meant something.
 */
export function usePageTools(
  pages: RefObject<HTMLElement | null>,
  marksOf: PageMarks,
): (event: KeyboardEvent) => boolean {
  const { session, drawing } = useReader();
  const latestMarks = useRef(marksOf);
  const keeper = useRef<InkKeeper | null>(null);
  usePenNear(pages);

  useEffect(() => {
    latestMarks.current = marksOf;
    keeper.current?.marksChanged(marksOf);
  }, [marksOf]);

  useEffect(() => {
    const element = pages.current;
    if (element === null || drawing === null) return;
    const inks = new InkKeeper(session, drawing, latestMarks.current);
    keeper.current = inks;
    const press = (event: PointerEvent): void => {
      const isEraser = (event.buttons & eraserButtons) !== 0;
      const tool = isEraser ? 'eraser' : pointerTool.getState();
      if (!isPageTool(tool) || !isOwnPress(event, isEraser)) return;
      const page = pageAt(session, element, { x: event.clientX, y: event.clientY });
      if (page === null) {
        if (isPicture(event)) drawing.warn('pictureDocument');
        return;
      }
      // Selecting hears of the mouse only, and must not.
      event.preventDefault();
      event.stopPropagation();
      element.focus({ preventScroll: true });
      drawing.choose(null);
      const context: ToolContext = { session, pages: element, drawing, marksOf: latestMarks.current };
      if (tool === 'ink') drawInk(context, inks, page, event);
      else if (tool === 'eraser') eraseInk(context, page, event);
      else if (tool === 'area') markArea(context, page, event);
      else {
        const at = viewPoint(session, element, page, { x: event.clientX, y: event.clientY });
        beginWritingAt(session, page.row, at);
      }
    };
    element.addEventListener('pointerdown', press, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', press, { capture: true });
      inks.close();
      keeper.current = null;
    };
  }, [pages, session, drawing]);

  return useCallback(
    (event: KeyboardEvent): boolean => {
      const tool = pointerTool.getState();
      if (drawing === null || !isPageTool(tool)) return false;
      if (event.key === 'Escape') {
        pointerTool.setState('select', true);
        return true;
      }
      if (event.key !== 'Enter' || (tool !== 'text' && tool !== 'area')) return false;
      const { current } = session.scroller.store.getState();
      const page = drawnPage(session, current);
      const middle = middleOfView(session, current);
      if (page && middle) placeInMiddle({ session, drawing }, page, middle, tool);
      return true;
    },
    [session, drawing],
  );
}

const isPicture = ({ target }: PointerEvent): boolean =>
  target instanceof Element && target.closest('.reader-page')?.querySelector('.reader-page__image') != null;

/** Mouse or pen on the page itself: a finger scrolls, buttons and what is being written keep their presses. */
function isOwnPress(event: PointerEvent, isEraser: boolean): boolean {
  if (event.pointerType === 'touch' || (event.button !== 0 && !isEraser)) return false;
  const { target } = event;
  if (!(target instanceof Element) || target.closest('.reader-page') === null) return false;
  // The eraser's end takes away what is under it, also where a chosen note could be taken hold of.
  const grip = isEraser ? ':not(.drawn-grip)' : '';
  return target.closest(`button${grip}, textarea, summary, [role="toolbar"]`) === null;
}
