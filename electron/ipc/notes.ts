import type { Handlers } from '../../core/contract.ts';
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
    undo: ({ meetingId }) => notes.undo(meetingId),
    redo: ({ meetingId }) => notes.redo(meetingId),
  };
}
