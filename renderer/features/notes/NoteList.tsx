import type { ReactNode } from 'react';
import type { TagInUse } from '../../../core/annotation/tags.ts';
import { NoteCard } from './NoteCard.tsx';
import type { NoteTextSaver } from './noteTextSaver.ts';
import type { NoteSelection } from './selection/useNoteSelection.ts';
import type { NoteCardActions, SeveralNoteActions, ShownNote } from './shownNote.ts';

export interface NoteListState {
  readonly activeKey: string | null;
  readonly editingKey: string | null;
  readonly saver: NoteTextSaver;
  readonly actions: NoteCardActions;
  readonly several: SeveralNoteActions;
}

/** With what the pane knows of all its notes. */
export interface ListedState extends NoteListState {
  readonly selection: NoteSelection;
  /** The tags of the meeting. */
  readonly tags: readonly TagInUse[];
}

export function NoteList({
  notes,
  label,
  state,
}: {
  notes: readonly ShownNote[];
  label: string;
  state: ListedState;
}): ReactNode {
  return (
    <ul className="note-list" aria-label={label}>
      {notes.map((shown) => (
        <li key={shown.key} className="note-list__entry">
          <NoteCard
            shown={shown}
            isActive={state.activeKey === shown.key}
            isEditing={state.editingKey === shown.key}
            state={state}
          />
        </li>
      ))}
    </ul>
  );
}
