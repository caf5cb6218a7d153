import { simplifyStroke } from '../../../../core/annotation/drawn/simplifyStroke.ts';
import type { PenPoint } from '../../../../core/annotation/drawn/simplifyStroke.ts';
import type { InkKeeper } from './InkKeeper.ts';
import { followPointer } from './followPointer.ts';
import type { DrawnPage } from './pagePoint.ts';
import { userPoint } from './pagePoint.ts';
import { outlinePath } from './strokeShape.ts';
import type { ToolContext } from './toolContext.ts';
import { wetLayer, wetShape } from './toolContext.ts';
import { penInk } from './toolSettings.ts';

/** Minutes of drawing without lifting the pen; more in one stroke is a mistake. */
const mostPoints = 8_000;
/** Points nearer than this on screen add nothing. */
const leastPixels = 0.6;
/** How much of a tremble is smoothed away: the share of the way that the line follows at once. */
const follows = 0.65;

/** One stroke with mouse or pen, drawn as it comes and without React. */
export function drawInk(context: ToolContext, keeper: InkKeeper, page: DrawnPage, press: PointerEvent): void {
  const { session, pages, drawing } = context;
  const ink = penInk();
  const layer = wetLayer(pages, page.row, 'user');
  if (layer === null) return;
  const isMarker = ink.colour === 'yellow';
  const wet = wetShape(isMarker ? markerLayer(layer) : layer, 'path', `ink ink--${ink.colour}`);
  const path: PenPoint[] = [];
  const beganAt = Date.now();
  let frame = 0;
  let isTooLong = false;

  const add = (event: PointerEvent): void => {
    const { x, y } = userPoint(session, pages, page, { x: event.clientX, y: event.clientY });
    const pressure = event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : null;
    const before = path.at(-1);
    if (before === undefined) path.push({ x, y, pressure });
    else if (Math.hypot(x - before.x, y - before.y) * page.scale >= leastPixels) {
      const towards = (from: number, to: number): number => from + (to - from) * follows;
      path.push({
        x: towards(before.x, x),
        y: towards(before.y, y),
        pressure:
          pressure === null || before.pressure === null ? pressure : towards(before.pressure, pressure),
      });
    }
  };
  const show = (): void => {
    frame = 0;
    const hasPressure = path.every(({ pressure }) => pressure !== null);
    const points = path.map(({ x, y, pressure }): [number, number, number] => [x, y, pressure ?? 0.5]);
    wet.setAttribute('d', outlinePath(points, ink.width, hasPressure));
  };
  const end = (): void => {
    cancelAnimationFrame(frame);
    show();
    const { points, pressures } = simplifyStroke(path);
    const stroke = { ...ink, points, ...(pressures === null ? {} : { pressures }) };
    keeper.keep({ page, stroke, beganAt, endedAt: Date.now(), wet });
  };

  add(press);
  show();
  followPointer(pages, press, {
    move: (places) => {
      if (isTooLong) return;
      places.forEach(add);
      if (path.length > mostPoints) {
        isTooLong = true;
        drawing.warn('strokeTooLong');
      }
      frame ||= requestAnimationFrame(show);
    },
    end,
    cancel: () => {
      cancelAnimationFrame(frame);
      wet.remove();
    },
  });
}

/** The marker lets through what is under it; pens do not. */
const markerLayer = (layer: SVGElement): SVGElement =>
  layer.closest('.drawn-layer')?.querySelector<SVGElement>('[data-wet="marker"]') ?? layer;
