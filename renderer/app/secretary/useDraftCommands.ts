import { useEffect } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import { on } from '../../client.ts';
import type { DraftEditorModel } from '../../features/secretary/editor/DraftEditorModel.ts';
import { agendaLines } from '../../features/secretary/agenda/agendaLines.ts';
import type { Command } from '../commands/commandRegistry.ts';
import { useCommandSource } from '../commands/commandRegistry.ts';
import type { DraftCommand } from './draftShortcuts.ts';
import { draftCommandWords, draftCommands, draftShortcuts, notWhileWriting } from './draftShortcuts.ts';
import { cyclePanes, focusEditor } from './editorFocus.ts';

/** Offers what can be done with a draft by key and in the palette, and its items to jump to. */
export function useDraftCommands(model: DraftEditorModel, platform: AppState['platform']): void {
  const handlers = handlersOf(model);
  useCommandSource({
    platform,
    focusHome: focusEditor,
    commands: () =>
      draftCommands.map((id): Command => ({
        id,
        words: draftCommandWords[id],
        keys: draftShortcuts[id],
        worksWhileWriting: !notWhileWriting.has(id),
        isEnabled: () => isEnabled(id, model),
        run: handlers[id],
      })),
    jumps: ({ t }) =>
      agendaLines(model.items).map(({ item }) => ({
        id: `draftItem:${item.id}`,
        kind: 'item',
        number: item.number,
        title: item.title === '' ? t('secretary.untitledItem') : item.title,
        ...(item.registryNumber === null ? {} : { detail: item.registryNumber }),
        run: () => model.select(new Set([item.id])),
      })),
  });
  useEffect(
    () =>
      on('app.menuCommand', ({ command }) => {
        if (command === 'undo') void model.undo();
        if (command === 'redo') void model.redo();
      }),
    [model],
  );
}

function handlersOf(model: DraftEditorModel): Readonly<Record<DraftCommand, () => void>> {
  const move = (step: 1 | -1): Promise<void> => {
    const documentId = documentWithFocus();
    return documentId === null
      ? model.move(step === 1 ? 'down' : 'up')
      : model.moveDocument(documentId, step);
  };
  return {
    addItem: () => void model.addItem(),
    addPart: () => void model.addItem('part'),
    moveUp: () => void move(-1),
    moveDown: () => void move(1),
    moveIn: () => void model.move('in'),
    moveOut: () => void model.move('out'),
    splitItem: () => {
      if (model.current !== null) model.openDialog({ name: 'split', itemId: model.current.id });
    },
    joinItems: () => void (model.current === null ? model.join() : model.joinWithPrevious()),
    removeItem: () => void model.remove(),
    undoEdit: () => void model.undo(),
    redoEdit: () => void model.redo(),
    showPreflight: () => model.togglePreflight(),
    nextFinding: () => model.goToNextFinding(),
    showMeetingHead: () => model.show('meeting'),
    nextDraftPane: () => cyclePanes(1),
    previousDraftPane: () => cyclePanes(-1),
  };
}

/** The document whose row has the focus: then keys move it, not its item. */
const documentWithFocus = (): string | null =>
  document.activeElement?.closest('.sec-document-list [data-key]')?.getAttribute('data-key') ?? null;

function isEnabled(id: DraftCommand, model: DraftEditorModel): boolean {
  const { selected } = model.store.getState();
  const view = model.session.store.getState().view;
  switch (id) {
    case 'undoEdit':
      return view?.canUndo ?? false;
    case 'redoEdit':
      return view?.canRedo ?? false;
    case 'splitItem':
      return model.current !== null;
    case 'addPart':
    case 'moveUp':
    case 'moveDown':
    case 'moveIn':
    case 'moveOut':
    case 'joinItems':
    case 'removeItem':
      return selected.size > 0;
    case 'nextFinding':
      return (view?.findings ?? []).some(({ accepted }) => !accepted);
    default:
      return true;
  }
}
