import { Ellipsis, MapPin, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { highlightColours } from '../../../core/annotation/annotation.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { hasColour, noteKindIcons } from './noteLooks.ts';
import type { NoteCardActions, ShownNote } from './shownNote.ts';
import { possibleKinds } from './shownNote.ts';

/** Everything that can be done with a note, for those who look for it in a menu. */
export function NoteMenu({
  shown,
  canGoTo,
  actions,
}: {
  shown: ShownNote;
  canGoTo: boolean;
  actions: NoteCardActions;
}): ReactNode {
  const { t } = useMessages();
  const { note, key } = shown;
  const otherKinds = possibleKinds(note.target).filter((kind) => kind !== note.kind);
  return (
    <Menu
      label={t('notes.menu')}
      trigger={
        <IconButton
          size="small"
          className="note-card__menu"
          label={t('notes.menu')}
          icon={<Ellipsis size={16} aria-hidden />}
        />
      }
    >
      {canGoTo && (
        <MenuItem icon={<MapPin size={16} aria-hidden />} onAction={() => actions.onGoTo(shown)}>
          {t('notes.goTo')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Pencil size={16} aria-hidden />}
        shortcut="F2"
        onAction={() => actions.onStartEditing(key)}
      >
        {t(note.text === '' ? 'notes.addText' : 'notes.editText')}
      </MenuItem>
      {hasColour(note.kind) && <MenuSeparator />}
      {hasColour(note.kind) &&
        highlightColours
          .filter((colour) => colour !== note.colour)
          .map((colour) => (
            <MenuItem
              key={colour}
              icon={<span className="note-swatch" data-colour={colour} aria-hidden />}
              onAction={() => actions.onChange(key, { colour })}
            >
              {t(`notes.colour.${colour}`)}
            </MenuItem>
          ))}
      {otherKinds.length > 0 && <MenuSeparator />}
      {otherKinds.map((kind) => {
        const Icon = noteKindIcons[kind];
        return (
          <MenuItem
            key={kind}
            icon={<Icon size={16} aria-hidden />}
            onAction={() =>
              actions.onChange(key, {
                kind,
                ...(hasColour(kind) && note.colour === null ? { colour: 'yellow' } : {}),
              })
            }
          >
            {t(`notes.makeInto.${kind}`)}
          </MenuItem>
        );
      })}
      <MenuSeparator />
      <MenuItem
        isDanger
        icon={<Trash2 size={16} aria-hidden />}
        shortcut="Del"
        onAction={() => actions.onRemove(key)}
      >
        {t('notes.remove')}
      </MenuItem>
    </Menu>
  );
}
