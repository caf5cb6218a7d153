import type { ReactNode } from 'react';
import { useMessages } from '../../ui/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';

/** Says to screen readers what was stored, removed or undone. */
export function Announcer({ workspace }: { workspace: Workspace }): ReactNode {
  const { t } = useMessages();
  const announcement = useWorkspaceState(workspace, (state) => state.announcement);
  return (
    <VisuallyHidden>
      <span role="status" data-testid="workspace-status">
        {announcement !== null && (
          <span key={announcement.number}>{t(announcement.key, announcement.values)}</span>
        )}
      </span>
    </VisuallyHidden>
  );
}
