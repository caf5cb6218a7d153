import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { client } from '../../client.ts';
import { Reader } from '../../features/reader/Reader.tsx';
import { draftOfMark, readerMarks } from './markDrafts.ts';
import type { MiddlePaneProps } from './MiddlePane.tsx';
import { useWorkspaceState } from './useWorkspace.ts';
import { documentsAt } from './workspacePlaces.ts';

/** The reader, joined to the workspace: what it reports is stored, where it is asked to go it goes. */
export function DocumentReader({ workspace, view, place, notes, reader }: MiddlePaneProps): ReactNode {
  const { itemId, briefingId } = place;
  const documents = useMemo(
    // Positions as they were when the place was opened: a position reported by the reader must not disturb it.
    () => documentsAt(view, { itemId, briefingId, documentId: null }, workspace.store.getState().positions),
    [view, itemId, briefingId, workspace],
  );
  const marks = useMemo(() => readerMarks(notes.here), [notes.here]);
  const activeKey = useWorkspaceState(workspace, (state) => state.activeKey);
  const jump = useWorkspaceState(workspace, (state) => state.jump);
  const ownerId = itemId ?? briefingId ?? '';

  useEffect(() => {
    const handle = reader.current;
    if (jump === null || handle === null || !workspace.takeJump(jump)) return;
    if ('packPage' in jump) handle.goToPackPage(jump.packPage);
    else handle.goTo(jump.documentId, jump.page, jump.quads);
  }, [jump, ownerId, reader, workspace]);

  return (
    <div className="middle__reader">
      <Reader
        key={ownerId}
        ref={reader}
        documents={documents}
        revision={view.meeting.revision}
        totalPackPages={view.meeting.pageCount}
        startDocumentId={place.documentId}
        marks={marks}
        activeMarkId={activeKey}
        onMark={(request) => void workspace.notes.make(draftOfMark(workspace.meetingId, request))}
        onMarkActivated={(key) => workspace.showNoteInPane(key)}
        onPosition={(documentId, position) => workspace.positionChanged(documentId, position)}
        onRead={(documentId, state) => void workspace.read(documentId, state)}
        onDocumentShown={(documentId) => workspace.documentShown(documentId)}
        onPackPageRequested={(packPage) => workspace.showPackPage(packPage)}
        onFirstPageDrawn={() => void client.app.firstPageDrawn()}
      />
    </div>
  );
}
