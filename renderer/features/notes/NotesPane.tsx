import { Redo2, StickyNote, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
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
import type { NoteListState } from './NoteList.tsx';
import { NoteList } from './NoteList.tsx';
import { isInTray } from './placedNotes.ts';
import { NoteTray } from './placing/NoteTray.tsx';
import type { ShownNote } from './shownNote.ts';
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
  readonly state: NoteListState;
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
  return (
    <div className="notes">
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
        <NoteTabs {...props} />
      ) : (
        <div className="notes__failure">
          <ErrorMessage
            error={props.error}
            isLive
            actions={<Button onPress={props.onTryAgain}>{t('notes.tryAgain')}</Button>}
          />
        </div>
      )}
    </div>
  );
}

function NoteTabs(props: NotesPaneProps): ReactNode {
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
          panel: <AllNotes notes={props.all} titleOf={props.titleOf} state={props.state} />,
        },
      ]}
    />
  );
}

function Here({ here, hereTitle, state }: NotesPaneProps): ReactNode {
  const { t } = useMessages();
  if (here.length === 0)
    return (
      <EmptyState icon={<StickyNote size={28} aria-hidden />} title={t('notes.noneHere')}>
        {t('notes.noneHereHint')}
      </EmptyState>
    );
  return (
    <>
      {here.some((shown) => !isInTray(shown)) && (
        <NoteList
          notes={here.filter((shown) => !isInTray(shown))}
          label={t('notes.notesOn', { what: hereTitle })}
          state={state}
        />
      )}
      <NoteTray notes={here.filter(isInTray)} of={hereTitle} state={state} />
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
