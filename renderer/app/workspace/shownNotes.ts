import type { PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { MeetingIndex } from '../../features/notes/meetingIndex.ts';
import { headingKey } from '../../features/notes/meetingIndex.ts';
import { placeNotes } from '../../features/notes/placedNotes.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';
import type { NewNote } from './workspaceState.ts';

/** Everything to show: stored notes, and those being begun in the place where they will stand. */
export function shownNotes(
  stored: readonly Annotation[],
  begun: readonly NewNote[],
  view: MeetingView,
  index: MeetingIndex,
  placements: PlacementsView | null = null,
): readonly ShownNote[] {
  const keys = new Map(begun.map((note) => [note.noteId, note.key]));
  const storedIds = new Set(stored.map((note) => note.id));
  const notYetHere = begun
    .filter((note) => note.noteId === null || !storedIds.has(note.noteId))
    .map(asAnnotation);
  return placeNotes([...stored, ...notYetHere], view, index, placements?.placements).map((placed) => ({
    ...placed,
    key: keys.get(placed.note.id) ?? placed.note.id,
  }));
}

/** A note without its first words yet stands last at its place. */
function asAnnotation({ key, draft }: NewNote): Annotation {
  return { ...draft, id: key, createdAt: Number.MAX_SAFE_INTEGER, modifiedAt: 0, conflictingTexts: [] };
}

export function headingAt(place: ReadingPlace): NoteHeading {
  if (place.itemId !== null) return { type: 'item', item: place.itemId };
  return place.briefingId === null ? { type: 'meeting' } : { type: 'briefing', briefing: place.briefingId };
}

/** The place whose notes stand under a heading, at one of its documents. */
export const placeUnder = (heading: NoteHeading, documentId: string | null): ReadingPlace => ({
  itemId: heading.type === 'item' ? heading.item : null,
  briefingId: heading.type === 'briefing' ? heading.briefing : null,
  documentId,
});

export function notesAt(notes: readonly ShownNote[], place: ReadingPlace): readonly ShownNote[] {
  const key = headingKey(headingAt(place));
  return notes.filter((shown) => headingKey(shown.place.heading) === key);
}

/** "7 Detaljplan Kyrkbyn": what notes stand under; null for the meeting and for those without a place. */
export function headingName(heading: NoteHeading, index: MeetingIndex): string | null {
  if (heading.type === 'item') {
    const entry = index.items.get(heading.item);
    return [entry?.number, entry?.title].filter((part) => part != null).join(' ');
  }
  return heading.type === 'briefing' ? (index.briefings.get(heading.briefing)?.unit.name ?? '') : null;
}
