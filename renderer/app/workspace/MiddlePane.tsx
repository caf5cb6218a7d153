import { MessageSquarePlus } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useMemo } from 'react';
import type { AgendaEntry, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import { clockAfter } from '../../features/agenda/agendaClock.ts';
import { findItem } from '../../features/agenda/agendaOrder.ts';
import { startMinutes } from '../../features/agenda/agendaTimes.ts';
import { ItemHeader } from '../../features/agenda/ItemHeader.tsx';
import { ItemPage } from '../../features/agenda/ItemPage.tsx';
import { ConflictNotice } from '../../features/identity/ConflictNotice.tsx';
import { SealedGuard } from '../../features/identity/SealedGuard.tsx';
import { SealedWay } from '../../features/identity/SealedWay.tsx';
import { AddNoteMenu } from '../../features/notes/AddNoteMenu.tsx';
import type { ReaderHandle, ReaderViewCommand } from '../../features/reader/readerTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { go } from '../appStore.ts';
import { BriefingPlace } from './BriefingPlace.tsx';
import { DocumentReader } from './DocumentReader.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import type { WorkspaceCommand } from './shortcuts.ts';
import { useOpenAddress } from './useLinks.ts';
import type { MeetingNotes } from './useMeetingNotes.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';
import type { SideName } from './workspaceState.ts';

export interface MiddlePaneProps {
  readonly workspace: Workspace;
  readonly view: MeetingView;
  readonly place: ReadingPlace;
  readonly notes: MeetingNotes;
  readonly reader: RefObject<ReaderHandle | null>;
  readonly shortcutOf: (command: WorkspaceCommand) => string;
  /** Of two things beside each other, the one this is. */
  readonly side: SideName;
  /** What the reader's view menu offers beyond its own. */
  readonly viewCommands: readonly ReaderViewCommand[];
}

/** The middle: an item with its documents, a briefing, or the page about the meeting. */
export function MiddlePane(props: MiddlePaneProps): ReactNode {
  const { workspace, view, place } = props;
  const openAddress = useOpenAddress(workspace);
  const item = place.itemId === null ? null : findItem(view.agenda, place.itemId);
  if (item !== null) return <ItemPlace {...props} item={item} />;
  const briefing = view.briefings.find((entry) => entry.id === place.briefingId);
  if (briefing !== undefined) return <BriefingPlace {...props} briefing={briefing} />;
  return (
    <MeetingPage
      view={view}
      actions={<NoteButton {...props} what={view.meeting.title} />}
      onOpenItem={(itemId) => workspace.show({ itemId, briefingId: null, documentId: null })}
      onOpenAddress={openAddress}
    />
  );
}

function ItemPlace(props: MiddlePaneProps & { item: AgendaEntry }): ReactNode {
  const { workspace, view, item, shortcutOf } = props;
  const isProposalShown = useWorkspaceState(workspace, (state) => state.isProposalShown);
  const clock = useMemo(() => clockOf(view, item), [view, item]);
  const actions = <NoteButton {...props} what={item.title} />;
  const notice = <ConflictNotice conflicts={item.conflicts} />;
  if (item.documents.length === 0) {
    const page = (
      <ItemPage
        key={item.id}
        entry={item}
        clock={clock}
        actions={actions}
        notice={notice}
        sealedWay={<SealedWay onShowIdentity={() => go({ name: 'settings' })} />}
      />
    );
    return item.unlocked === true ? <SealedGuard key={item.id}>{page}</SealedGuard> : page;
  }
  const reader = (
    <div className="middle">
      <ItemHeader
        entry={item}
        clock={clock}
        isProposalShown={isProposalShown}
        onToggleProposal={() => workspace.toggleProposal()}
        proposalShortcut={shortcutOf('toggleProposal')}
        onSetRead={(isRead) => void workspace.reading.setItem(item, isRead)}
        actions={actions}
        notice={notice}
      />
      <DocumentReader {...props} />
    </div>
  );
  return item.unlocked === true ? <SealedGuard key={item.id}>{reader}</SealedGuard> : reader;
}

/** Makes a note or question on the item, briefing or meeting as a whole. */
export function NoteButton({
  workspace,
  what,
  shortcutOf,
}: Pick<MiddlePaneProps, 'workspace' | 'shortcutOf'> & { what: string }): ReactNode {
  const { t } = useMessages();
  return (
    <AddNoteMenu
      what={what}
      canHighlight={false}
      shortcuts={{ note: shortcutOf('noteHere'), question: shortcutOf('questionHere') }}
      trigger={
        <Button size="small" icon={<MessageSquarePlus size={15} aria-hidden />}>
          {t('notes.add')}
        </Button>
      }
      onAdd={(kind) => workspace.noteHere(kind)}
    />
  );
}

function clockOf({ agenda, meeting }: MeetingView, item: AgendaEntry): string | null {
  const minutes = startMinutes(agenda).get(item.id);
  return minutes === undefined ? null : clockAfter(meeting.start, minutes);
}
