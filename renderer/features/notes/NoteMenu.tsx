import { Copy, CopyPlus, Ellipsis, MapPin, Mic, Pencil, SquareCheck, Tag, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { highlightColours } from '../../../core/annotation/annotation.ts';
import { convertibleKinds, convertNote } from '../../../core/annotation/convertNote.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { hasColour, noteKindIcons } from './noteLooks.ts';
import type { ListedState } from './NoteList.tsx';
import { partWords } from './noteTextWords.ts';
import { actsToDuplicate, actsToSpeech } from './selection/severalActs.ts';
import type { ShownNote } from './shownNote.ts';

/** Everything that can be done with a note, for those who look for it in a menu. */
export function NoteMenu({
  shown,
  canGoTo,
  state: { actions, several, selection },
  onTag,
}: {
  shown: ShownNote;
  canGoTo: boolean;
  state: ListedState;
  /** The tags are to be changed. */
  onTag: () => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { note, key } = shown;
  const otherKinds = convertibleKinds(note);
  const spoken = actsToSpeech([note]);
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
      <MenuItem icon={<Tag size={16} aria-hidden />} onAction={onTag}>
        {t('tags.edit')}
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
            onAction={() => actions.onChange(key, convertNote(note, kind, partWords(messages)))}
          >
            {t(`notes.makeInto.${kind}`)}
          </MenuItem>
        );
      })}
      <MenuSeparator />
      <MenuItem icon={<SquareCheck size={16} aria-hidden />} onAction={() => selection.toggle(key)}>
        {t('several.selectThis')}
      </MenuItem>
      <MenuItem
        icon={<CopyPlus size={16} aria-hidden />}
        onAction={() => several.onAct(actsToDuplicate([note]), 'several.said.added')}
      >
        {t('several.duplicate')}
      </MenuItem>
      <MenuItem icon={<Copy size={16} aria-hidden />} onAction={() => several.onCopy([shown])}>
        {t('several.copySource')}
      </MenuItem>
      {spoken.length > 0 && (
        <MenuItem
          icon={<Mic size={16} aria-hidden />}
          onAction={() => several.onAct(spoken, 'several.said.toSpeech')}
        >
          {t('several.toSpeech')}
        </MenuItem>
      )}
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
