import { Redo2, StickyNote, Undo2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import { tagsInUse } from '../../../core/annotation/tags.ts';
import type { NotesView } from '../../../core/contract.ts';
import type { BereddError } from '../../../core/errors.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AllNotes } from './AllNotes.tsx';
import { ForeignCommentList } from './foreign/ForeignCommentList.tsx';
import type { ForeignComments } from './foreign/foreignComments.ts';
import type { ListedState, NoteListState } from './NoteList.tsx';
import { NoteList } from './NoteList.tsx';
import type { NoteChoice } from './placedNotes.ts';
import { chooseNotes, isInTray, stillThere } from './placedNotes.ts';
import { NoteTray } from './placing/NoteTray.tsx';
import { SelectionBar } from './selection/SelectionBar.tsx';
import type { NoteSelection } from './selection/useNoteSelection.ts';
import { useNoteSelection } from './selection/useNoteSelection.ts';
import type { ShownNote } from './shownNote.ts';
import { TagsDialog } from './tags/TagsDialog.tsx';
import './notes.css';

export type NotesScope = 'here' | 'all';

export interface NotesPaneProps {
  readonly scope: NotesScope;
  readonly onScope: (scope: NotesScope) => void;
  /** Notes of the item, briefing or meeting that is open, in the order of their places. */
  readonly here: readonly ShownNote[];
  readonly hereTitle: string;
  readonly all: readonly ShownNote[];
  readonly titleOf: (heading: NoteHeading) => string;
  /** What others wrote in the documents; not counted with the notes. */
  readonly foreign?: ForeignComments;
  readonly state: NoteListState;
  /** What the list of all notes is asked to show. */
  readonly choice: NoteChoice;
  readonly onChoose: (choice: NoteChoice) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly shortcuts: { readonly undo: string; readonly redo: string };
  /** Set when part of the notes' log was damaged. */
  readonly damage: NotesView['damage'];
  /** Why the notes could not be read: then nothing is known of them, which is not the same as none. */
  readonly error: BereddError | null;
  readonly onTryAgain: () => void;
  /** The button that makes a note here. */
  readonly addButton: ReactNode;
  /** What is going on with the notes' places, above the list. */
  readonly notice?: ReactNode;
}

/** The right pane: the notes of what is open, and all notes of the meeting. */
export function NotesPane(props: NotesPaneProps): ReactNode {
  const { t } = useMessages();
  const { all, here, scope, state } = props;
  const choice = useMemo(() => stillThere(props.choice, all), [props.choice, all]);
  const found = useMemo(() => chooseNotes(all, choice), [all, choice]);
  const selection = useNoteSelection(scope === 'all' ? found : here);
  const tags = useMemo(() => tagsInUse(all.map(({ note }) => note)), [all]);
  const [isManagingTags, setIsManagingTags] = useState(false);
  const listed: ListedState = { ...state, selection, tags };
  return (
    <div
      className="notes"
      data-selecting={selection.notes.length > 0 || undefined}
      onKeyDown={(event) => selectionKeys(event, selection)}
    >
      <header className="notes__header">
        <h2 className="notes__title">{t('notes.title')}</h2>
        <IconButton
          size="small"
          label={t('notes.undo')}
          shortcut={props.shortcuts.undo}
          icon={<Undo2 size={16} aria-hidden />}
          isDisabled={!props.canUndo}
          onPress={props.onUndo}
        />
        <IconButton
          size="small"
          label={t('notes.redo')}
          shortcut={props.shortcuts.redo}
          icon={<Redo2 size={16} aria-hidden />}
          isDisabled={!props.canRedo}
          onPress={props.onRedo}
        />
        {props.addButton}
      </header>
      <Damage damage={props.damage} />
      {props.notice}
      {props.error === null ? (
        <NoteTabs
          {...props}
          current={choice}
          listed={listed}
          found={found}
          onManageTags={() => setIsManagingTags(true)}
        />
      ) : (
        <div className="notes__failure">
          <ErrorMessage
            error={props.error}
            isLive
            actions={<Button onPress={props.onTryAgain}>{t('notes.tryAgain')}</Button>}
          />
        </div>
      )}
      <SelectionBar selection={selection} tags={tags} actions={state.several} />
      {isManagingTags && (
        <TagsDialog
          notes={all.map(({ note }) => note)}
          tags={tags}
          onAct={state.several.onAct}
          onClose={() => setIsManagingTags(false)}
        />
      )}
    </div>
  );
}

/** Ctrl+A chooses every note that is listed, unless words are being written. */
function selectionKeys(event: KeyboardEvent<HTMLElement>, selection: NoteSelection): void {
  const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a';
  const { target, currentTarget } = event;
  if (!isAll || !(target instanceof Element) || !currentTarget.contains(target)) return;
  if (target.matches('input, textarea')) return;
  event.preventDefault();
  event.stopPropagation();
  selection.chooseAll();
}

interface NoteTabsProps extends NotesPaneProps {
  readonly listed: ListedState;
  /** What the list is asked to show, of what there is. */
  readonly current: NoteChoice;
  readonly found: readonly ShownNote[];
  readonly onManageTags: () => void;
}

function NoteTabs(props: NoteTabsProps): ReactNode {
  const { t } = useMessages();
  return (
    <Tabs
      label={t('notes.title')}
      selected={props.scope}
      onSelect={props.onScope}
      tabs={[
        {
          value: 'here',
          label: t('notes.scope.here'),
          count: props.here.length,
          panel: <Here {...props} />,
        },
        {
          value: 'all',
          label: t('notes.scope.all'),
          count: props.all.length,
          panel: (
            <AllNotes
              notes={props.all}
              found={props.found}
              choice={props.current}
              onChoose={props.onChoose}
              onManageTags={props.onManageTags}
              titleOf={props.titleOf}
              foreign={props.foreign ?? null}
              state={props.listed}
            />
          ),
        },
      ]}
    />
  );
}

function Here({ here, hereTitle, listed: state, foreign }: NoteTabsProps): ReactNode {
  const { t } = useMessages();
  return (
    <>
      {here.length === 0 && (
        <EmptyState icon={<StickyNote size={28} aria-hidden />} title={t('notes.noneHere')}>
          {t('notes.noneHereHint')}
        </EmptyState>
      )}
      {here.some((shown) => !isInTray(shown)) && (
        <NoteList
          notes={here.filter((shown) => !isInTray(shown))}
          label={t('notes.notesOn', { what: hereTitle })}
          state={state}
        />
      )}
      <NoteTray notes={here.filter(isInTray)} of={hereTitle} state={state} />
      {foreign && <ForeignCommentList comments={foreign.here} onGoTo={foreign.onGoTo} />}
    </>
  );
}

function Damage({ damage }: { damage: NotesView['damage'] }): ReactNode {
  const { t } = useMessages();
  const [isDismissed, setIsDismissed] = useState(false);
  if (damage === null || isDismissed) return null;
  return (
    <div className="notes__damage">
      <Banner tone="alarm" title={t('notes.damage.title')} onDismiss={() => setIsDismissed(true)}>
        {t('notes.damage.text', { kept: damage.keptOperations, file: damage.setAside })}
      </Banner>
    </div>
  );
}
