import type { ReactNode } from 'react';
import { FindPane } from '../../../features/find/FindPane.tsx';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';

/** The notes, or in their place the hits of a search. */
export function RightPane({ workspace, notes }: { workspace: Workspace; notes: ReactNode }): ReactNode {
  const shown = useWorkspaceState(workspace, (state) => state.rightPane);
  const { find } = workspace;
  if (shown === 'notes') return notes;
  return (
    <FindPane
      session={find.session}
      lines={find.lines}
      onToNotes={() => workspace.store.setState({ rightPane: 'notes' })}
      onClose={() => find.close()}
    />
  );
}
