import type { ReactNode } from 'react';
import { annotationKinds, highlightColours, noteClasses } from '../../../core/annotation/annotation.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SearchField } from '../../ui/TextField.tsx';
import type { NoteFilter } from './noteFilter.ts';
import { isFiltering, noFilter } from './noteFilter.ts';
import { noteClassIcons, noteKindIcons } from './noteLooks.ts';

const any = 'any';

/** Choosing among all notes of the meeting: words, kind, colour, class, only those with text. */
export function NoteFilterBar({
  filter,
  onFilter,
  counts,
}: {
  filter: NoteFilter;
  onFilter: (filter: NoteFilter) => void;
  counts: string;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="note-filter" role="search" aria-label={t('notes.filter')}>
      <SearchField
        label={t('notes.search')}
        placeholder={t('notes.search')}
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <div className="note-filter__choices">
        <Select
          label={t('notes.filter.kind')}
          hidesLabel
          value={filter.kind ?? any}
          onChange={(value) => onFilter({ ...filter, kind: value === any ? null : value })}
          choices={[
            { value: any, label: t('notes.filter.anyKind') },
            ...annotationKinds.map((value) => {
              const Icon = noteKindIcons[value];
              return { value, label: t(`notes.kinds.${value}`), icon: <Icon size={14} aria-hidden /> };
            }),
          ]}
        />
        <Select
          label={t('notes.filter.class')}
          hidesLabel
          value={filter.noteClass ?? any}
          onChange={(value) => onFilter({ ...filter, noteClass: value === any ? null : value })}
          choices={[
            { value: any, label: t('notes.filter.anyClass') },
            ...noteClasses.map((value) => {
              const Icon = noteClassIcons[value];
              return { value, label: t(`notes.class.${value}`), icon: <Icon size={14} aria-hidden /> };
            }),
          ]}
        />
        <Select
          label={t('notes.filter.colour')}
          hidesLabel
          value={filter.colour ?? any}
          onChange={(value) => onFilter({ ...filter, colour: value === any ? null : value })}
          choices={[
            { value: any, label: t('notes.filter.anyColour') },
            ...highlightColours.map((value) => ({
              value,
              label: t(`notes.colour.${value}`),
              icon: <span className="note-swatch" data-colour={value} aria-hidden />,
            })),
          ]}
        />
        <Switch
          isSelected={filter.onlyWithText}
          onChange={(onlyWithText) => onFilter({ ...filter, onlyWithText })}
        >
          {t('notes.filter.onlyWithText')}
        </Switch>
      </div>
      <div className="note-filter__result">
        <p role="status">{counts}</p>
        {isFiltering(filter) && (
          <Button size="small" variant="quiet" onPress={() => onFilter(noFilter)}>
            {t('notes.filter.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
