import type {
  AnnotationDraft,
  AnnotationKind,
  AnnotationSource,
  HighlightColour,
} from '../../../core/annotation/annotation.ts';
import type { ReaderMark, ReaderMarkRequest } from '../../features/reader/readerTypes.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';

/** A new note on a meeting, item, briefing, point or figure. Private until the person says otherwise. */
export function draftOn(
  meeting: string,
  source: AnnotationSource,
  kind: AnnotationKind,
  colour: HighlightColour | null,
): AnnotationDraft {
  return { kind, colour, noteClass: 'private', text: '', target: { meeting, source, selectors: [] } };
}

/** A new note on words or a page of a document. */
export function draftOfMark(meeting: string, request: ReaderMarkRequest): AnnotationDraft {
  return {
    kind: request.kind,
    colour: request.colour,
    noteClass: 'private',
    text: '',
    target: {
      meeting,
      source: { type: 'document', document: request.documentId, item: request.itemId },
      selectors: request.selectors,
    },
  };
}

/** The notes that the reader draws: those on the very files that are open. */
export function readerMarks(notes: readonly ShownNote[]): readonly ReaderMark[] {
  return notes.flatMap(({ key, note, place }) => {
    const page = note.target.selectors.find((selector) => selector.type === 'PageSelector');
    if (page?.type !== 'PageSelector' || place.document === null || place.onOlderVersion) return [];
    return [
      {
        id: key,
        kind: note.kind,
        colour: note.colour,
        noteClass: note.noteClass,
        documentId: place.document.id,
        sha256: page.sha256,
        filePage: page.page,
        quads: page.quads,
        text: note.text,
      },
    ];
  });
}
