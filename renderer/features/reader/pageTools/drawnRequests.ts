import type { Selector } from '../../../../core/annotation/annotation.ts';
import { boxOfQuad } from '../../../../core/annotation/drawn/drawnFrame.ts';
import { nearbyText } from '../../../../core/annotation/drawn/nearbyText.ts';
import type { ReaderMarkPlace } from '../readerTypes.ts';
import type { PagePlace, ReaderSession } from '../session/ReaderSession.ts';

/**
 * Where something drawn stands: its frame on the page, and the words there that tell its place in a replaced document. A
 * page whose words cannot be read has the frame alone.
 */
export async function drawnPlace(
  session: ReaderSession,
  place: PagePlace,
  quad: readonly number[],
): Promise<ReaderMarkPlace> {
  const { document, filePage: page } = place;
  const { sha256 } = document;
  const nearby = await nearbySelector(session, place, quad);
  const selectors: readonly Selector[] = [
    { type: 'PageSelector', sha256, page, quads: [quad] },
    ...(nearby === null ? [] : [nearby]),
  ];
  return {
    documentId: document.id,
    itemId: document.itemId,
    briefingId: document.briefingId,
    page: place.page,
    selectors,
  };
}

async function nearbySelector(
  session: ReaderSession,
  { file, filePage, page, document }: PagePlace,
  quad: readonly number[],
): Promise<Selector | null> {
  const frame = boxOfQuad(quad);
  if (file === null || frame === null) return null;
  const textOf = async (step: -1 | 0 | 1) =>
    page + step < 1 || page + step > document.pageCount
      ? null
      : session.texts.load(file, filePage + step, () => -1);
  const [before, own, after] = await Promise.all([textOf(-1), textOf(0), textOf(1)]);
  if (own === null) return null;
  return nearbyText({
    sha256: document.sha256,
    filePage,
    page: own,
    frame,
    previousText: before?.text ?? null,
    nextText: after?.text ?? null,
  });
}
