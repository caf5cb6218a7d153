import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { on } from '../../client.ts';
import { leave, workspaceFor } from './openWorkspaces.ts';
import type { Workspace } from './Workspace.ts';
import type { WorkspaceState } from './workspaceState.ts';

/** The workspace of a meeting while it is on screen: loaded, listening, and stored when it is left. */
export function useWorkspace(meetingId: string): Workspace {
  const [workspace] = useState(() => workspaceFor(meetingId));
  useEffect(() => {
    const stopListening = [
      on('meeting.changed', workspace.meetingArrived),
      on('notes.changed', workspace.notes.arrived),
      on('placements.changed', workspace.placing.arrived),
      on('placements.looking', workspace.placing.lookingOn),
      on('revisions.progress', workspace.whatsNew.progress),
      on('find.found', workspace.find.session.found),
    ];
    void workspace.load();
    // The window may be closed or the lid shut at any moment: nothing waits for the pause after the last key.
    const store = (): void => void workspace.settle();
    window.addEventListener('pagehide', store);
    window.addEventListener('beforeunload', store);
    window.addEventListener('blur', store);
    document.addEventListener('visibilitychange', store);
    return () => {
      for (const stop of stopListening) stop();
      window.removeEventListener('pagehide', store);
      window.removeEventListener('beforeunload', store);
      window.removeEventListener('blur', store);
      document.removeEventListener('visibilitychange', store);
      workspace.find.session.close();
      void leave(workspace);
    };
  }, [workspace]);
  return workspace;
}

export const useWorkspaceState = <T>(workspace: Workspace, select: (state: WorkspaceState) => T): T =>
  useStore(workspace.store, select);
