import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { MeetingPlaces, NoteOwner } from './meetingPlaces.ts';
import { ownerKey } from './meetingPlaces.ts';
import type { NotePlace } from './notePlace.ts';
import { notePlace } from './notePlace.ts';

export interface PlacedNote {
  readonly note: Annotation;
  readonly place: NotePlace;
}

export interface NoteGroup<N extends PlacedNote = PlacedNote> {
  readonly owner: NoteOwner;
  readonly notes: readonly N[];
}

/** The notes in the order of their places; at one place the older first. */
export function placeNotes(notes: readonly Annotation[], places: MeetingPlaces): readonly PlacedNote[] {
  return notes
    .map((note) => ({ note, place: notePlace(note.target, places) }))
    .sort((one, other) => comparePlaces(one.place, other.place) || one.note.createdAt - other.note.createdAt);
}

function comparePlaces(one: NotePlace, other: NotePlace): number {
  const length = Math.max(one.order.length, other.order.length);
  for (let index = 0; index < length; index++) {
    const a = one.order[index] ?? 0;
    const b = other.order[index] ?? 0;
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** Notes that are already in order, one group for the meeting, each item and each briefing. */
export function groupNotes<N extends PlacedNote>(placed: readonly N[]): readonly NoteGroup<N>[] {
  const groups = new Map<string, { owner: NoteOwner; notes: N[] }>();
  for (const note of placed) {
    const key = ownerKey(note.place.owner);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { owner: note.place.owner, notes: [note] });
    else group.notes.push(note);
  }
  return [...groups.values()];
}

/** How many notes each item, briefing and the meeting has, by `ownerKey`. */
export function countByOwner(placed: readonly PlacedNote[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of placed) {
    const key = ownerKey(place.owner);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
