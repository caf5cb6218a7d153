import { useMemo } from 'react';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import { layoutDefaults } from '../../../core/settings/settings.ts';
import type { ReaderNext } from '../../features/reader/readerTypes.ts';
import type { PageArrangement } from '../../features/reader/scroll/pageSpreads.ts';
import { useMessages } from '../../ui/messages.tsx';
import { headingAt, headingName } from './shownNotes.ts';
import type { MeetingNotes } from './useMeetingNotes.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';
import { neighbour } from './workspacePlaces.ts';
import type { SideName } from './workspaceState.ts';

/** How the person wants pages to stand, in every document. */
export function useArrangement(workspace: Workspace): PageArrangement {
  const { pageMode, firstPageAlone } = useWorkspaceState(workspace, (state) => state.layout);
  return useMemo(
    () => ({
      mode: pageMode ?? layoutDefaults.pageMode,
      firstPageAlone: firstPageAlone ?? layoutDefaults.firstPageAlone,
    }),
    [pageMode, firstPageAlone],
  );
}

/** What follows an item or briefing; null after the last. */
export function useNextItem(
  workspace: Workspace,
  view: MeetingView,
  { itemId, briefingId }: ReadingPlace,
  index: MeetingNotes['index'],
  side: SideName,
): ReaderNext | null {
  const { t } = useMessages();
  return useMemo(() => {
    const next = neighbour(view, { itemId, briefingId, documentId: null }, 1);
    const what = next && headingName(headingAt(next), index);
    if (next === null || what === null) return null;
    return {
      label: t(next.itemId === null ? 'views.next.briefing' : 'views.next.item', { what }),
      onContinue: () => {
        workspace.sides.activate(side);
        workspace.continueTo(next);
      },
    };
  }, [workspace, view, itemId, briefingId, index, side, t]);
}
