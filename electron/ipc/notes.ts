import type { Handlers } from '../../core/contract.ts';
import { failure, ok } from '../../core/errors.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { Emit } from './ports.ts';

/** Handlers of the notes; from now on the window is told of every change. */
export function notesHandlers({ notes, emit }: { notes: NotesService; emit: Emit }): Handlers['notes'] {
  notes.onChanged((view) => emit('notes.changed', view));
  return {
    list: ({ meetingId }) => notes.list(meetingId),
    add: ({ draft }) => notes.add(draft),
    edit: ({ meetingId, id, patch }) => notes.edit(meetingId, id, patch),
    remove: ({ meetingId, id }) => notes.remove(meetingId, id),
    apply: async ({ meetingId, acts }) => {
      // A note belongs to the log of its meeting.
      const isElsewhere = acts.some((act) => act.what === 'add' && act.draft.target.meeting !== meetingId);
      if (isElsewhere) return failure('invalidArgument');
      const applied = await notes.apply(meetingId, acts);
      return applied.ok ? ok({ count: applied.value }) : applied;
    },
    undo: ({ meetingId }) => notes.undo(meetingId),
    redo: ({ meetingId }) => notes.redo(meetingId),
  };
}
