import { useEffect } from 'react';
import { useMessages } from '../../ui/messages.tsx';
import { dismissToast, showToast } from '../../ui/toasts.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';

const offeredForMilliseconds = 10_000;

/** Offers to bring back what was just deleted, as long as undo would bring back exactly that. */
export function RemovedToast({ workspace }: { workspace: Workspace }): null {
  const { t } = useMessages();
  const removed = useWorkspaceState(workspace, (state) => state.removed);
  useEffect(() => {
    if (removed === null) return undefined;
    const toast = showToast({
      tone: 'info',
      title: t('notes.said.removed'),
      action: { label: t('notes.undo'), onPress: () => void workspace.notes.undo() },
    });
    const timer = setTimeout(() => dismissToast(toast), offeredForMilliseconds);
    return () => {
      clearTimeout(timer);
      dismissToast(toast);
    };
  }, [removed, t, workspace]);
  return null;
}
