import type { Annotation, NoteClass } from './annotation.ts';
import { joined, partLines, wordedParts, type PartWords } from './convertNote.ts';
import type { NoteAct } from './noteActs.ts';
import { quoteOf } from './noteList.ts';
import { withTag } from './tags.ts';

/** How other notes are said in the text of the one that they become. */
export interface MergeWords extends PartWords {
  /** The quote of a note and where it stood; '' when there is nothing to say. */
  readonly quote: (note: Annotation) => string;
}

/** Drawn lines have no words, and a conflict of interest stands by itself. */
export const canMerge = (notes: readonly Annotation[]): boolean =>
  notes.length > 1 && notes.every(({ kind }) => kind !== 'ink' && kind !== 'conflict');

/**
 * Several notes, in reading order, become the first of them: it keeps its kind, place and own parts; the texts follow one
 * another, those of the others after their quotes. The result is for whoever the most private of them was for: merging
 * never shows anything to more people. Null when they cannot be merged.
 */
export function actsToMerge(notes: readonly Annotation[], words: MergeWords): readonly NoteAct[] | null {
  const [first, ...others] = notes;
  if (first === undefined || !canMerge(notes)) return null;
  const ownTexts = [first.text, ...first.conflictingTexts];
  const text = joined([...ownTexts, ...others.map((note) => paragraphOf(note, first, words))], '\n\n');
  const tags = others.flatMap((note) => note.tags ?? []).reduce(withTag, first.tags ?? []);
  return [
    {
      what: 'edit',
      id: first.id,
      patch: {
        text,
        noteClass: mostPrivate(notes),
        ...(tags.length === 0 ? {} : { tags }),
      },
    },
    ...others.map(({ id }) => ({ what: 'remove', id }) as const),
  ];
}

function paragraphOf(note: Annotation, first: Annotation, words: MergeWords): string {
  const isSamePlace = quoteOf(note) !== '' && quoteOf(note) === quoteOf(first);
  const parts = partLines(note, wordedParts(note), words);
  return joined([isSamePlace ? '' : words.quote(note), note.text, ...note.conflictingTexts, ...parts], '\n');
}

const fromMostPrivate: readonly NoteClass[] = ['private', 'partyGroup', 'toOffice'];

const mostPrivate = (notes: readonly Annotation[]): NoteClass =>
  fromMostPrivate.find((noteClass) => notes.some((note) => note.noteClass === noteClass)) ?? 'private';
