import type { ReactNode } from 'react';
import { NoteCard } from './NoteCard.tsx';
import type { NoteTextSaver } from './noteTextSaver.ts';
import type { NoteCardActions, ShownNote } from './shownNote.ts';

export interface NoteListState {
  readonly activeKey: string | null;
  readonly editingKey: string | null;
  readonly saver: NoteTextSaver;
  readonly actions: NoteCardActions;
}

export function NoteList({
  notes,
  label,
  state,
}: {
  notes: readonly ShownNote[];
  label: string;
  state: NoteListState;
}): ReactNode {
  return (
    <ul className="note-list" aria-label={label}>
      {notes.map((shown) => (
        <li key={shown.key} className="note-list__entry">
          <NoteCard
            shown={shown}
            isActive={state.activeKey === shown.key}
            isEditing={state.editingKey === shown.key}
            saver={state.saver}
            actions={state.actions}
          />
        </li>
      ))}
    </ul>
  );
}
