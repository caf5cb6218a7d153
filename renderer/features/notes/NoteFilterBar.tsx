import type { ReactNode } from 'react';
import { annotationKinds, highlightColours, noteClasses } from '../../../core/annotation/annotation.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { Choice } from '../../ui/Select.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SearchField } from '../../ui/TextField.tsx';
import { noteClassIcons, noteKindIcons } from './noteLooks.ts';
import type { NoteChoice } from './placedNotes.ts';
import { everything, isChoosing } from './placedNotes.ts';

/** Choosing among all notes of the meeting: words, kind, colour, class, only those with text. */
export function NoteFilterBar({
  choice,
  onChoose,
  counts,
}: {
  choice: NoteChoice;
  onChoose: (choice: NoteChoice) => void;
  counts: string;
}): ReactNode {
  const { t } = useMessages();
  const kindChoices = annotationKinds.map((value) => {
    const Icon = noteKindIcons[value];
    return { value, label: t(`notes.kinds.${value}`), icon: <Icon size={14} aria-hidden /> };
  });
  const classChoices = noteClasses.map((value) => {
    const Icon = noteClassIcons[value];
    return { value, label: t(`notes.class.${value}`), icon: <Icon size={14} aria-hidden /> };
  });
  const colourChoices = highlightColours.map((value) => ({
    value,
    label: t(`notes.colour.${value}`),
    icon: <span className="note-swatch" data-colour={value} aria-hidden />,
  }));
  return (
    <div className="note-filter" role="search" aria-label={t('notes.filter')}>
      <SearchField
        label={t('notes.search')}
        placeholder={t('notes.search')}
        value={choice.text}
        onChange={(text) => onChoose({ ...choice, text })}
      />
      <div className="note-filter__choices">
        <OneOrAny
          label={t('notes.filter.kind')}
          any={t('notes.filter.anyKind')}
          choices={kindChoices}
          wanted={choice.kinds ?? []}
          onWant={(kinds) => onChoose({ ...choice, kinds })}
        />
        <OneOrAny
          label={t('notes.filter.class')}
          any={t('notes.filter.anyClass')}
          choices={classChoices}
          wanted={choice.noteClasses ?? []}
          onWant={(noteClassesWanted) => onChoose({ ...choice, noteClasses: noteClassesWanted })}
        />
        <OneOrAny
          label={t('notes.filter.colour')}
          any={t('notes.filter.anyColour')}
          choices={colourChoices}
          wanted={choice.colours ?? []}
          onWant={(colours) => onChoose({ ...choice, colours })}
        />
        <Switch
          isSelected={choice.onlyWithText}
          onChange={(onlyWithText) => onChoose({ ...choice, onlyWithText })}
        >
          {t('notes.filter.onlyWithText')}
        </Switch>
      </div>
      <div className="note-filter__result">
        <p role="status">{counts}</p>
        {isChoosing(choice) && (
          <Button size="small" variant="quiet" onPress={() => onChoose(everything)}>
            {t('notes.filter.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

function OneOrAny<V extends string>({
  label,
  any,
  choices,
  wanted,
  onWant,
}: {
  label: string;
  any: string;
  choices: readonly Choice<V>[];
  wanted: readonly V[];
  onWant: (wanted: readonly V[]) => void;
}): ReactNode {
  return (
    <Select<V | 'any'>
      label={label}
      hidesLabel
      value={wanted[0] ?? 'any'}
      onChange={(value) => onWant(value === 'any' ? [] : [value])}
      choices={[{ value: 'any', label: any }, ...choices]}
    />
  );
}
