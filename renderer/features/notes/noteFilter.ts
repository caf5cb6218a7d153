import type { AnnotationKind, HighlightColour, NoteClass } from '../../../core/annotation/annotation.ts';
import type { PlacedNote } from './placedNotes.ts';

/** What the list of all notes shows; null: any. */
export interface NoteFilter {
  readonly kind: AnnotationKind | null;
  readonly noteClass: NoteClass | null;
  readonly colour: HighlightColour | null;
  readonly onlyWithText: boolean;
  readonly words: string;
}

export const noFilter: NoteFilter = {
  kind: null,
  noteClass: null,
  colour: null,
  onlyWithText: false,
  words: '',
};

export const isFiltering = (filter: NoteFilter): boolean =>
  filter.kind !== null ||
  filter.noteClass !== null ||
  filter.colour !== null ||
  filter.onlyWithText ||
  filter.words.trim() !== '';

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('sv');

/** The notes that match; every word must occur, in the note's text or in the words it was made on. */
export function filterNotes<N extends PlacedNote>(notes: readonly N[], filter: NoteFilter): readonly N[] {
  const words = folded(filter.words).split(/\s+/u).filter(Boolean);
  return notes.filter(({ note, place }) => {
    if (filter.kind !== null && note.kind !== filter.kind) return false;
    if (filter.noteClass !== null && note.noteClass !== filter.noteClass) return false;
    if (filter.colour !== null && note.colour !== filter.colour) return false;
    if (filter.onlyWithText && note.text.trim() === '') return false;
    const searched = folded([note.text, place.quote, ...note.conflictingTexts].join('\n'));
    return words.every((word) => searched.includes(word));
  });
}
