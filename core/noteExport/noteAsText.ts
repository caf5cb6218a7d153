import type { Annotation } from '../annotation/annotation.ts';
import { joined, partLines, wordedParts, type PartWords } from '../annotation/convertNote.ts';
import { quoteOf } from '../annotation/noteList.ts';

/** Where a note stands, in what people call things: all that is known of it. */
export interface NoteSource {
  /** Number of the item on the agenda, "7". */
  readonly itemNumber: string | null;
  /** What it stands under when that has no number. */
  readonly title: string;
  readonly page: number | null;
  readonly packPage: number | null;
}

export interface NoteTextWords extends PartWords {
  /** "§ 7, s. 12 (handlingarna s. 45)". */
  readonly source: (source: NoteSource) => string;
  readonly quoted: (quote: string) => string;
}

/** A note as plain text to be put anywhere: its quote with where that stands, then what was written. */
export function noteAsText(note: Annotation, source: NoteSource, words: NoteTextWords): string {
  const quote = quoteOf(note);
  const own = [note.text, ...note.conflictingTexts, ...partLines(note, wordedParts(note), words)];
  const place = words.source(source);
  if (quote === '') return joined([joined(own, '\n'), place === '' ? '' : `(${place})`], '\n');
  return joined([quotation(note, source, words), ...own], '\n');
}

/** The quote of a note with where it stands; only where it stands for a note without one. */
export function quotation(note: Annotation, source: NoteSource, words: NoteTextWords): string {
  const quote = quoteOf(note);
  const place = words.source(source);
  if (quote === '') return place;
  return place === '' ? words.quoted(quote) : `${words.quoted(quote)} (${place})`;
}
