import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { MeetingView, ReadingPlace } from '../../../../core/library/views.ts';
import { hasOpenedSeal } from '../../../../core/sealing/openedSeals.ts';
import { FindBar } from '../../../features/find/FindBar.tsx';
import { useProtectedContent } from '../../../ui/protectedContent.ts';
import type { WorkspaceCommand } from '../shortcuts.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';

/** Whatever is open in the middle, with the find bar above it while something is looked for. */
export function FindFrame({
  workspace,
  view,
  place,
  isNarrow,
  shortcutOf,
  onToDocument,
  children,
}: {
  workspace: Workspace;
  view: MeetingView;
  place: ReadingPlace;
  isNarrow: boolean;
  shortcutOf: (command: WorkspaceCommand) => string;
  onToDocument: () => void;
  children: ReactNode;
}): ReactNode {
  const { find } = workspace;
  const isOpen = useStore(find.session.store, (state) => state.isOpen);
  const rightPane = useWorkspaceState(workspace, (state) => state.rightPane);
  const onlyPane = useWorkspaceState(workspace, (state) => state.onlyPane);
  const notes = useWorkspaceState(workspace, (state) => state.notes);
  const annotations = notes?.annotations ?? none;
  // Hits, and lines around them, stand in the list and on the pages.
  useProtectedContent(isOpen && hasOpenedSeal(view));
  useEffect(
    () => find.session.surround({ view, notes: annotations, place }),
    [find, view, annotations, place],
  );
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // What had the keyboard before is gone, and so is the bar: reading goes on.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) onToDocument();
    wasOpen.current = isOpen;
  }, [isOpen, onToDocument]);
  return (
    <div className="find-frame">
      {isOpen && (
        <FindBar
          session={find.session}
          place={place}
          isListShown={rightPane === 'find' && (!isNarrow || onlyPane === 'notes')}
          onToggleList={() => find.toggleList(isNarrow)}
          onToList={focusList}
          onClose={() => find.close()}
          shortcuts={{ next: shortcutOf('findNext'), previous: shortcutOf('findPrevious') }}
        />
      )}
      {children}
    </div>
  );
}

const none: readonly never[] = [];

/** The list stands in another pane; it has one row for the keyboard to come to. */
function focusList(): void {
  document.querySelector<HTMLElement>('.find-hits [tabindex="0"]')?.focus();
}
