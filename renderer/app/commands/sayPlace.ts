import { meetingIndex } from '../../features/notes/meetingIndex.ts';
import { headingAt, headingName } from '../workspace/shownNotes.ts';
import type { Workspace } from '../workspace/Workspace.ts';

/** Tells screen readers which item, briefing or document one has come to: the focus may stay where it is. */
export function sayPlace(workspace: Workspace): void {
  const { meeting, place } = workspace.store.getState();
  if (meeting === null) return;
  const index = meetingIndex(meeting);
  const owner = headingName(headingAt(place), index) ?? meeting.meeting.title;
  const document = place.documentId === null ? undefined : index.documents.get(place.documentId);
  const what = document === undefined ? owner : `${owner}: ${document.title}`;
  workspace.notes.say('palette.said.place', { what });
}
