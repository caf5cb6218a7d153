import type {
  AnnotationDraft,
  AnnotationKind,
  AnnotationSource,
  AnnotationTarget,
  HighlightColour,
  Selector,
} from '../../../core/annotation/annotation.ts';
import { isDrawnKind } from '../../../core/annotation/annotation.ts';
import { strokesInFrame } from '../../../core/annotation/drawn/drawnFrame.ts';
import { normalisationVersion } from '../../../core/text/normaliseText.ts';
import type { ReaderMark, ReaderMarkPlace, ReaderMarkRequest } from '../../features/reader/readerTypes.ts';
import { pageSelectorsOf } from '../../features/notes/notePlace.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';

/** A new note on a meeting, item, briefing, point or figure. Private until the person says otherwise. */
export function draftOn(
  meeting: string,
  source: AnnotationSource,
  kind: AnnotationKind,
  colour: HighlightColour | null,
  words = '',
): AnnotationDraft {
  return {
    kind,
    colour,
    noteClass: 'private',
    text: '',
    target: { meeting, source, selectors: words === '' ? [] : [quoteSelector(words)] },
  };
}

/** The words of a point or figure go along, so that a later revision without it still shows what was meant. */
const quoteSelector = (exact: string): Selector => ({
  type: 'TextQuoteSelector',
  exact,
  prefix: '',
  suffix: '',
  normalisation: normalisationVersion,
});

/** A new note on words or a page of a document. */
export function draftOfMark(meeting: string, request: ReaderMarkRequest): AnnotationDraft {
  return {
    kind: request.kind,
    colour: request.colour,
    noteClass: 'private',
    text: request.text ?? '',
    target: targetOfMark(meeting, request),
    ...request.details,
  };
}

/** Where a mark is to stand, as a note says it. */
export function targetOfMark(
  meeting: string,
  { documentId, itemId, selectors }: ReaderMarkPlace,
): AnnotationTarget {
  return { meeting, source: { type: 'document', document: documentId, item: itemId }, selectors };
}

/** The notes that the reader draws: those on the very files that are open, on every page they reach over. */
export function readerMarks(notes: readonly ShownNote[]): readonly ReaderMark[] {
  return notes.flatMap(({ key, note, place }) => {
    const { document } = place;
    if (document === null || place.onOlderVersion) return [];
    return pageSelectorsOf(place.target).map((page) => ({
      id: key,
      kind: note.kind,
      colour: note.colour,
      noteClass: note.noteClass,
      documentId: document.id,
      sha256: page.sha256,
      filePage: page.page,
      quads: page.quads,
      text: note.text,
      ...(note.strokes && isDrawnKind(note.kind)
        ? { strokes: strokesInFrame(note.strokes, page.quads[0]) }
        : {}),
      ...(note.textLook ? { textLook: note.textLook } : {}),
      ...(place.placement?.kind === 'check' ? { needsCheck: true } : {}),
    }));
  });
}
