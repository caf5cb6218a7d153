import type { ScrollAnchor, ScrollLayout } from './scrollLayout.ts';
import { topOfAnchor } from './scrollLayout.ts';
import type { ViewRectangle } from './viewPlaces.ts';

/** Another view of the same rows, shown instead of the pages. It goes where they are told to go. */
export interface StandIn {
  readonly show: (anchor: ScrollAnchor) => void;
  /** Brings the words under quads of a row's page into view. */
  readonly reveal: (row: number, quads: readonly (readonly number[])[]) => void;
  /** From where to where one sees; null before it is drawn. */
  readonly shown: () => { readonly from: ScrollAnchor; readonly to: ScrollAnchor } | null;
}

/** What of the pages would have to be in view to show the same. */
export function viewBetween(
  layout: ScrollLayout,
  { from, to }: { readonly from: ScrollAnchor; readonly to: ScrollAnchor },
  width: number,
): ViewRectangle {
  const top = topOfAnchor(layout, from);
  return { left: 0, top, width, height: Math.max(1, topOfAnchor(layout, to) - top) };
}
