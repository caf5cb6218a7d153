import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import { isOnAny, openedIds } from '../../../core/sealing/openedSeals.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { MessageKey } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';
import { AddNoteMenu } from '../../features/notes/AddNoteMenu.tsx';
import { NotesPane } from '../../features/notes/NotesPane.tsx';
import type { MeetingIndex } from '../../features/notes/meetingIndex.ts';
import type { NoteCardActions, SeveralNoteActions } from '../../features/notes/shownNote.ts';
import { showToast } from '../../ui/toasts.ts';
import { noteClip } from './noteClip.tsx';
import { offerUndo } from '../offerUndo.ts';
import { keepNoteChoice } from './noteChoices.ts';
import { TakeInMenu } from './TakeInMenu.tsx';
import { PlacingNotice } from './revisions/PlacingNotice.tsx';
import { headingAt, headingName } from './shownNotes.ts';
import { useForeignComments } from './useForeignComments.ts';
import type { MeetingNotes } from './useMeetingNotes.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';
import type { WorkspaceCommand } from './shortcuts.ts';

/** The notes pane, joined to the workspace. */
export function NotesSide({
  workspace,
  notes,
  shortcutOf,
  onBackToDocument,
}: {
  workspace: Workspace;
  notes: MeetingNotes;
  /** A note that was begun while reading is finished: reading goes on. */
  onBackToDocument: () => void;
  shortcutOf: (command: WorkspaceCommand) => string;
}): ReactNode {
  const { t } = useMessages();
  const stored = useWorkspaceState(workspace, (state) => state.notes);
  const error = useWorkspaceState(workspace, (state) => state.notesError);
  const scope = useWorkspaceState(workspace, (state) => state.notesScope);
  const place = useWorkspaceState(workspace, (state) => state.place);
  const activeKey = useWorkspaceState(workspace, (state) => state.activeKey);
  const editingKey = useWorkspaceState(workspace, (state) => state.editingKey);
  const choice = useWorkspaceState(workspace, (state) => state.noteChoice);
  useProtectedContent(useHasSealedNotes(workspace, notes, scope));
  const actions = useMemo(() => cardActions(workspace, onBackToDocument), [workspace, onBackToDocument]);
  const several = useSeveralActions(workspace, notes.index);
  const view = useWorkspaceState(workspace, (state) => state.meeting);
  const foreign = useForeignComments(workspace, view, notes.index, { place, wantsAll: scope === 'all' });
  const titleOf = (heading: NoteHeading): string =>
    headingName(heading, notes.index) ??
    t(heading.type === 'elsewhere' ? 'notes.owner.gone' : 'notes.owner.meeting');
  const hereTitle = titleOf(headingAt(place));
  const addLabel = t('notes.addTo', { what: hereTitle });
  return (
    <NotesPane
      scope={scope}
      onScope={(next) => workspace.showNotes(next)}
      here={notes.here}
      hereTitle={hereTitle}
      all={notes.all}
      titleOf={titleOf}
      foreign={foreign}
      state={{ activeKey, editingKey, saver: workspace.notes.saver, actions, several }}
      choice={choice}
      onChoose={(noteChoice) => {
        keepNoteChoice(workspace.meetingId, noteChoice);
        workspace.store.setState({ noteChoice });
      }}
      canUndo={stored?.canUndo ?? false}
      canRedo={stored?.canRedo ?? false}
      onUndo={() => void workspace.notes.undo()}
      onRedo={() => void workspace.notes.redo()}
      shortcuts={{ undo: shortcutOf('undo'), redo: shortcutOf('redo') }}
      damage={stored?.damage ?? null}
      error={error}
      onTryAgain={() => void workspace.loadNotes()}
      notice={<PlacingNotice workspace={workspace} notes={notes} />}
      addButton={
        <>
          <TakeInMenu workspace={workspace} notes={notes} />
          <AddNoteMenu
            what={hereTitle}
            canHighlight={false}
            shortcuts={{ note: shortcutOf('noteHere'), question: shortcutOf('questionHere') }}
            trigger={<IconButton size="small" label={addLabel} icon={<Plus size={17} aria-hidden />} />}
            onAdd={(kind) => workspace.noteHere(kind)}
          />
        </>
      }
    />
  );
}

/** Whether a note that is listed says something of what came out of a seal. */
function useHasSealedNotes(
  workspace: Workspace,
  { here, all }: MeetingNotes,
  scope: 'here' | 'all',
): boolean {
  const view = useWorkspaceState(workspace, (state) => state.meeting);
  const sealed = useMemo(() => (view === null ? new Set<string>() : openedIds(view)), [view]);
  return (scope === 'all' ? all : here).some(({ note }) => isOnAny(note.target.source, sealed));
}

/** What is done where the person does not look, or takes away what they looked at. */
const isUnseen = (said: MessageKey): boolean =>
  said !== 'several.said.changed' && said !== 'tags.said.changed';

function useSeveralActions(workspace: Workspace, index: MeetingIndex): SeveralNoteActions {
  const messages = useMessages();
  return useMemo(
    () => ({
      onAct: (acts, said) => {
        const offer = offerUndo(workspace.meetingId);
        void workspace.several.act(acts, said).then((count) => {
          if (count !== null && count > 0 && isUnseen(said))
            offer.show(messages.t(said, { count }), () => void workspace.notes.undo());
          else offer.drop();
        });
      },
      onCopy: (chosen) =>
        void workspace.several.copy(chosen, index, messages).then((copied) => {
          if (copied !== null) showToast({ tone: 'good', title: messages.t(copied.said, copied.values) });
        }),
      onSave: (chosen, as) =>
        void workspace.several.save(chosen, as).then((saved) => {
          if (saved === null) return;
          const { meeting } = workspace.store.getState();
          const sealed = meeting === null ? new Set<string>() : openedIds(meeting);
          const isCut = chosen.some(({ note }) => isOnAny(note.target.source, sealed));
          const title = [
            messages.t('preparation.export.saved', { file: saved.file }),
            isCut && messages.t('preparation.export.withoutSealed'),
          ];
          showToast({ tone: 'good', title: title.filter(Boolean).join(' ') });
        }),
    }),
    [workspace, index, messages],
  );
}

function cardActions(workspace: Workspace, backToDocument: () => void): NoteCardActions {
  const stopEditing = async (key: string): Promise<void> => {
    const wasBegunHere = workspace.notes.isBegun(key);
    await workspace.notes.stopEditing(key);
    if (wasBegunHere && document.activeElement === document.body) backToDocument();
  };
  return {
    onGoTo: (shown) => workspace.showNote(shown),
    onStartEditing: (key) => workspace.notes.startEditing(key),
    onStopEditing: (key) => void stopEditing(key),
    onChange: (key, patch) => void workspace.notes.change(key, patch),
    onRemove: (key) => void workspace.notes.remove(key),
    placing: workspace.placing.actions,
    clipOf: ({ note, place }) => noteClip(note, place.target, place.page),
  };
}
