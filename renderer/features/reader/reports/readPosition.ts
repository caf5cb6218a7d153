import type { DocumentPosition } from '../../../../core/library/views.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';

/** The document and page at the upper edge of the view; null when no page is there. */
export function readPosition(
  session: ReaderSession,
): { readonly documentId: string; readonly position: DocumentPosition } | null {
  const { layout, zoom } = session.scroller.store.getState();
  const { row, share } = session.scroller.anchor();
  // A header stands for the page below it, the gap under a page for its end.
  const isHeader = layout.rows[row]?.kind === 'header';
  const place = session.place(isHeader ? row + 1 : row);
  if (!place) return null;
  const offset = isHeader ? 0 : Math.max(0, Math.min(1, share));
  const quarterTurns = session.turns(place.documentIndex);
  const turned = quarterTurns === 0 ? {} : { quarterTurns };
  return { documentId: place.document.id, position: { page: place.page, offset, zoom, ...turned } };
}
