import type { ReactNode, Ref } from 'react';
import { useMemo, useState } from 'react';
import type { Zoom } from '../../../../core/library/views.ts';
import type { DocumentVersion } from '../../../../core/revisionDiff/documentNews.ts';
import { Reader } from '../../../features/reader/Reader.tsx';
import type {
  FoundWords,
  ReaderDocument,
  ReaderHandle,
  ReaderMark,
} from '../../../features/reader/readerTypes.ts';
import { draftOfMark } from '../markDrafts.ts';
import { useReadingComfort } from '../useReadingComfort.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';

/** A document as one revision has it, for looking at: reading here changes no reading state. */
export interface ShownVersion {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly itemId: string | null;
  readonly version: DocumentVersion;
}

const nothing = (): void => undefined;

/** The reader on one content of a document. A note made here is looked up in the revision shown like any other. */
export function VersionReader({
  ref,
  workspace,
  shown,
  label,
  marks,
  found,
  zoom = null,
  onZoom = nothing,
  onShown,
}: {
  ref: Ref<ReaderHandle>;
  workspace: Workspace;
  shown: ShownVersion;
  /** What its pages are called. */
  label: string;
  marks: readonly ReaderMark[];
  found: FoundWords | null;
  /** How its pages are shown at first; by their width when left out. */
  zoom?: Zoom | null;
  onZoom?: (zoom: Zoom) => void;
  /** The first page is on screen. */
  onShown: () => void;
}): ReactNode {
  const activeKey = useWorkspaceState(workspace, (state) => state.activeKey);
  const platform = useWorkspaceState(workspace, (state) => state.platform);
  const comfort = useReadingComfort(platform);
  const [first] = useState(zoom);
  const documents = useMemo(() => [readerDocument(shown, first)], [shown, first]);
  return (
    <Reader
      ref={ref}
      documents={documents}
      label={label}
      revision={shown.revision}
      totalPackPages={0}
      startDocumentId={null}
      marks={marks}
      activeMarkId={activeKey}
      found={found}
      onMark={(request) => void workspace.notes.make(draftOfMark(workspace.meetingId, request))}
      onMarkActivated={(key) => workspace.showNoteInPane(key)}
      onPosition={(_documentId, position) => onZoom(position.zoom)}
      onRead={nothing}
      onDocumentShown={nothing}
      onPackPageRequested={nothing}
      onFirstPageDrawn={onShown}
      comfort={comfort}
    />
  );
}

const readerDocument = ({ id, title, itemId, version }: ShownVersion, zoom: Zoom | null): ReaderDocument => ({
  id,
  title,
  itemId,
  briefingId: null,
  documentKind: 'other',
  sha256: version.sha256,
  mediaType: version.mediaType,
  size: version.size,
  pageCount: version.pageCount,
  pages: version.pages,
  firstPackPage: null,
  personalData: false,
  available: true,
  change: 'none',
  readState: 'read',
  position: zoom && { page: 1, offset: 0, zoom },
});
