import type { ReactElement, ReactNode } from 'react';
import { Copy, CopyPlus, FileJson2, Merge, Mic, Sheet, SquareCheck, Square } from 'lucide-react';
import { noteClasses } from '../../../../core/annotation/annotation.ts';
import { actsToMerge, canMerge } from '../../../../core/annotation/mergeNotes.ts';
import { Menu, MenuGroup, MenuItem } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { noteClassIcons, noteKindIcons } from '../noteLooks.ts';
import { mergeWords, partWords } from '../noteTextWords.ts';
import type { SeveralNoteActions, ShownNote } from '../shownNote.ts';
import {
  actsToConvert,
  actsToDuplicate,
  actsToSetClass,
  actsToSetDone,
  actsToSpeech,
  canBeDone,
  isDone,
  kindsFor,
} from './severalActs.ts';

/** Everything but tags and deleting that can be done with the chosen notes. */
export function SelectionMenu({
  chosen,
  actions,
  trigger,
  onToOffice,
}: {
  chosen: readonly ShownNote[];
  actions: SeveralNoteActions;
  trigger: ReactElement;
  /** It is asked about first. */
  onToOffice: () => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const notes = chosen.map(({ note }) => note);
  const kinds = [...kindsFor(notes)];
  const { onAct } = actions;
  return (
    <Menu label={t('several.doWith')} trigger={trigger}>
      <MenuGroup label={t('several.class')}>
        {noteClasses.map((noteClass) => {
          const Icon = noteClassIcons[noteClass];
          return (
            <MenuItem
              key={noteClass}
              icon={<Icon size={16} aria-hidden />}
              onAction={() =>
                noteClass === 'toOffice'
                  ? onToOffice()
                  : onAct(actsToSetClass(notes, noteClass), 'several.said.changed')
              }
            >
              {t(`notes.class.${noteClass}`)}
            </MenuItem>
          );
        })}
      </MenuGroup>
      {kinds.length > 0 && (
        <MenuGroup label={t('several.kind')}>
          {kinds.map(([kind, some]) => {
            const Icon = noteKindIcons[kind];
            const name = t(`notes.kind.${kind}`);
            return (
              <MenuItem
                key={kind}
                icon={<Icon size={16} aria-hidden />}
                onAction={() =>
                  onAct(actsToConvert(notes, kind, partWords(messages)), 'several.said.changed')
                }
              >
                {some === notes.length
                  ? name
                  : t('several.kindSome', { kind: name, some, all: notes.length })}
              </MenuItem>
            );
          })}
        </MenuGroup>
      )}
      <MenuGroup label={t('several.more')}>
        {moreItems({ chosen, actions, messages }).map(({ label, icon, run }) => (
          <MenuItem key={label} icon={icon} onAction={run}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}

interface MoreItem {
  readonly label: string;
  readonly icon: ReactElement;
  readonly run: () => void;
}

function moreItems({
  chosen,
  actions: { onAct, onCopy, onSave },
  messages,
}: {
  chosen: readonly ShownNote[];
  actions: SeveralNoteActions;
  messages: ReturnType<typeof useMessages>;
}): readonly MoreItem[] {
  const { t } = messages;
  const notes = chosen.map(({ note }) => note);
  const doable = notes.filter(canBeDone);
  const spoken = actsToSpeech(notes);
  const item = (isThere: boolean, label: string, icon: ReactElement, run: () => void): readonly MoreItem[] =>
    isThere ? [{ label, icon, run }] : [];
  return [
    ...item(
      doable.some((note) => !isDone(note)),
      t('several.done'),
      <SquareCheck size={16} aria-hidden />,
      () => onAct(actsToSetDone(notes, true), 'several.said.changed'),
    ),
    ...item(doable.some(isDone), t('several.notDone'), <Square size={16} aria-hidden />, () =>
      onAct(actsToSetDone(notes, false), 'several.said.changed'),
    ),
    ...item(canMerge(notes), t('several.merge'), <Merge size={16} aria-hidden />, () =>
      onAct(actsToMerge(notes, mergeWords(messages, chosen)) ?? [], 'several.said.merged'),
    ),
    ...item(true, t('several.duplicate'), <CopyPlus size={16} aria-hidden />, () =>
      onAct(actsToDuplicate(notes), 'several.said.added'),
    ),
    ...item(true, t('several.copySource'), <Copy size={16} aria-hidden />, () => onCopy(chosen)),
    ...item(spoken.length > 0, t('several.toSpeech'), <Mic size={16} aria-hidden />, () =>
      onAct(spoken, 'several.said.toSpeech'),
    ),
    ...item(true, t('several.saveCsv'), <Sheet size={16} aria-hidden />, () => onSave(chosen, 'csv')),
    ...item(true, t('several.saveJson'), <FileJson2 size={16} aria-hidden />, () => onSave(chosen, 'jsonld')),
  ];
}
