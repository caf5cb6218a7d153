import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { quadsOf } from '../../../../core/text/textQuads.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import type { ReaderHandle } from '../readerTypes.ts';
import type { PageRow } from '../scroll/scrollLayout.ts';
import { rowOfPage } from '../scroll/scrollLayout.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';

type RevealQuads = (
  index: number,
  row: PageRow,
  quads: readonly (readonly number[])[],
  geometry: PageGeometry,
) => void;

/** Brings words of a page into view. Where they are on it is known once its text is here; until then its top is shown. */
export function goerToWords(session: ReaderSession, revealQuads: RevealQuads): ReaderHandle['goToWords'] {
  const { scroller } = session;
  let newest = 0;

  const reveal = (documentIndex: number, page: number, range: TextRange): boolean => {
    const index = rowOfPage(scroller.store.getState().layout, documentIndex, page);
    const row = scroller.store.getState().layout.rows[index];
    const place = session.place(index);
    const text = place?.file && session.texts.held(place.file, place.filePage);
    if (!text || row?.kind !== 'page') return false;
    revealQuads(index, row, quadsOf(text, range), session.geometry(index) ?? text.geometry);
    return true;
  };

  return (documentId, page, range) => {
    const documentIndex = session.indexOf(documentId);
    const asked = ++newest;
    if (documentIndex < 0 || reveal(documentIndex, page, range)) return;
    scroller.goToPage(documentIndex, page);
    const place = session.place(rowOfPage(scroller.store.getState().layout, documentIndex, page));
    if (!place?.file) return;
    const isOld = (): boolean => asked !== newest;
    void session.texts
      .load(place.file, place.filePage, () => (isOld() ? Infinity : -1))
      .then(() => isOld() || reveal(documentIndex, page, range));
  };
}
