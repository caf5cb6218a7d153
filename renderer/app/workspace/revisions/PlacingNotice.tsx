import type { ReactNode } from 'react';
import { useEffect } from 'react';
import type { DocumentEntry, DocumentPosition } from '../../../../core/library/views.ts';
import { pageSelector } from '../../../../core/text/textSelectors.ts';
import { LookingForPlaces } from '../../../features/notes/placing/LookingForPlaces.tsx';
import { MovingNote } from '../../../features/notes/placing/MovingNote.tsx';
import { PlacesToLookAt } from '../../../features/notes/placing/PlacesToLookAt.tsx';
import type { MeetingNotes } from '../useMeetingNotes.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';

/** Above the notes: which are still being looked for, and the one that is being given its place. */
export function PlacingNotice({
  workspace,
  notes,
}: {
  workspace: Workspace;
  notes: MeetingNotes;
}): ReactNode {
  const looking = useWorkspaceState(workspace, (state) => state.placements?.looking ?? null);
  const movingKey = useWorkspaceState(workspace, (state) => state.movingKey);
  const place = useWorkspaceState(workspace, (state) => state.place);
  const position = useWorkspaceState(workspace, ({ positions }) =>
    place.documentId === null ? null : (positions.get(place.documentId) ?? null),
  );
  const activeKey = useWorkspaceState(workspace, (state) => state.activeKey);
  const moving = notes.all.find((shown) => shown.key === movingKey);
  const { placing, meetingId } = workspace;
  const { cancelMoving } = placing;
  useEscape(moving !== undefined, cancelMoving);
  if (moving === undefined && looking !== null)
    return <LookingForPlaces looking={looking} onStop={placing.stopLooking} />;
  if (moving === undefined)
    return (
      <PlacesToLookAt
        notes={notes.all}
        activeKey={activeKey}
        onShow={(shown) => {
          workspace.showNote(shown);
          workspace.showNoteInPane(shown.key);
        }}
      />
    );
  const document = place.documentId === null ? undefined : notes.index.documents.get(place.documentId);
  const { itemId } = place;
  const page = document === undefined ? null : pageInView(document, position);
  const onPage = (): void => {
    if (document === undefined || page === null) return;
    const filePage = (document.pages?.from ?? 1) + page - 1;
    void placing.moveTo({
      meeting: meetingId,
      source: { type: 'document', document: document.id, item: itemId },
      selectors: [pageSelector(document.sha256, filePage)],
    });
  };
  return (
    <MovingNote
      shown={moving}
      page={page}
      onPage={onPage}
      onItem={
        itemId === null
          ? null
          : () =>
              void placing.moveTo({
                meeting: meetingId,
                source: { type: 'item', item: itemId },
                // The old words go along, so that it is still seen what was meant.
                selectors: moving.note.target.selectors.filter(({ type }) => type === 'TextQuoteSelector'),
              })
      }
      onCancel={cancelMoving}
    />
  );
}

/** Of the page at the upper edge most may be above it: then the next one is what is seen. */
function pageInView({ pageCount }: DocumentEntry, position: DocumentPosition | null): number {
  if (position === null) return 1;
  return Math.min(pageCount, position.offset > 0.6 ? position.page + 1 : position.page);
}

function useEscape(isOn: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
    };
    window.addEventListener('keydown', escape);
    return () => window.removeEventListener('keydown', escape);
  }, [isOn, onEscape]);
}
