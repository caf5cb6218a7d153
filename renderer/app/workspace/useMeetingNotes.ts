import { useMemo } from 'react';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { MeetingIndex } from '../../features/notes/meetingIndex.ts';
import { headingKey, meetingIndex } from '../../features/notes/meetingIndex.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';
import { notesAt, shownNotes } from './shownNotes.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';

export interface MeetingNotes {
  readonly index: MeetingIndex;
  readonly all: readonly ShownNote[];
  /** Those of what is open. */
  readonly here: readonly ShownNote[];
  /** By the id of an item or briefing. */
  readonly counts: ReadonlyMap<string, number>;
}

export function useMeetingNotes(workspace: Workspace, view: MeetingView, place: ReadingPlace): MeetingNotes {
  const notes = useWorkspaceState(workspace, (state) => state.notes);
  const begun = useWorkspaceState(workspace, (state) => state.newNotes);
  const placements = useWorkspaceState(workspace, (state) => state.placements);
  const index = useMemo(() => meetingIndex(view), [view]);
  const all = useMemo(
    () => shownNotes(notes?.annotations ?? [], begun, view, index, placements),
    [notes, begun, view, index, placements],
  );
  const { itemId, briefingId } = place;
  const here = useMemo(
    () => notesAt(all, { itemId, briefingId, documentId: null }),
    [all, itemId, briefingId],
  );
  const counts = useMemo(() => {
    const sums = new Map<string, number>();
    for (const shown of all) {
      const key = headingKey(shown.place.heading);
      sums.set(key, (sums.get(key) ?? 0) + 1);
    }
    return sums;
  }, [all]);
  return { index, all, here, counts };
}
