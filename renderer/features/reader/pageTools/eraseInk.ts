import type { Point } from '../../../../core/pdf/pageGeometry.ts';
import { boxOfStrokes } from '../../../../core/annotation/drawn/drawnFrame.ts';
import { touchedStrokes } from '../../../../core/annotation/drawn/strokeHits.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { drawnPlace } from './drawnRequests.ts';
import { followPointer } from './followPointer.ts';
import { quadOfBox } from './pageFrame.ts';
import type { DrawnPage } from './pagePoint.ts';
import { userPoint } from './pagePoint.ts';
import type { ToolContext } from './toolContext.ts';

/** How near the eraser must come, in pixels of the screen. */
const reachPixels = 6;

/** Takes away every stroke that is touched until the pointer is let go; then it is stored. */
export function eraseInk(context: ToolContext, page: DrawnPage, press: PointerEvent): void {
  const { session, pages, marksOf } = context;
  const inks = marksOf(page.place).filter(({ kind }) => kind === 'ink');
  const erased = new Map<string, Set<number>>();
  const pointOf = (event: PointerEvent): Point =>
    userPoint(session, pages, page, { x: event.clientX, y: event.clientY });
  let last = pointOf(press);

  const touch = (to: Point): void => {
    for (const { id, strokes = [] } of inks) {
      for (const index of touchedStrokes(strokes, last, to, reachPixels / page.scale)) {
        erased.set(id, (erased.get(id) ?? new Set<number>()).add(index));
        shapeOf(pages, page, id, index)?.setAttribute('data-erased', '');
      }
    }
    last = to;
  };
  const giveBack = (): void => {
    for (const [id, indices] of erased)
      for (const index of indices) shapeOf(pages, page, id, index)?.removeAttribute('data-erased');
  };

  touch(last);
  followPointer(pages, press, {
    move: (places) => places.forEach((event) => touch(pointOf(event))),
    end: () => {
      const changes = inks.flatMap((mark) => {
        const indices = erased.get(mark.id);
        return indices === undefined ? [] : [storeErased(context, page, mark, indices)];
      });
      // What could not be stored is still there.
      void Promise.all(changes).then((stored) => stored.includes(false) && giveBack());
    },
    cancel: giveBack,
  });
}

async function storeErased(
  { session, drawing }: ToolContext,
  page: DrawnPage,
  { id, strokes = [] }: ReaderMark,
  erased: ReadonlySet<number>,
): Promise<boolean> {
  const left = strokes.filter((_, index) => !erased.has(index));
  const box = boxOfStrokes(left);
  if (box === null) return drawing.remove(id);
  const place = await drawnPlace(session, page.place, quadOfBox(page.geometry, box));
  return drawing.change(id, { place, details: { strokes: left } });
}

const shapeOf = (pages: HTMLElement, { row }: DrawnPage, id: string, index: number): Element | null =>
  pages.querySelector(`[data-row="${row}"] [data-ink="${CSS.escape(id)}"] [data-stroke="${index}"]`);
