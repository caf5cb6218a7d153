import type { NoteChoice } from '../../features/notes/placedNotes.ts';
import { everything } from '../../features/notes/placedNotes.ts';

/** In memory only: what notes are looked for may say what stands in sealed items. */
const choices = new Map<string, NoteChoice>();

/** What the list of a meeting's notes was last asked to show, while the program runs. */
export const noteChoiceOf = (meetingId: string): NoteChoice => choices.get(meetingId) ?? everything;

export function keepNoteChoice(meetingId: string, choice: NoteChoice): void {
  choices.set(meetingId, choice);
}
