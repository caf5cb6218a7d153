import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import type { MeetingView } from '../../../../core/library/views.ts';
import { isOnAny, openedIds } from '../../../../core/sealing/openedSeals.ts';
import { SealedGuard } from '../../../features/identity/SealedGuard.tsx';
import type { MeetingNotes } from '../useMeetingNotes.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';
import { CompareView } from './CompareView.tsx';
import { OldDocumentView } from './OldDocumentView.tsx';
import { WhatsNewView } from './WhatsNewView.tsx';
import './revisions.css';

/** The middle: what is new, a document held against its old content, an old document, or what is being read. */
export function AsideFrame({
  workspace,
  view,
  notes,
  onToDocument,
  children,
}: {
  workspace: Workspace;
  view: MeetingView;
  notes: MeetingNotes;
  /** Gives the focus to what is being read. */
  onToDocument: () => void;
  children: ReactNode;
}): ReactNode {
  const aside = useWorkspaceState(workspace, (state) => state.aside);
  const sealed = useMemo(() => openedIds(view), [view]);
  const wasOpen = useRef(false);
  const isOpen = aside !== null;
  useEffect(() => {
    // What had the keyboard is gone with it: reading goes on.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) onToDocument();
    wasOpen.current = isOpen;
  }, [isOpen, onToDocument]);
  switch (aside?.type) {
    case 'whatsNew':
      return <WhatsNewView workspace={workspace} view={view} />;
    case 'compare':
      return guarded(
        sealed.has(aside.documentId),
        <CompareView key={aside.documentId} workspace={workspace} documentId={aside.documentId} />,
      );
    case 'old':
      return guarded(
        notes.all.some(({ note }) => note.id === aside.noteId && isOnAny(note.target.source, sealed)),
        <OldDocumentView key={aside.noteId} workspace={workspace} notes={notes} noteId={aside.noteId} />,
      );
    case undefined:
      return children;
  }
}

const guarded = (isSealed: boolean, shown: ReactNode): ReactNode =>
  isSealed ? <SealedGuard>{shown}</SealedGuard> : shown;
