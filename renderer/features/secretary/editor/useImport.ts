import type { RefObject } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { ImportProposal } from '../../../../core/agendaImport/proposal.ts';
import { findDraftItem } from '../../../../core/draft/agendaTree.ts';
import { useReportFailure } from '../../../ui/useReportFailure.ts';
import { carriesFiles, droppedPaths } from './droppedFiles.ts';
import { useEditor } from './useEditor.ts';

export interface Imports {
  /** What an import proposes, while it is looked at. */
  readonly proposal: ImportProposal | null;
  /** Files hang over the editor that would be taken in. */
  readonly isOver: boolean;
  readonly choose: (what: 'files' | 'folder' | 'agenda' | 'paste') => void;
  readonly paste: (text: string) => void;
  readonly finish: (proposal: ImportProposal | null) => Promise<void>;
  /** Files into one item; null: they are to be chosen. */
  readonly addFiles: (itemId: string, paths: readonly string[] | null) => void;
}

/** Everything by which files come into the draft. Files dropped beside an item become a proposal when one can be looked at. */
export function useImport(canReview: boolean, frame: RefObject<HTMLElement | null>): Imports {
  const model = useEditor();
  const report = useReportFailure();
  const { session } = model;
  const { draftId } = session;
  const [proposal, setProposal] = useState<ImportProposal | null>(null);

  const propose = useCallback(
    async (paths: readonly string[], pastedAgenda: string | null): Promise<void> => {
      const answer = await session.work((job) =>
        session.client.proposeImport({ job, draftId, paths, pastedAgenda }),
      );
      if (answer.ok) setProposal(answer.value);
      else report(answer.error);
    },
    [session, draftId, report],
  );
  const dropped = useCallback((paths: readonly string[]) => void propose(paths, null), [propose]);
  const isOver = useEditorDrop(frame, canReview ? dropped : null);

  const choose: Imports['choose'] = (what) => {
    if (what === 'paste') return model.openDialog({ name: 'pasteAgenda' });
    void session.client.choose({ what }).then((chosen) => {
      if (!chosen.ok) report(chosen.error);
      else if (chosen.value !== null && chosen.value.length > 0) void propose(chosen.value, null);
    });
  };
  const take = async (itemId: string, paths: readonly string[]): Promise<void> => {
    const at = findDraftItem(model.items, itemId)?.item.documents.length ?? 0;
    const error = await session.workOnDraft((job) =>
      session.client.addFiles({ job, draftId, itemId, at, paths }),
    );
    if (error !== null) report(error);
    else model.say('secretary.said.filesAdded');
  };
  return {
    proposal,
    isOver,
    choose,
    paste: (text) => void propose([], text),
    finish: async (accepted) => {
      setProposal(null);
      const error = await session.workOnDraft((job) =>
        session.client.acceptImport({ job, draftId, proposal: accepted }),
      );
      if (error !== null) report(error);
    },
    addFiles: (itemId, paths) => {
      if (paths !== null) return void take(itemId, paths);
      void session.client.choose({ what: 'files' }).then((chosen) => {
        if (!chosen.ok) report(chosen.error);
        else if (chosen.value !== null && chosen.value.length > 0) void take(itemId, chosen.value);
      });
    },
  };
}

/** Files dropped anywhere else in the editor. The window would take them for packs, so they are kept from it. */
function useEditorDrop(
  frame: RefObject<HTMLElement | null>,
  onFiles: ((paths: readonly string[]) => void) | null,
): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      setIsOver(onFiles !== null);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      setIsOver(false);
      const paths = droppedPaths(event.dataTransfer);
      if (paths.length > 0) onFiles?.(paths);
    };
    const parts = [
      ['dragenter', over],
      ['dragover', over],
      ['dragleave', leave],
      ['drop', drop],
    ] as const;
    for (const [name, listener] of parts) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of parts) element.removeEventListener(name, listener);
    };
  }, [frame, onFiles]);
  return isOver;
}
