import type { RefObject } from 'react';
import type { MenuCommand } from '../../../core/contract.ts';
import type { ReaderHandle } from '../../features/reader/readerTypes.ts';
import { takeIn } from '../incomingStore.ts';
import { isTextField } from '../commands/keyListener.ts';
import { sayPlace } from '../commands/sayPlace.ts';
import type { CommandHandlers } from './shortcuts.ts';
import { sideCommands } from './sides/sideCommands.ts';
import type { PaneFocus } from './usePaneFocus.ts';
import type { Workspace } from './Workspace.ts';

/** What keys and menu commands do. One place, so that a key, its button and its menu line never differ. */
export function useCommands({
  workspace,
  panes,
  reader,
  isNarrow,
  onClose,
  toggleFullScreen,
  print,
  prepare,
  digest,
}: {
  workspace: Workspace;
  panes: PaneFocus;
  reader: RefObject<ReaderHandle | null>;
  isNarrow: boolean;
  onClose: () => void;
  toggleFullScreen: () => void;
  print: () => void;
  prepare: () => void;
  digest: () => void;
}): {
  readonly shortcuts: CommandHandlers;
  readonly menu: Readonly<Partial<Record<MenuCommand, () => void>>>;
} {
  const toggle = (pane: 'agenda' | 'notes'): void => {
    if (isNarrow) {
      workspace.showOnly(workspace.store.getState().onlyPane === pane ? 'document' : pane);
      return;
    }
    const { layout, rightPane } = workspace.store.getState();
    // The hits of a search stand in the place of the notes: then the notes come back first.
    if (pane === 'notes' && rightPane === 'find') {
      workspace.store.setState({ rightPane: 'notes' });
      if (layout.notesShown) return;
    }
    const change =
      pane === 'agenda' ? { agendaShown: !layout.agendaShown } : { notesShown: !layout.notesShown };
    void workspace.keepLayout(change);
  };
  // The focus may stay where it is: where one is now must be heard.
  const showNeighbour = (step: 1 | -1): void => {
    workspace.showNeighbour(step);
    sayPlace(workspace);
  };
  const shortcuts: CommandHandlers = {
    nextPane: () => panes.cycle(1),
    previousPane: () => panes.cycle(-1),
    toggleAgenda: () => toggle('agenda'),
    toggleNotes: () => toggle('notes'),
    nextItem: () => showNeighbour(1),
    previousItem: () => showNeighbour(-1),
    toggleProposal: () => workspace.toggleProposal(),
    toggleThumbnails: () => reader.current?.toggleNavigation('thumbnails'),
    toggleOutline: () => reader.current?.toggleNavigation('outline'),
    toggleTextView: () => reader.current?.toggleTextView(),
    noteHere: () => workspace.noteHere('note'),
    questionHere: () => workspace.noteHere('question'),
    goToPage: () => reader.current?.focusJumpField(),
    zoomIn: () => reader.current?.zoom('in'),
    zoomOut: () => reader.current?.zoom('out'),
    zoomWidth: () => reader.current?.zoom('width'),
    zoomPage: () => reader.current?.zoom('page'),
    find: () => workspace.find.open(isNarrow),
    findNext: () => workspace.find.step(1, isNarrow),
    findPrevious: () => workspace.find.step(-1, isNarrow),
    allNotes: () => {
      workspace.showNotes('all');
      // Once they are drawn.
      requestAnimationFrame(() => requestAnimationFrame(panes.focusNotesField));
    },
    takeIn: () => takeIn(workspace.meetingId, [{ type: 'chosen' }]),
    undo: () => void workspace.notes.undo(),
    redo: () => void workspace.notes.redo(),
    ...sideCommands(workspace, reader),
    showNews: () => workspace.showAside({ type: 'whatsNew' }),
    fullScreen: toggleFullScreen,
    print,
    prepare,
    digest,
    toLibrary: () => {
      void workspace.settle();
      onClose();
    },
  };
  return {
    shortcuts,
    menu: {
      undo: () => writeOr('undo', shortcuts.undo),
      redo: () => writeOr('redo', shortcuts.redo),
      zoomIn: shortcuts.zoomIn,
      zoomOut: shortcuts.zoomOut,
      zoomWidth: shortcuts.zoomWidth,
      zoomPage: shortcuts.zoomPage,
      find: shortcuts.find,
      print: shortcuts.print,
      goToPage: shortcuts.goToPage,
      toggleAgenda: shortcuts.toggleAgenda,
      toggleNotes: shortcuts.toggleNotes,
    },
  };
}

/** While a text is being written, undo is the text's own. `execCommand` is the only way to reach the field's history. */
function writeOr(command: 'undo' | 'redo', otherwise: () => void): void {
  if (isTextField(document.activeElement)) document.execCommand(command);
  else otherwise();
}
