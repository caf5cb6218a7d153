import { SearchX, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ForeignCommentList } from './foreign/ForeignCommentList.tsx';
import type { ForeignComments } from './foreign/foreignComments.ts';
import { chooseComments } from './foreign/foreignComments.ts';
import { OnlyForeignComments } from './foreign/OnlyForeignComments.tsx';
import { headingKey } from './meetingIndex.ts';
import { NoteFilterBar } from './NoteFilterBar.tsx';
import type { ListedState } from './NoteList.tsx';
import { NoteList } from './NoteList.tsx';
import type { NoteChoice } from './placedNotes.ts';
import { isInTray, underHeadings } from './placedNotes.ts';
import { NoteTray } from './placing/NoteTray.tsx';
import type { ShownNote } from './shownNote.ts';

/** Drawn at once; more are a press away. Thousands of notes must not make the pane slow. */
const notesAtATime = 120;

/** All notes of the meeting under the items they belong to. */
export function AllNotes({
  notes,
  found,
  choice,
  onChoose,
  onManageTags,
  titleOf,
  foreign,
  state,
}: {
  notes: readonly ShownNote[];
  /** Those that are chosen. */
  found: readonly ShownNote[];
  choice: NoteChoice;
  onChoose: (choice: NoteChoice) => void;
  onManageTags: () => void;
  titleOf: (heading: NoteHeading) => string;
  foreign: ForeignComments | null;
  state: ListedState;
}): ReactNode {
  const { t } = useMessages();
  const [limit, setLimit] = useState(notesAtATime);
  const groups = useMemo(() => underHeadings(found.slice(0, limit)), [found, limit]);
  const comments = useMemo(() => chooseComments(foreign?.all ?? [], choice), [foreign, choice]);
  const hasComments = foreign !== null && foreign.all.length > 0;
  if (notes.length === 0 && !hasComments)
    return (
      <EmptyState icon={<StickyNote size={28} aria-hidden />} title={t('notes.noneAtAll')}>
        {t('notes.noneAtAllHint')}
      </EmptyState>
    );
  const counts =
    notes.length === 0
      ? t('comments.chosen', { shown: comments.length, total: foreign?.all.length ?? 0 })
      : t('notes.filter.count', { shown: found.length, total: notes.length });
  const filter = (
    <NoteFilterBar
      notes={notes}
      hasComments={hasComments}
      titleOf={titleOf}
      choice={choice}
      onChoose={(next) => {
        onChoose(next);
        setLimit(notesAtATime);
      }}
      onManageTags={onManageTags}
      counts={counts}
    />
  );
  if (foreign !== null && notes.length === 0)
    return (
      <>
        {filter}
        <OnlyForeignComments found={comments} choice={choice} foreign={foreign} />
      </>
    );
  return (
    <>
      {filter}
      {found.length === 0 && comments.length === 0 && (
        <EmptyState icon={<SearchX size={28} aria-hidden />} title={t('notes.noneFound')}>
          {t('notes.noneFoundHint')}
        </EmptyState>
      )}
      {groups.map((group) => (
        <section key={headingKey(group.heading)} className="note-group">
          <h3 className="note-group__title">
            <span>{titleOf(group.heading)}</span>
            <span className="note-group__count">{group.notes.length}</span>
          </h3>
          {group.heading.type === 'elsewhere' && <p className="note-group__hint">{t('notes.goneHint')}</p>}
          {group.notes.some((shown) => !isInTray(shown)) && (
            <NoteList
              notes={group.notes.filter((shown) => !isInTray(shown))}
              label={titleOf(group.heading)}
              state={state}
            />
          )}
          <NoteTray notes={group.notes.filter(isInTray)} of={titleOf(group.heading)} state={state} />
        </section>
      ))}
      {found.length > limit && (
        <div className="note-more">
          <Button onPress={() => setLimit(limit + notesAtATime)}>
            {t('notes.showMore', { count: Math.min(notesAtATime, found.length - limit) })}
          </Button>
        </div>
      )}
      {foreign && <ForeignCommentList comments={comments} onGoTo={foreign.onGoTo} />}
    </>
  );
}
