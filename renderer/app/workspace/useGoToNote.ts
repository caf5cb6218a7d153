import { useEffect, useRef } from 'react';
import type { MeetingNotes } from './useMeetingNotes.ts';
import type { Workspace } from './Workspace.ts';

/** Goes to where a note stands, once the notes are read. */
export function useGoToNote(workspace: Workspace, notes: MeetingNotes, noteId: string | null): void {
  const gone = useRef<string | null>(null);
  useEffect(() => {
    if (noteId === null || gone.current === noteId) return;
    const wanted = notes.all.find(({ note }) => note.id === noteId);
    if (wanted === undefined) return;
    gone.current = noteId;
    workspace.showNote(wanted);
  }, [workspace, notes, noteId]);
}
