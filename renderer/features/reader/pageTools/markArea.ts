import { quadOfView } from '../../../../core/annotation/drawn/drawnFrame.ts';
import type { ViewRect } from '../../../../core/pdf/pageGeometry.ts';
import { pointerTool } from '../gestures/pointerTool.ts';
import { drawnPlace } from './drawnRequests.ts';
import { followPointer } from './followPointer.ts';
import { leastSide } from './pageFrame.ts';
import type { DrawnPage } from './pagePoint.ts';
import { viewPoint } from './pagePoint.ts';
import type { ToolContext } from './toolContext.ts';
import { wetLayer, wetShape } from './toolContext.ts';

/** A rectangle from the press to where the pointer is let go; a mere click marks nothing. */
export function markArea(context: ToolContext, page: DrawnPage, press: PointerEvent): void {
  const { session, pages } = context;
  const layer = wetLayer(pages, page.row, 'view');
  if (layer === null) return;
  const wet = wetShape(layer, 'rect', 'drawn-band');
  const pointOf = (event: PointerEvent) =>
    viewPoint(session, pages, page, { x: event.clientX, y: event.clientY });
  const from = pointOf(press);
  let area: ViewRect = { left: from.x, top: from.y, width: 0, height: 0 };
  followPointer(pages, press, {
    move: (places) => {
      const last = places.at(-1);
      if (last === undefined) return;
      const to = pointOf(last);
      area = {
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      };
      wet.setAttribute('x', String(area.left));
      wet.setAttribute('y', String(area.top));
      wet.setAttribute('width', String(area.width));
      wet.setAttribute('height', String(area.height));
    },
    end: () => {
      const isArea = area.width >= leastSide && area.height >= leastSide;
      const stored = isArea ? storeArea(context, page, area) : Promise.resolve();
      void stored.finally(() => wet.remove());
    },
    cancel: () => wet.remove(),
  });
}

/** Stores an area of the page as shown and chooses it. */
export async function storeArea(
  { session, drawing }: Pick<ToolContext, 'session' | 'drawing'>,
  page: DrawnPage,
  area: ViewRect,
): Promise<void> {
  const place = await drawnPlace(session, page.place, quadOfView(page.geometry, area));
  const id = await drawing.add({ ...place, kind: 'area', colour: null, quote: '' });
  if (id === null) return;
  pointerTool.setState('select', true);
  drawing.choose(id);
}
