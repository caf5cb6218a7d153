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

const halfWidth = 180;
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
  const quads = range ? quadsOf(text, range) : [];
  const quad = isForward ? quads.at(-1) : quads[0];
  const words = quad && quadToView(text.geometry, quad);
  if (!words) return null;
  const view = session.scroller.view();
  const top = row.top + words.top * row.scale;
  const bottom = top + words.height * row.scale;
  const middle = row.left + (words.left + words.width / 2) * row.scale;
  const roomBelow = view.top + view.height - bottom > height + 2 * gap;
  const roomAbove = top - view.top > height + 2 * gap;
  const side = (isForward && roomBelow) || !roomAbove ? 'below' : 'above';
  return {
    left: Math.max(view.left + halfWidth, Math.min(view.left + view.width - halfWidth, middle)),
    top: side === 'below' ? bottom + gap : top - gap - height,
    side,
  };
}
