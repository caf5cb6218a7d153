import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import type { NoteClass } from '../../../core/annotation/annotation.ts';
import { noteClasses } from '../../../core/annotation/annotation.ts';
import { useMessages } from '../../ui/messages.tsx';
import { noteClassIcons } from './noteLooks.ts';
import { OfficeWarning } from './OfficeWarning.tsx';

/** Always visible: who a note is for. "Till kansliet" is only set after its warning was answered. */
export function ClassMenu({
  noteClass,
  onChange,
}: {
  noteClass: NoteClass;
  onChange: (noteClass: NoteClass) => void;
}): ReactNode {
  const { t } = useMessages();
  const [asksAboutOffice, setAsksAboutOffice] = useState(false);
  const Icon = noteClassIcons[noteClass];
  const choose = (chosen: NoteClass): void => {
    if (chosen === noteClass) return;
    if (chosen === 'toOffice') setAsksAboutOffice(true);
    else onChange(chosen);
  };
  return (
    <>
      <MenuTrigger>
        <AriaButton
          className="note-class"
          data-class={noteClass}
          aria-label={t('notes.classIs', { name: t(`notes.class.${noteClass}`) })}
        >
          <Icon size={12} aria-hidden />
          {t(`notes.class.${noteClass}`)}
          <ChevronDown size={12} aria-hidden />
        </AriaButton>
        <Popover className="ui-popover" offset={4}>
          <AriaMenu className="ui-menu note-class-menu" aria-label={t('notes.class')}>
            {noteClasses.map((choice) => (
              <ClassItem
                key={choice}
                noteClass={choice}
                isChosen={choice === noteClass}
                onAction={() => choose(choice)}
              />
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
      <OfficeWarning
        isOpen={asksAboutOffice}
        onClose={() => setAsksAboutOffice(false)}
        onConfirm={() => onChange('toOffice')}
      />
    </>
  );
}

function ClassItem({
  noteClass,
  isChosen,
  onAction,
}: {
  noteClass: NoteClass;
  isChosen: boolean;
  onAction: () => void;
}): ReactNode {
  const { t } = useMessages();
  const Icon = noteClassIcons[noteClass];
  return (
    <AriaMenuItem
      className="ui-menu__item note-class-menu__item"
      textValue={t(`notes.class.${noteClass}`)}
      onAction={onAction}
    >
      <Icon size={16} aria-hidden />
      <span className="ui-menu__label">
        <Text slot="label" className="note-class-menu__name">
          {t(`notes.class.${noteClass}`)}
        </Text>
        <Text slot="description" className="note-class-menu__description">
          {t(`notes.classExplained.${noteClass}`)}
        </Text>
      </span>
      {isChosen && <Check size={16} aria-label={t('notes.chosen')} />}
    </AriaMenuItem>
  );
}
