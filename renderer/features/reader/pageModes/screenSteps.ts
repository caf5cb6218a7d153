import type { ScrollLayout } from '../scroll/scrollLayout.ts';
import type { ViewRectangle } from '../scroll/viewPlaces.ts';
import { pageRange } from '../scroll/viewPlaces.ts';

/** Of a view that is kept in sight when one goes a screen further. */
const overlap = 48;
/** What an arrow key moves by. */
const nudge = 64;

export type StepSize = 'screen' | 'line';

/**
 * Where the view goes by a key, CSS pixels; null at the end, where there is nowhere further. With one page at a time (`isSingle`)
 * it moves on the page first, then to the next page.
 */
export function stepTarget(
  layout: ScrollLayout,
  view: ViewRectangle,
  step: 1 | -1,
  size: StepSize,
  isSingle: boolean,
): number | null {
  const by = size === 'line' ? nudge : Math.max(view.height / 2, view.height - overlap);
  const end = Math.max(0, layout.height - view.height);
  const range = isSingle ? pageRange(layout, view) : { band: 0, top: 0, bottom: end };
  if (step === 1 && view.top < range.bottom - 1) return Math.min(range.bottom, view.top + by);
  if (step === -1 && view.top > range.top + 1) return Math.max(range.top, view.top - by);
  return isSingle ? neighbourPage(layout, view, range.band, step) : null;
}

function neighbourPage(layout: ScrollLayout, view: ViewRectangle, from: number, step: 1 | -1): number | null {
  let index = from + step;
  while (layout.rows[layout.bands[index]?.firstRow ?? -1]?.kind === 'header') index += step;
  const band = layout.bands[index];
  if (!band) return null;
  return step === 1 ? band.top : Math.max(band.top, band.bottom - view.height);
}

/** The end of the last document, with what stands below it, is in view. */
export function isAtEnd(layout: ScrollLayout, view: ViewRectangle): boolean {
  return view.top + view.height >= layout.height - 2;
}
