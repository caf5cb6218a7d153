import { quadToView, toView } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import { quadsOf } from '../../../../core/text/textQuads.ts';
import { orderedEnds } from '../../../../core/text/textSelection.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import type { ViewRectangle } from '../scroll/viewPlaces.ts';
import type { Spoken } from './ReadAloud.ts';

/** Where reading aloud is to begin: at the selected words, else at the first line in view. */
export async function startPlace(session: ReaderSession): Promise<{ row: number; offset: number }> {
  const selection = session.selector.selection();
  if (selection && !session.selector.isEmpty()) {
    const { from } = orderedEnds(selection);
    return { row: from.page, offset: from.offset };
  }
  const { layout } = session.scroller.store.getState();
  const { row, share } = session.scroller.anchor();
  const place = session.place(row);
  if (layout.rows[row]?.kind !== 'page' || !place?.file || share <= 0) return { row, offset: 0 };
  if (share >= 1) return { row: row + 1, offset: 0 };
  const text = await session.texts.load(place.file, place.filePage, () => -1);
  return { row, offset: text ? firstBelow(text, share) : 0 };
}

/** The offset of the first line below so much of the page. */
function firstBelow(text: PageText, share: number): number {
  const { geometry } = text;
  const isOnItsSide = geometry.quarterTurns % 2 === 1;
  const height = isOnItsSide ? geometry.right - geometry.left : geometry.top - geometry.bottom;
  const line = text.lines.find(({ left, bottom, right, top }) => {
    const [a, b] = [toView(geometry, left, bottom), toView(geometry, right, top)];
    return (a.y + b.y) / 2 >= share * height;
  });
  return line?.start ?? text.text.length;
}

/** Where the first line of what is being read lies in the scrolled content; null when it has no place. */
export function spokenRectangle(session: ReaderSession, { row, text, ranges }: Spoken): ViewRectangle | null {
  const place = session.scroller.store.getState().layout.rows[row];
  const [range] = ranges;
  const [quad] = range ? quadsOf(text, range) : [];
  const box = quad && quadToView(session.geometry(row) ?? text.geometry, quad);
  if (place?.kind !== 'page' || !box) return null;
  return {
    left: place.left + box.left * place.scale,
    top: place.top + box.top * place.scale,
    width: box.width * place.scale,
    height: box.height * place.scale,
  };
}

export const isInView = (view: ViewRectangle, { top, height }: ViewRectangle): boolean =>
  top + height > view.top && top < view.top + view.height;
