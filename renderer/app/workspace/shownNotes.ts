import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { MeetingPlaces, NoteOwner } from '../../features/notes/meetingPlaces.ts';
import { sameOwner } from '../../features/notes/meetingPlaces.ts';
import { placeNotes } from '../../features/notes/placedNotes.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';
import type { NewNote } from './workspaceState.ts';

/** Everything to show: stored notes, and those being begun in the place where they will stand. */
export function shownNotes(
  stored: readonly Annotation[],
  begun: readonly NewNote[],
  places: MeetingPlaces,
): readonly ShownNote[] {
  const keys = new Map(begun.map((note) => [note.noteId, note.key]));
  const storedIds = new Set(stored.map((note) => note.id));
  const notYetHere = begun
    .filter((note) => note.noteId === null || !storedIds.has(note.noteId))
    .map(asAnnotation);
  return placeNotes([...stored, ...notYetHere], places).map((placed) => ({
    ...placed,
    key: keys.get(placed.note.id) ?? placed.note.id,
  }));
}

/** A note without its first words yet stands last at its place. */
function asAnnotation({ key, draft }: NewNote): Annotation {
  return { ...draft, id: key, createdAt: Number.MAX_SAFE_INTEGER, modifiedAt: 0, conflictingTexts: [] };
}

export function ownerAt(place: ReadingPlace): NoteOwner {
  if (place.itemId !== null) return { type: 'item', id: place.itemId };
  return place.briefingId === null ? { type: 'meeting' } : { type: 'briefing', id: place.briefingId };
}

export const notesAt = (notes: readonly ShownNote[], place: ReadingPlace): readonly ShownNote[] =>
  notes.filter((shown) => sameOwner(shown.place.owner, ownerAt(place)));

/** "7 Detaljplan Kyrkbyn": what the notes of an item or briefing stand under; null for the meeting and for none. */
export function ownerName(owner: NoteOwner, places: MeetingPlaces): string | null {
  if (owner.type === 'item') {
    const entry = places.items.get(owner.id)?.entry;
    return [entry?.number, entry?.title].filter((part) => part != null).join(' ');
  }
  return owner.type === 'briefing' ? (places.briefings.get(owner.id)?.entry.unit.name ?? '') : null;
}

/** Items that changed, by what happened to them, for the summary at the top. */
export function changeCounts(view: MeetingView): { readonly moved: number } {
  const count = (entries: MeetingView['agenda']): number =>
    entries.reduce((sum, entry) => sum + (entry.change === 'moved' ? 1 : 0) + count(entry.children), 0);
  return { moved: count(view.agenda) };
}
