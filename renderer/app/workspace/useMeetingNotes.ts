import { useMemo } from 'react';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { MeetingPlaces } from '../../features/notes/meetingPlaces.ts';
import { meetingPlaces } from '../../features/notes/meetingPlaces.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';
import { notesAt, shownNotes } from './shownNotes.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';

export interface MeetingNotes {
  readonly places: MeetingPlaces;
  readonly all: readonly ShownNote[];
  /** Those of what is open. */
  readonly here: readonly ShownNote[];
  /** By the id of an item or briefing. */
  readonly counts: ReadonlyMap<string, number>;
}

export function useMeetingNotes(workspace: Workspace, view: MeetingView, place: ReadingPlace): MeetingNotes {
  const notes = useWorkspaceState(workspace, (state) => state.notes);
  const begun = useWorkspaceState(workspace, (state) => state.newNotes);
  const places = useMemo(() => meetingPlaces(view), [view]);
  const all = useMemo(() => shownNotes(notes?.annotations ?? [], begun, places), [notes, begun, places]);
  const { itemId, briefingId } = place;
  const here = useMemo(
    () => notesAt(all, { itemId, briefingId, documentId: null }),
    [all, itemId, briefingId],
  );
  const counts = useMemo(() => {
    const sums = new Map<string, number>();
    for (const { place: at } of all) {
      const id = 'id' in at.owner ? at.owner.id : at.owner.type;
      sums.set(id, (sums.get(id) ?? 0) + 1);
    }
    return sums;
  }, [all]);
  return { places, all, here, counts };
}
