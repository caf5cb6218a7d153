import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { client } from '../../client.ts';
import { Reader } from '../../features/reader/Reader.tsx';
import { draftOfMark, readerMarks } from './markDrafts.ts';
import type { MiddlePaneProps } from './MiddlePane.tsx';
import { pageDrawing } from './pageDrawing.ts';
import { useArrangement, useNextItem } from './readerViews.ts';
import { showPackPage } from './showDocument.ts';
import { useLinks } from './useLinks.ts';
import { useNavigationPanel } from './useNavigationPanel.ts';
import { useReadingComfort } from './useReadingComfort.ts';
import { useTextView } from './useTextView.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import { documentsAt } from './workspacePlaces.ts';

/** The reader, joined to the workspace: what it reports is stored, where it is asked to go it goes. */
export function DocumentReader({
  workspace,
  view,
  place,
  notes,
  reader,
  side,
  viewCommands,
}: MiddlePaneProps): ReactNode {
  const { itemId, briefingId } = place;
  const documents = useMemo(
    // Positions as they were when the place was opened: a position reported by the reader must not disturb it.
    () => documentsAt(view, { itemId, briefingId, documentId: null }, workspace.store.getState().positions),
    [view, itemId, briefingId, workspace],
  );
  const marks = useMemo(() => readerMarks(notes.here), [notes.here]);
  const activeKey = useWorkspaceState(workspace, (state) => state.activeKey);
  const jump = useWorkspaceState(workspace, (state) => state.jump);
  const isPlacing = useWorkspaceState(workspace, (state) => state.movingKey !== null);
  const ownerId = itemId ?? briefingId ?? '';

  useEffect(() => {
    const handle = reader.current;
    if (jump === null || jump.side !== side || handle === null || !workspace.takeJump(jump)) return;
    workspace.places.quietly(() => {
      if ('packPage' in jump) handle.goToPackPage(jump.packPage);
      else if ('words' in jump) handle.goToWords(jump.documentId, jump.page, jump.words);
      else if ('offset' in jump) handle.goToPosition(jump.documentId, jump.page, jump.offset);
      else handle.goTo(jump.documentId, jump.page, jump.quads);
    });
  }, [jump, ownerId, reader, side, workspace]);
  const lastOwnerId = useRef(ownerId);
  useEffect(() => {
    // The reader that had the focus is gone: reading goes on in this one.
    const isAnother = lastOwnerId.current !== ownerId;
    lastOwnerId.current = ownerId;
    if (isAnother && document.activeElement === document.body) reader.current?.focus();
  }, [ownerId, reader]);
  const next = useNextItem(workspace, view, place, notes.index, side);
  const arrangement = useArrangement(workspace);
  const platform = useWorkspaceState(workspace, (state) => state.platform);
  const textView = useTextView(platform);
  const navigation = useNavigationPanel(workspace, platform);
  const onLink = useLinks(workspace, view, ownerId);
  const comfort = useReadingComfort(platform);
  const drawing = useMemo(() => pageDrawing(workspace), [workspace]);

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
        found={workspace.find.session}
        isPlacing={isPlacing}
        onMark={(request) =>
          isPlacing
            ? void workspace.placing.moveTo(draftOfMark(workspace.meetingId, request).target)
            : void workspace.notes.make(draftOfMark(workspace.meetingId, request))
        }
        onMarkActivated={(key) => workspace.showNoteInPane(key)}
        onPosition={(documentId, position) => workspace.positionChanged(documentId, position)}
        onRead={(documentId, state) => void workspace.reading.reached(documentId, state)}
        onDocumentShown={(documentId) => workspace.documentShown(documentId, side)}
        onPackPageRequested={(packPage) => showPackPage(workspace, packPage)}
        onLeaving={workspace.places.leaving}
        onLink={onLink}
        navigation={navigation}
        next={next}
        arrangement={arrangement}
        onArrangement={({ mode, firstPageAlone }) =>
          void workspace.keepLayout({ pageMode: mode, firstPageAlone })
        }
        textView={textView}
        comfort={comfort}
        onSeen={(documentId, pages) => workspace.reading.pagesSeen(documentId, pages)}
        onReadTime={(time) => workspace.reading.pageRead(time)}
        viewCommands={viewCommands}
        drawing={drawing}
        onFirstPageDrawn={() => void client.app.firstPageDrawn()}
      />
    </div>
  );
}
