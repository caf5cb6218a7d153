import type { Annotation, AnnotationTarget, Selector } from '../../../core/annotation/annotation.ts';
import type { NotePlacement } from '../../../core/annotation/anchoring/notePlacement.ts';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import { quoteOf } from '../../../core/annotation/noteList.ts';
import type { DocumentEntry } from '../../../core/library/views.ts';
import type { MeetingIndex } from './meetingIndex.ts';

type PageSelector = Extract<Selector, { type: 'PageSelector' }>;

/** Where a note stands in the meeting as it is now. */
export interface NotePlace {
  readonly heading: NoteHeading;
  readonly document: DocumentEntry | null;
  /** The document's own page, 1-based; null when the note is not on a page of what is here now. */
  readonly page: number | null;
  readonly packPage: number | null;
  readonly quads: readonly (readonly number[])[];
  /** The marked words, or the words of the point or the name of the figure. */
  readonly quote: string;
  /** What the note stands on was replaced since: its old words are shown, no place is guessed. */
  readonly onOlderVersion: boolean;
  /** Where the note stands in the revision shown: the place that was found, or what the person said. */
  readonly target: AnnotationTarget;
  /** Null: it stands where it was made, or is still being looked for. */
  readonly placement: Exclude<NotePlacement, { kind: 'kept' }> | null;
}

/** Words that go over a page break stand on several pages; the note's place is the first. */
export function pageSelectorsOf({ selectors }: AnnotationTarget): readonly PageSelector[] {
  return selectors.filter((selector) => selector.type === 'PageSelector');
}

/** `placement` is where the note was found in this revision; the note itself says where it was made. */
export function notePlace(
  note: Annotation,
  heading: NoteHeading,
  index: MeetingIndex,
  placement: NotePlace['placement'] = null,
): NotePlace {
  if (placement?.kind === 'tray') return inTray(note, heading, placement);
  const target = placement?.target ?? note.target;
  const { source } = target;
  const place: NotePlace = {
    heading,
    document: null,
    page: null,
    packPage: null,
    quads: [],
    quote: quoteOf({ target }),
    onOlderVersion: false,
    target,
    placement,
  };
  switch (source.type) {
    case 'meeting':
    case 'item':
    case 'briefing':
      return place;
    case 'document': {
      const document = index.documents.get(source.document);
      return document === undefined ? place : { ...place, document, ...pageOf(target, document) };
    }
    case 'point': {
      const sections = index.briefings.get(source.briefing)?.sections ?? [];
      const point = sections.flatMap((section) => section.points).find(({ id }) => id === source.point);
      return onPart(place, point?.text);
    }
    case 'keyFigure': {
      const figures = index.briefings.get(source.briefing)?.keyFigures ?? [];
      return onPart(place, figures.find(({ id }) => id === source.keyFigure)?.name);
    }
    case 'commitment': {
      const commitments = index.briefings.get(source.briefing)?.commitments ?? [];
      return onPart(place, commitments.find(({ id }) => id === source.commitment)?.what);
    }
  }
}

function inTray(note: Annotation, heading: NoteHeading, placement: NotePlace['placement']): NotePlace {
  return {
    heading,
    document: null,
    page: null,
    packPage: null,
    quads: [],
    quote: quoteOf(note),
    onOlderVersion: false,
    target: note.target,
    placement,
  };
}

/** A point or figure keeps its id when its words change; both are known, and the newest are shown. */
function onPart(place: NotePlace, words: string | undefined): NotePlace {
  return words === undefined ? { ...place, onOlderVersion: true } : { ...place, quote: words };
}

function pageOf(
  target: AnnotationTarget,
  document: DocumentEntry,
): Pick<NotePlace, 'page' | 'packPage' | 'quads' | 'onOlderVersion'> {
  const [selector] = pageSelectorsOf(target);
  if (selector === undefined) return { page: null, packPage: null, quads: [], onOlderVersion: false };
  const page = selector.page - (document.pages?.from ?? 1) + 1;
  if (selector.sha256 !== document.sha256 || page < 1 || page > document.pageCount)
    return { page: null, packPage: null, quads: [], onOlderVersion: true };
  const packPage = document.firstPackPage === null ? null : document.firstPackPage + page - 1;
  return { page, packPage, quads: selector.quads, onOlderVersion: false };
}
