import type { AnnotationTarget, Selector } from '../../../core/annotation/annotation.ts';
import type { BriefingEntry, DocumentEntry } from '../../../core/library/views.ts';
import type { MeetingPlaces, NoteOwner } from './meetingPlaces.ts';

type PageSelector = Extract<Selector, { type: 'PageSelector' }>;

/** Where a note stands in the meeting as it is now. */
export interface NotePlace {
  readonly owner: NoteOwner;
  readonly document: DocumentEntry | null;
  /** The document's own page, 1-based; null when the note is not on a page of what is here now. */
  readonly page: number | null;
  readonly packPage: number | null;
  readonly quads: readonly (readonly number[])[];
  /** The marked words, or the words of the point or the name of the figure. */
  readonly quote: string;
  /** The document was replaced since the note was made: its words are shown, no page is guessed. */
  readonly onOlderVersion: boolean;
  /** Compared number by number: the order of place in the meeting. */
  readonly order: readonly number[];
}

const nowhere: NotePlace = {
  owner: { type: 'gone' },
  document: null,
  page: null,
  packPage: null,
  quads: [],
  quote: '',
  onOlderVersion: false,
  order: [Number.MAX_SAFE_INTEGER],
};

const pageSelector = (target: AnnotationTarget): PageSelector | null =>
  target.selectors.find((selector): selector is PageSelector => selector.type === 'PageSelector') ?? null;

export function quoteOf(target: AnnotationTarget): string {
  const quote = target.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  return quote?.type === 'TextQuoteSelector' ? quote.exact : '';
}

export function notePlace(target: AnnotationTarget, places: MeetingPlaces): NotePlace {
  const { source } = target;
  switch (source.type) {
    case 'meeting':
      return { ...nowhere, owner: { type: 'meeting' }, order: [0] };
    case 'item': {
      const item = places.items.get(source.item);
      if (item === undefined) return nowhere;
      return { ...nowhere, owner: { type: 'item', id: source.item }, order: [item.index] };
    }
    case 'document':
      return documentPlace(target, source.document, places);
    case 'briefing':
    case 'point':
    case 'keyFigure': {
      const briefing = places.briefings.get(source.briefing);
      if (briefing === undefined) return { ...nowhere, quote: quoteOf(target) };
      const owner: NoteOwner = { type: 'briefing', id: source.briefing };
      if (source.type === 'briefing') return { ...nowhere, owner, order: [briefing.index] };
      const part = source.type === 'point' ? source.point : source.keyFigure;
      const found = briefingPart(briefing.entry, part);
      return {
        ...nowhere,
        owner,
        quote: found?.words ?? quoteOf(target),
        onOlderVersion: found === null,
        order: [briefing.index, 0, ...(found?.order ?? [Number.MAX_SAFE_INTEGER])],
      };
    }
  }
}

function documentPlace(target: AnnotationTarget, documentId: string, places: MeetingPlaces): NotePlace {
  const quote = quoteOf(target);
  const found = places.documents.get(documentId);
  if (found === undefined) return { ...nowhere, quote };
  const { document, owner, ownerIndex, documentIndex } = found;
  const base = { ...nowhere, owner, document, quote };
  const onPage = pageSelector(target);
  if (onPage === null) return { ...base, order: [ownerIndex, documentIndex + 1] };
  const page = onPage.page - (document.pages?.from ?? 1) + 1;
  if (onPage.sha256 !== document.sha256 || page < 1 || page > document.pageCount)
    return {
      ...base,
      onOlderVersion: true,
      order: [ownerIndex, documentIndex + 1, Number.MAX_SAFE_INTEGER, page],
    };
  const top = onPage.quads[0];
  return {
    ...base,
    page,
    packPage: document.firstPackPage === null ? null : document.firstPackPage + page - 1,
    quads: onPage.quads,
    order: [
      ownerIndex,
      documentIndex + 1,
      page,
      top === undefined ? -Infinity : -(top[1] ?? 0),
      top?.[0] ?? 0,
    ],
  };
}

/** A point's or figure's words and its place in the briefing; null when the briefing no longer has it. */
function briefingPart(
  briefing: BriefingEntry,
  id: string,
): { readonly words: string; readonly order: readonly number[] } | null {
  for (const [sectionIndex, section] of briefing.sections.entries()) {
    const pointIndex = section.points.findIndex((point) => point.id === id);
    const point = section.points[pointIndex];
    if (point !== undefined) return { words: point.text, order: [sectionIndex, pointIndex] };
  }
  const figureIndex = briefing.keyFigures.findIndex((figure) => figure.id === id);
  const figure = briefing.keyFigures[figureIndex];
  return figure === undefined ? null : { words: figure.name, order: [briefing.sections.length, figureIndex] };
}
