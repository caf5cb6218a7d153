import type { RefObject } from 'react';
import type { MeetingView } from '../../../core/library/views.ts';
import type { AppState } from '../../../core/settings/settings.ts';
import type { ReaderHandle } from '../../features/reader/readerTypes.ts';
import { useReadingComfort } from '../workspace/useReadingComfort.ts';
import { notWhileWriting, shortcuts, workspaceCommands } from '../workspace/shortcuts.ts';
import type { CommandHandlers, WorkspaceCommand } from '../workspace/shortcuts.ts';
import type { PaneFocus } from '../workspace/usePaneFocus.ts';
import type { MeetingNotes } from '../workspace/useMeetingNotes.ts';
import type { Workspace } from '../workspace/Workspace.ts';
import type { Command } from './commandRegistry.ts';
import { useCommandSource } from './commandRegistry.ts';
import { commandWords } from './commandWords.ts';
import { sayPlace } from './sayPlace.ts';
import { meetingJumps } from './meetingJumps.ts';
import { pageJumps } from './pageJumps.ts';
import { readingCommands, readingHandlers } from './readingCommands.ts';

/** Offers the commands of an open meeting by key and in the palette, and its items, documents, pages and notes to jump to. */
export function useMeetingCommands({
  workspace,
  view,
  notes,
  handlers,
  reader,
  platform,
  panes,
}: {
  workspace: Workspace;
  view: MeetingView;
  notes: MeetingNotes;
  handlers: CommandHandlers;
  reader: RefObject<ReaderHandle | null>;
  platform: AppState['platform'];
  panes: PaneFocus;
}): void {
  // What was jumped to is drawn first: the focus then has somewhere to go.
  const thenRead = (jump: () => void) => () => {
    jump();
    sayPlace(workspace);
    requestAnimationFrame(() => requestAnimationFrame(panes.focusDocument));
  };
  const reading = readingHandlers(workspace, reader, useReadingComfort(platform));
  useCommandSource({
    platform,
    focusHome: panes.focusHome,
    commands: () => [
      ...workspaceCommands.map((id): Command => ({
        id,
        words: commandWords[id],
        keys: shortcuts[id],
        worksWhileWriting: !notWhileWriting.has(id),
        isEnabled: () => isEnabled(id, workspace, reader.current),
        run: handlers[id],
      })),
      ...readingCommands.map((id): Command => ({
        id,
        words: commandWords[id],
        keys: [],
        worksWhileWriting: true,
        isEnabled: () => reader.current !== null,
        run: reading[id],
      })),
    ],
    jumps: (messages) => meetingJumps(workspace, view, notes.all, thenRead, messages),
    typedJumps: (typed, messages) => pageJumps(typed, workspace, view, reader, thenRead, messages),
  });
}

/** Whether a command has something to do now. */
function isEnabled(command: WorkspaceCommand, workspace: Workspace, reader: ReaderHandle | null): boolean {
  const { notes, canGo, otherPlace } = workspace.store.getState();
  switch (command) {
    case 'undo':
      return notes?.canUndo ?? false;
    case 'redo':
      return notes?.canRedo ?? false;
    case 'back':
      return canGo.back;
    case 'forward':
      return canGo.forward;
    case 'swapSides':
    case 'closeOtherSide':
    case 'linkSides':
      return otherPlace !== null;
    case 'goToPage':
    case 'zoomIn':
    case 'zoomOut':
    case 'zoomWidth':
    case 'zoomPage':
      return reader !== null;
    default:
      return true;
  }
}
