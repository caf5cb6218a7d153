import { Plus } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { AnnotationKind, HighlightColour } from '../../../core/annotation/annotation.ts';
import { highlightColours } from '../../../core/annotation/annotation.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { noteKindIcons } from './noteLooks.ts';

const NoteIcon = noteKindIcons.note;
const QuestionIcon = noteKindIcons.question;

/** Makes a note, a question or, where there is something to mark, a highlight in one of four colours. */
export function AddNoteMenu({
  what,
  canHighlight,
  trigger,
  shortcuts,
  onAdd,
}: {
  /** What the note will be on, for the label. */
  what: string;
  canHighlight: boolean;
  trigger?: ReactElement;
  shortcuts?: { readonly note: string; readonly question: string };
  onAdd: (kind: AnnotationKind, colour: HighlightColour | null) => void;
}): ReactNode {
  const { t } = useMessages();
  const label = t('notes.addTo', { what });
  return (
    <Menu
      label={label}
      trigger={trigger ?? <IconButton size="small" label={label} icon={<Plus size={16} aria-hidden />} />}
    >
      <MenuItem
        icon={<NoteIcon size={16} aria-hidden />}
        {...(shortcuts === undefined ? {} : { shortcut: shortcuts.note })}
        onAction={() => onAdd('note', null)}
      >
        {t('notes.kind.note')}
      </MenuItem>
      <MenuItem
        icon={<QuestionIcon size={16} aria-hidden />}
        {...(shortcuts === undefined ? {} : { shortcut: shortcuts.question })}
        onAction={() => onAdd('question', null)}
      >
        {t('notes.kind.question')}
      </MenuItem>
      {canHighlight
        ? highlightColours.map((colour) => (
            <MenuItem
              key={colour}
              icon={<span className="note-swatch" data-colour={colour} aria-hidden />}
              onAction={() => onAdd('highlight', colour)}
            >
              {t('notes.kindInColour', {
                kind: t('notes.kind.highlight'),
                colour: t(`notes.colourName.${colour}`),
              })}
            </MenuItem>
          ))
        : null}
    </Menu>
  );
}
