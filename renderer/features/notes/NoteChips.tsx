import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useMessages } from '../../ui/messages.tsx';
import { colourOf, noteKindIcons } from './noteLooks.ts';
import type { ShownNote } from './shownNote.ts';
import { useNoteWords } from './useNoteWords.ts';
import './notes.css';

/** The notes on a point or figure, beside it: one small button each, which shows the note. */
export function NoteChips({
  notes,
  activeKey,
  onShow,
}: {
  notes: readonly ShownNote[];
  activeKey: string | null;
  onShow: (key: string) => void;
}): ReactNode {
  const { t } = useMessages();
  const words = useNoteWords();
  return notes.map((shown) => {
    const { note, key } = shown;
    const Icon = noteKindIcons[note.kind];
    const text = note.text === '' ? words.kind(note) : `${words.kind(note)}: ${note.text.slice(0, 120)}`;
    return (
      <AriaButton
        key={key}
        className="note-chip"
        data-active={activeKey === key || undefined}
        data-colour={colourOf(note.kind, note.colour) ?? undefined}
        aria-label={t('notes.show', { note: text })}
        onPress={() => onShow(key)}
      >
        <Icon size={13} aria-hidden />
      </AriaButton>
    );
  });
}
