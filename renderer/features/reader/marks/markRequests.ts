import type { AnnotationKind, HighlightColour, Selector } from '../../../../core/annotation/annotation.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import { copyText } from '../../../../core/text/copyText.ts';
import { pageSelector, selectorsFor } from '../../../../core/text/textSelectors.ts';
import type { ReaderMarkRequest } from '../readerTypes.ts';
import type { PagePlace, ReaderSession } from '../session/ReaderSession.ts';

/** A note, question or bookmark on a whole page. Null for a row that is no page. */
export function markOfPage(
  session: ReaderSession,
  row: number,
  kind: AnnotationKind,
): ReaderMarkRequest | null {
  const place = session.place(row);
  if (!place) return null;
  const selectors = [pageSelector(place.document.sha256, place.filePage)];
  return { ...target(place), kind, colour: null, selectors, quote: '' };
}

/** Words of one page that were selected. */
export interface SelectedPart {
  readonly row: number;
  readonly text: PageText;
  readonly range: TextRange;
}

/**
 * What selected words are to become: one request a document. A mark over several pages has its three selectors for each of
 * them, in the order of the pages.
 */
export async function markOfParts(
  session: ReaderSession,
  parts: readonly SelectedPart[],
  kind: AnnotationKind,
  colour: HighlightColour | null,
): Promise<ReaderMarkRequest[]> {
  const requests: ReaderMarkRequest[] = [];
  for (const part of parts) {
    const place = session.place(part.row);
    const selectors = place && (await selectorsOf(session, place, part));
    if (!place || !selectors) continue;
    const quote = copyText(part.text, part.range);
    const last = requests.at(-1);
    if (last?.documentId === place.document.id) {
      requests[requests.length - 1] = {
        ...last,
        selectors: joined(last.selectors, selectors),
        quote: `${last.quote}\n${quote}`,
      };
    } else requests.push({ ...target(place), kind, colour, selectors, quote });
  }
  return requests;
}

/** Words of one page that stand apart share its PageSelector: that is where a note is drawn. */
function joined(selectors: readonly Selector[], more: readonly Selector[]): Selector[] {
  const [page, ...rest] = more;
  const index = selectors.findIndex(
    (selector) =>
      selector.type === 'PageSelector' && page?.type === 'PageSelector' && selector.page === page.page,
  );
  const known = selectors[index];
  if (known?.type !== 'PageSelector' || page?.type !== 'PageSelector') return [...selectors, ...more];
  const whole = { ...known, quads: [...known.quads, ...page.quads] };
  return [...selectors.with(index, whole), ...rest];
}

async function selectorsOf(
  session: ReaderSession,
  place: PagePlace,
  { text, range }: { text: PageText; range: TextRange },
): Promise<Selector[] | null> {
  const neighbour = async (step: 1 | -1): Promise<string | null> => {
    const page = place.page + step;
    if (!place.file || page < 1 || page > place.document.pageCount) return null;
    const loaded = await session.texts.load(place.file, place.filePage + step, () => -1);
    return loaded?.text ?? null;
  };
  const [previousText, nextText] = await Promise.all([neighbour(-1), neighbour(1)]);
  return selectorsFor({
    sha256: place.document.sha256,
    filePage: place.filePage,
    page: text,
    range,
    previousText,
    nextText,
  });
}

function target({ document, page }: PagePlace) {
  return { documentId: document.id, itemId: document.itemId, briefingId: document.briefingId, page };
}
