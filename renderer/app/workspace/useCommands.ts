import type { RefObject } from 'react';
import type { MenuCommand } from '../../../core/contract.ts';
import type { ReaderHandle } from '../../features/reader/readerTypes.ts';
import { isTextField } from './useShortcuts.ts';
import type { CommandHandlers } from './useShortcuts.ts';
import type { PaneFocus } from './usePaneFocus.ts';
import type { Workspace } from './Workspace.ts';

/** What keys and menu commands do. One place, so that a key, its button and its menu line never differ. */
export function useCommands({
  workspace,
  panes,
  reader,
  isNarrow,
  onClose,
}: {
  workspace: Workspace;
  panes: PaneFocus;
  reader: RefObject<ReaderHandle | null>;
  isNarrow: boolean;
  onClose: () => void;
}): {
  readonly shortcuts: CommandHandlers;
  readonly menu: Readonly<Partial<Record<MenuCommand, () => void>>>;
} {
  const toggle = (pane: 'agenda' | 'notes'): void => {
    if (isNarrow) {
      workspace.showOnly(workspace.store.getState().onlyPane === pane ? 'document' : pane);
      return;
    }
    const { layout } = workspace.store.getState();
    const change =
      pane === 'agenda' ? { agendaShown: !layout.agendaShown } : { notesShown: !layout.notesShown };
    void workspace.keepLayout(change);
  };
  const shortcuts: CommandHandlers = {
    nextPane: () => panes.cycle(1),
    previousPane: () => panes.cycle(-1),
    toggleAgenda: () => toggle('agenda'),
    toggleNotes: () => toggle('notes'),
    nextItem: () => workspace.showNeighbour(1),
    previousItem: () => workspace.showNeighbour(-1),
    toggleProposal: () => workspace.toggleProposal(),
    noteHere: () => workspace.noteHere('note'),
    questionHere: () => workspace.noteHere('question'),
    allNotes: () => workspace.showNotes('all'),
    undo: () => void workspace.notes.undo(),
    redo: () => void workspace.notes.redo(),
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
      zoomIn: () => reader.current?.zoom('in'),
      zoomOut: () => reader.current?.zoom('out'),
      zoomWidth: () => reader.current?.zoom('width'),
      zoomPage: () => reader.current?.zoom('page'),
      goToPage: () => reader.current?.focusJumpField(),
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
