import { useStore } from 'zustand';
import { quadToView } from '../../../../core/pdf/pageGeometry.ts';
import { quadsOf } from '../../../../core/text/textQuads.ts';
import { comparePlaces, selectedOnPage } from '../../../../core/text/textSelection.ts';
import { useReader, useScroll } from '../session/ReaderContext.ts';
import { usePageText } from '../session/usePageText.ts';

export interface ToolbarPlace {
  /** Middle of the toolbar and its near edge, pixels of the scrolled content. */
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below';
}

const mostHalfWidth = 180;
const height = 44;
const gap = 8;

/** Beside the end of the selection that the person moved last: below it, or above when that is where there is room. */
export function useToolbarPlace(): ToolbarPlace | null {
  const { session } = useReader();
  const selection = useStore(session.selector.store, (state) => state.selection);
  const layout = useScroll((state) => state.layout);
  const isEmpty = !selection || comparePlaces(selection.anchor, selection.focus) === 0;
  const focusRow = selection?.focus.page ?? 0;
  const text = usePageText(focusRow, !isEmpty);
  const row = layout.rows[focusRow];
  if (isEmpty || !selection || !text || row?.kind !== 'page') return null;
  const range = selectedOnPage(selection, focusRow, text.text.length);
  const isForward = comparePlaces(selection.anchor, selection.focus) < 0;
  const boxes = range ? quadsOf(text, range).map((quad) => quadToView(text.geometry, quad)) : [];
  const near = isForward ? boxes.at(-1) : boxes[0];
  if (!near) return null;
  const view = session.scroller.view();
  const toContent = (y: number): number => row.top + y * row.scale;
  const bottom = toContent(near.top + near.height);
  // Above the whole selection, not over its words; at the view's edge when it begins further up.
  const highest = Math.min(...boxes.map((box) => box?.top ?? Infinity));
  const top = Math.max(toContent(isForward ? highest : near.top), view.top + height + 2 * gap);
  const middle = row.left + (near.left + near.width / 2) * row.scale;
  const halfWidth = Math.min(mostHalfWidth, view.width / 2);
  const roomBelow = view.top + view.height - bottom > height + 2 * gap;
  const side =
    roomBelow && (isForward || toContent(near.top) - view.top < height + 2 * gap) ? 'below' : 'above';
  return {
    left: Math.max(view.left + halfWidth, Math.min(view.left + view.width - halfWidth, middle)),
    top: side === 'below' ? bottom + gap : top - gap - height,
    side,
  };
}
