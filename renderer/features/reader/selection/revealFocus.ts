import { toView } from '../../../../core/pdf/pageGeometry.ts';
import { caretPoint } from '../../../../core/text/textSelection.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';

/** Brings the moving end of the selection into view. */
export async function revealFocus(session: ReaderSession): Promise<void> {
  const focus = session.selector.selection()?.focus;
  const place = focus && session.place(focus.page);
  const text = place?.file && (await session.texts.load(place.file, place.filePage, () => -1));
  const row = focus && session.scroller.store.getState().layout.rows[focus.page];
  if (!focus || !text || row?.kind !== 'page') return;
  const point = caretPoint(text, focus.offset);
  const { x, y } = toView(text.geometry, point.x, point.y);
  session.scroller.reveal({
    left: row.left + x * row.scale,
    top: row.top + y * row.scale,
    width: 1,
    height: 1,
  });
}
