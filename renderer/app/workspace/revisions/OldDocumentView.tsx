import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Result } from '../../../../core/errors.ts';
import type { OldDocument } from '../../../../core/revisionDiff/oldDocument.ts';
import { client } from '../../../client.ts';
import { pageSelectorsOf } from '../../../features/notes/notePlace.ts';
import type { ShownNote } from '../../../features/notes/shownNote.ts';
import type { ReaderHandle, ReaderMark } from '../../../features/reader/readerTypes.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { MeetingNotes } from '../useMeetingNotes.ts';
import { useWorkspaceState } from '../useWorkspace.ts';
import type { Workspace } from '../Workspace.ts';
import { VersionReader } from './VersionReader.tsx';

/** The document that a note was made on, at the note's page. */
export function OldDocumentView({
  workspace,
  notes,
  noteId,
}: {
  workspace: Workspace;
  notes: MeetingNotes;
  noteId: string;
}): ReactNode {
  const { t } = useMessages();
  const [shown] = useState(() => notes.all.find(({ note }) => note.id === noteId));
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  const old = useOldDocument(workspace, shown);
  const revision = useWorkspaceState(workspace, (state) => state.meeting?.meeting.revision ?? 1);
  return (
    <section ref={root} tabIndex={-1} className="compare" aria-label={t('placing.showOld')}>
      <header className="compare__header">
        <Button
          size="small"
          icon={<ArrowLeft size={15} aria-hidden />}
          onPress={() => workspace.showAside(null)}
        >
          {t('placing.old.back', { revision })}
        </Button>
        {old?.ok && old.value !== null && (
          <h2 className="compare__title">
            {t('placing.old.title', { title: old.value.title, revision: old.value.revision })}
          </h2>
        )}
      </header>
      {old === null && <Skeleton label={t('whatsNew.loading')} lines={5} />}
      {old?.ok === false && <ErrorMessage error={old.error} />}
      {old?.ok && old.value === null && <Banner tone="warning" title={t('placing.old.missing')} />}
      {old?.ok && old.value !== null && shown !== undefined && (
        <OldPages workspace={workspace} notes={notes} shown={shown} old={old.value} />
      )}
    </section>
  );
}

function OldPages({
  workspace,
  notes,
  shown,
  old,
}: {
  workspace: Workspace;
  notes: MeetingNotes;
  shown: ShownNote;
  old: OldDocument;
}): ReactNode {
  const { t } = useMessages();
  const reader = useRef<ReaderHandle>(null);
  const { source } = shown.note.target;
  const itemId = source.type === 'document' ? source.item : null;
  const [version] = useState(() => ({ ...old, itemId }));
  const marks = useMemo(() => oldMarks(notes.all, old), [notes.all, old]);
  const goToNote = (): void => {
    const [selector] = pageSelectorsOf(shown.note.target);
    if (selector === undefined) return;
    reader.current?.goTo(old.id, selector.page - (old.version.pages?.from ?? 1) + 1, selector.quads);
  };
  return (
    <VersionReader
      ref={reader}
      workspace={workspace}
      shown={version}
      label={t('placing.old.title', { title: old.title, revision: old.revision })}
      marks={marks}
      found={null}
      onShown={goToNote}
    />
  );
}

/** Every note that was made on this content, where it was made. */
const oldMarks = (notes: readonly ShownNote[], { id, version }: OldDocument): readonly ReaderMark[] =>
  notes.flatMap(({ key, note }) => {
    const { source } = note.target;
    if (source.type !== 'document' || source.document !== id) return [];
    return pageSelectorsOf(note.target)
      .filter(({ sha256 }) => sha256 === version.sha256)
      .map((page) => ({
        id: key,
        kind: note.kind,
        colour: note.colour,
        noteClass: note.noteClass,
        documentId: id,
        sha256: page.sha256,
        filePage: page.page,
        quads: page.quads,
        text: note.text,
      }));
  });

function useOldDocument(
  workspace: Workspace,
  shown: ShownNote | undefined,
): Result<OldDocument | null> | null {
  const [old, setOld] = useState<Result<OldDocument | null> | null>(null);
  const { meetingId } = workspace;
  useEffect(() => {
    const source = shown?.note.target.source;
    const [page] = shown === undefined ? [] : pageSelectorsOf(shown.note.target);
    if (source?.type !== 'document' || page === undefined) return undefined;
    let isWanted = true;
    void client.revisions
      .oldDocument({ meetingId, documentId: source.document, sha256: page.sha256 })
      .then((answer) => {
        if (isWanted) setOld(answer);
      });
    return () => {
      isWanted = false;
    };
  }, [meetingId, shown]);
  return old;
}
