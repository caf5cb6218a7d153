import { Tags } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SearchField } from '../../ui/TextField.tsx';
import type { FilterChoice } from './filter/FilterMenu.tsx';
import { FilterMenu } from './filter/FilterMenu.tsx';
import { filterChoices } from './filter/filterChoices.ts';
import { headingKey } from './meetingIndex.ts';
import { noteClassIcons, noteKindIcons } from './noteLooks.ts';
import type { NoteChoice, PlacedNote } from './placedNotes.ts';
import { everything, isChoosing } from './placedNotes.ts';

/** Choosing among all notes of the meeting: by words, and by whatever tells them apart. What there is not is not offered. */
export function NoteFilterBar({
  notes,
  hasComments,
  titleOf,
  choice,
  onChoose,
  onManageTags,
  counts,
}: {
  notes: readonly PlacedNote[];
  /** Others wrote in the documents: their words can be left out. */
  hasComments: boolean;
  titleOf: (heading: NoteHeading) => string;
  choice: NoteChoice;
  onChoose: (choice: NoteChoice) => void;
  onManageTags: () => void;
  counts: string;
}): ReactNode {
  const { t } = useMessages();
  const words = t(notes.length === 0 ? 'comments.search' : 'notes.search');
  const hasSomeTag = notes.some(({ note }) => (note.tags ?? []).length > 0);
  return (
    <div className="note-filter" role="search" aria-label={t('notes.filter')}>
      <SearchField
        label={words}
        placeholder={words}
        value={choice.text}
        onChange={(text) => onChoose({ ...choice, text })}
      />
      <div className="note-filter__choices">
        <FilterMenus notes={notes} titleOf={titleOf} choice={choice} onChoose={onChoose} />
        <Switch
          isSelected={choice.onlyWithText}
          onChange={(onlyWithText) => onChoose({ ...choice, onlyWithText })}
        >
          {t('notes.filter.onlyWithText')}
        </Switch>
        {hasComments && (
          <Switch
            isSelected={choice.onlyMine ?? false}
            onChange={(onlyMine) => onChoose({ ...choice, onlyMine })}
          >
            {t('comments.onlyMine')}
          </Switch>
        )}
      </div>
      <div className="note-filter__result">
        <p role="status">{counts}</p>
        {isChoosing(choice) && (
          <Button size="small" variant="quiet" onPress={() => onChoose(everything)}>
            {t('notes.filter.clear')}
          </Button>
        )}
        {hasSomeTag && (
          <Button size="small" variant="quiet" icon={<Tags size={14} aria-hidden />} onPress={onManageTags}>
            {t('tags.manage')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** One menu each for what differs among the notes, or is asked for. */
function FilterMenus({
  notes,
  titleOf,
  choice,
  onChoose,
}: Pick<Parameters<typeof NoteFilterBar>[0], 'notes' | 'titleOf' | 'choice' | 'onChoose'>): ReactNode {
  const { t } = useMessages();
  const there = useMemo(() => filterChoices(notes), [notes]);
  const kinds = there.kinds.map(({ value, count }) => {
    const Icon = noteKindIcons[value];
    return { value, count, label: t(`notes.kinds.${value}`), icon: <Icon size={14} aria-hidden /> };
  });
  const classes = there.noteClasses.map(({ value, count }) => {
    const Icon = noteClassIcons[value];
    return { value, count, label: t(`notes.class.${value}`), icon: <Icon size={14} aria-hidden /> };
  });
  const tags = there.tags.map(({ name, count, colour }) => ({
    value: name,
    count,
    label: name,
    icon: <span className="note-tag__dot" data-tag-colour={colour} aria-hidden />,
  }));
  const headings = there.headings.map(({ value, count }) => ({
    value: headingKey(value),
    count,
    label: titleOf(value),
  }));
  const colours = there.colours.map(({ value, count }) => ({
    value,
    count,
    label: t(`notes.colour.${value}`),
    icon: <span className="note-swatch" data-colour={value} aria-hidden />,
  }));
  const menu = (
    label: string,
    choices: readonly FilterChoice[],
    wanted: readonly string[] = [],
    onWant: (wanted: readonly string[]) => void,
  ): ReactNode =>
    choices.length > 1 || wanted.length > 0 ? (
      <FilterMenu label={label} choices={choices} wanted={wanted} onWant={onWant} />
    ) : null;
  /** The values of a kind of thing that are among the wanted words. */
  const only = <V extends string>(
    choices: readonly { readonly value: V }[],
    wanted: readonly string[],
  ): V[] => choices.map(({ value }) => value).filter((value) => wanted.includes(value));
  return (
    <>
      {menu(t('notes.filter.kind'), kinds, choice.kinds, (wanted) =>
        onChoose({ ...choice, kinds: only(kinds, wanted) }),
      )}
      {tags.length > 0 && (
        <FilterMenu
          label={t('tags.of')}
          choices={tags}
          wanted={choice.tags ?? []}
          onWant={(wanted) => onChoose({ ...choice, tags: wanted })}
        />
      )}
      {menu(t('notes.filter.class'), classes, choice.noteClasses, (wanted) =>
        onChoose({ ...choice, noteClasses: only(classes, wanted) }),
      )}
      {menu(t('noteFilter.heading'), headings, choice.headings, (wanted) =>
        onChoose({ ...choice, headings: wanted }),
      )}
      {menu(t('notes.filter.colour'), colours, choice.colours, (wanted) =>
        onChoose({ ...choice, colours: only(colours, wanted) }),
      )}
    </>
  );
}
