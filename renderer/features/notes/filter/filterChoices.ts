import {
  annotationKinds,
  highlightColours,
  noteClasses,
  type Annotation,
} from '../../../../core/annotation/annotation.ts';
import type { NoteHeading } from '../../../../core/annotation/noteList.ts';
import { tagsInUse, type TagInUse } from '../../../../core/annotation/tags.ts';
import { headingKey } from '../meetingIndex.ts';
import { colourOf } from '../noteLooks.ts';
import type { PlacedNote } from '../placedNotes.ts';

/** Something by which notes can be chosen, and how many there are of it. */
export interface Counted<V> {
  readonly value: V;
  readonly count: number;
}

/** What the notes of a meeting can be chosen by: only what there is. */
export interface FilterChoices {
  readonly kinds: readonly Counted<Annotation['kind']>[];
  readonly noteClasses: readonly Counted<Annotation['noteClass']>[];
  readonly colours: readonly Counted<(typeof highlightColours)[number]>[];
  readonly tags: readonly TagInUse[];
  /** In the order of the meeting. */
  readonly headings: readonly Counted<NoteHeading>[];
}

export function filterChoices(placed: readonly PlacedNote[]): FilterChoices {
  const notes = placed.map(({ note }) => note);
  const among = <V extends string>(
    values: readonly V[],
    of: (note: Annotation) => V | null,
  ): readonly Counted<V>[] =>
    values
      .map((value) => ({ value, count: notes.filter((note) => of(note) === value).length }))
      .filter(({ count }) => count > 0);
  return {
    kinds: among(annotationKinds, ({ kind }) => kind),
    noteClasses: among(noteClasses, ({ noteClass }) => noteClass),
    colours: among(highlightColours, ({ kind, colour }) => colourOf(kind, colour)),
    tags: tagsInUse(notes),
    headings: headingsOf(placed),
  };
}

function headingsOf(placed: readonly PlacedNote[]): readonly Counted<NoteHeading>[] {
  const counted = new Map<string, Counted<NoteHeading>>();
  for (const { place } of placed) {
    const key = headingKey(place.heading);
    counted.set(key, { value: place.heading, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}
