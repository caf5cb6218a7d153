import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { MeetingView } from '../../../core/library/views.ts';
import type { AppState } from '../../../core/settings/settings.ts';
import { on } from '../../client.ts';
import { AgendaPane } from '../../features/agenda/AgendaPane.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMeetingCommands } from '../commands/useMeetingCommands.ts';
import { Announcer } from './Announcer.tsx';
import { FindFrame } from './find/FindFrame.tsx';
import { RightPane } from './find/RightPane.tsx';
import { useFullScreen } from './fullScreen/useFullScreen.ts';
import { useViewCommands } from './fullScreen/useViewCommands.tsx';
import { MeetingBanners, WhatIsNew } from './MeetingBanners.tsx';
import { OwnDuties } from './OwnDuties.tsx';
import { NotesSide } from './NotesSide.tsx';
import { narrowBelow, Panes } from './Panes.tsx';
import { RemovedToast } from './RemovedToast.tsx';
import { usePrint } from './print/usePrint.tsx';
import { AsideFrame } from './revisions/AsideFrame.tsx';
import { shortcutText } from './shortcuts.ts';
import { useMouseSideButtons } from './places/useMouseSideButtons.ts';
import { AgendaRowsBeside } from './sides/AgendaRowsBeside.tsx';
import { MiddleSides } from './sides/MiddleSides.tsx';
import { useSideReaders } from './sides/useSideReaders.ts';
import { useCommands } from './useCommands.ts';
import { useOpenAddress } from './useLinks.ts';
import { useGoToNote } from './useGoToNote.ts';
import { useMeetingNotes } from './useMeetingNotes.ts';
import { usePaneFocus } from './usePaneFocus.ts';
import { usePanesInView } from './usePanesInView.ts';
import { useWidth } from './useWidth.ts';
import { useWorkspace, useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';
import { meetingPlace } from './workspacePlaces.ts';
import { WorkspaceHeader } from './WorkspaceHeader.tsx';
import './workspace.css';
import './reflow.css';
import './fullScreen/fullScreen.css';

export interface MeetingWorkspaceProps {
  readonly meetingId: string;
  readonly onClose: () => void;
  /** Begins with what is new. */
  readonly showsNews?: boolean;
  /** Goes to where this note stands. */
  readonly noteId?: string | null;
  /** Leads to the desk, at an item. */
  readonly onPrepare: (itemId: string | null) => void;
  /** Leads to the public digest. */
  readonly onDigest: (itemId: string | null) => void;
}

/** A meeting being prepared: agenda, document and notes beside each other. */
export function MeetingWorkspace(props: MeetingWorkspaceProps): ReactNode {
  return <LoadedWorkspace key={props.meetingId} {...props} />;
}

function LoadedWorkspace({
  meetingId,
  onClose,
  onPrepare,
  onDigest,
  showsNews = false,
  noteId = null,
}: MeetingWorkspaceProps): ReactNode {
  const { t } = useMessages();
  const workspace = useWorkspace(meetingId);
  useEffect(() => {
    if (showsNews) workspace.showAside({ type: 'whatsNew' });
  }, [workspace, showsNews]);
  const view = useWorkspaceState(workspace, (state) => state.meeting);
  const openError = useWorkspaceState(workspace, (state) => state.openError);
  const platform = useWorkspaceState(workspace, (state) => state.platform);
  if (openError !== null)
    return (
      <div className="workspace workspace--waiting">
        <ErrorMessage
          error={openError}
          actions={
            <>
              <Button onPress={() => void workspace.load()}>{t('workspace.tryAgain')}</Button>
              <Button onPress={onClose}>{t('workspace.toLibrary')}</Button>
            </>
          }
        />
      </div>
    );
  if (view === null)
    return (
      <div className="workspace workspace--waiting">
        <Skeleton label={t('workspace.loading')} lines={6} />
      </div>
    );
  return (
    <OpenMeeting
      workspace={workspace}
      view={view}
      platform={platform}
      noteId={noteId}
      onPrepare={onPrepare}
      onDigest={onDigest}
      onClose={onClose}
    />
  );
}

function OpenMeeting({
  workspace,
  view,
  platform,
  noteId,
  onPrepare,
  onDigest,
  onClose,
}: {
  workspace: Workspace;
  view: MeetingView;
  platform: AppState['platform'];
  noteId: string | null;
  onPrepare: (itemId: string | null) => void;
  onDigest: (itemId: string | null) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const place = useWorkspaceState(workspace, (state) => state.place);
  const layout = useWorkspaceState(workspace, (state) => state.layout);
  const rightPane = useWorkspaceState(workspace, (state) => state.rightPane);
  const onlyPane = useWorkspaceState(workspace, (state) => state.onlyPane);
  const actionError = useWorkspaceState(workspace, (state) => state.actionError);
  const aside = useWorkspaceState(workspace, (state) => state.aside);
  const notes = useMeetingNotes(workspace, view, place);
  const isSplit = useWorkspaceState(workspace, (state) => state.otherPlace !== null);
  const canGo = useWorkspaceState(workspace, (state) => state.canGo);
  const { reader, readers } = useSideReaders(workspace);
  const fullScreen = useFullScreen(workspace);
  useGoToNote(workspace, notes, noteId);
  useMouseSideButtons(workspace);
  const openAddress = useOpenAddress(workspace);
  const [body, width] = useWidth();
  const panes = usePaneFocus(reader);
  const isNarrow = width < narrowBelow;
  usePanesInView(body, [onlyPane, place.itemId, place.briefingId].join());
  const print = usePrint(view, place);
  const commands = useCommands({
    workspace,
    panes,
    reader,
    isNarrow,
    onClose,
    toggleFullScreen: fullScreen.toggle,
    print: print.open,
    prepare: () => void workspace.settle().then(() => onPrepare(place.itemId)),
    digest: () => void workspace.settle().then(() => onDigest(place.itemId)),
  });
  useMeetingCommands({
    workspace,
    view,
    notes,
    handlers: commands.shortcuts,
    reader,
    platform,
    panes,
  });
  const { menu } = commands;
  const latestMenu = useRef(menu);
  useEffect(() => {
    latestMenu.current = menu;
  });
  useEffect(() => on('app.menuCommand', ({ command }) => latestMenu.current[command]?.()), []);
  const viewCommands = useViewCommands(
    commands.shortcuts,
    { isFullScreen: fullScreen.isOn, isSplit },
    platform,
  );
  const shortcutOf = (command: Parameters<typeof shortcutText>[0]): string => shortcutText(command, platform);
  return (
    <div
      className="workspace"
      ref={body}
      data-full-screen={fullScreen.isOn || undefined}
      data-idle={fullScreen.isIdle || undefined}
    >
      <WorkspaceHeader
        view={view}
        layout={layout}
        isNarrow={isNarrow}
        shortcutOf={shortcutOf}
        canGo={canGo}
        onOpenAddress={openAddress}
        onBack={commands.shortcuts.back}
        onForward={commands.shortcuts.forward}
        onClose={commands.shortcuts.toLibrary}
        onPrint={commands.shortcuts.print}
        onPrepare={commands.shortcuts.prepare}
        onToggleAgenda={commands.shortcuts.toggleAgenda}
        onToggleNotes={commands.shortcuts.toggleNotes}
      />
      {aside?.type !== 'whatsNew' && <MeetingBanners view={view} />}
      {aside?.type !== 'whatsNew' && <OwnDuties view={view} />}
      {aside === null && (
        <WhatIsNew
          view={view}
          onSeen={() => void workspace.markSeen()}
          onShow={() => workspace.showAside({ type: 'whatsNew' })}
          onReadAll={() => workspace.show(meetingPlace)}
        />
      )}
      {actionError !== null && (
        <section className="workspace-banners" aria-label={t('workspace.failure')}>
          <ErrorMessage error={actionError} isLive onDismiss={() => workspace.dismissError()} />
        </section>
      )}
      <Panes
        width={width}
        layout={rightPane === 'find' ? { ...layout, notesShown: true } : layout}
        right={rightPane}
        onlyPane={onlyPane}
        onShowOnly={(pane) => workspace.showOnly(pane)}
        onResize={(change) => workspace.setLayout(change)}
        onResized={(change) => void workspace.keepLayout(change)}
        paneRef={panes.paneRef}
        noteCount={notes.here.length}
        subject={[rightPane, place.itemId, place.briefingId, place.documentId].join()}
        agenda={
          <AgendaRowsBeside view={view} sides={workspace.sides} onOpen={(to) => workspace.show(to)}>
            <AgendaPane
              view={view}
              place={place}
              noteCounts={notes.counts}
              onOpen={(to) => workspace.show(to)}
            />
          </AgendaRowsBeside>
        }
        document={
          <FindFrame
            workspace={workspace}
            view={view}
            place={place}
            isNarrow={isNarrow}
            shortcutOf={shortcutOf}
            onToDocument={panes.focusDocument}
          >
            <AsideFrame workspace={workspace} view={view} notes={notes} onToDocument={panes.focusDocument}>
              <MiddleSides
                workspace={workspace}
                view={view}
                place={place}
                notes={notes}
                readers={readers}
                onCommand={(command) => commands.shortcuts[command]()}
                viewCommands={viewCommands}
                shortcutOf={shortcutOf}
              />
            </AsideFrame>
          </FindFrame>
        }
        notes={
          <RightPane
            workspace={workspace}
            notes={
              <NotesSide
                workspace={workspace}
                notes={notes}
                shortcutOf={shortcutOf}
                onBackToDocument={panes.focusDocument}
              />
            }
          />
        }
      />
      <Announcer workspace={workspace} />
      <RemovedToast workspace={workspace} />
      {print.dialog}
    </div>
  );
}
