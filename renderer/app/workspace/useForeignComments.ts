import { useEffect, useMemo, useState } from 'react';
import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import type { DocumentEntry, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { ForeignComment, ForeignComments } from '../../features/notes/foreign/foreignComments.ts';
import { headingKey } from '../../features/notes/meetingIndex.ts';
import type { MeetingIndex } from '../../features/notes/meetingIndex.ts';
import type { DocumentComments } from '../../features/reader/comments/DocumentComments.ts';
import { documentComments } from '../../features/reader/engine/pdfService.ts';
import { headingAt } from './shownNotes.ts';
import type { Workspace } from './Workspace.ts';

interface Owned {
  readonly heading: NoteHeading;
  readonly document: DocumentEntry;
}

const none: readonly ForeignComment[] = [];

/** What others wrote in the documents: of what is open, and of the whole meeting once that is asked for. */
export function useForeignComments(
  workspace: Workspace,
  view: MeetingView | null,
  index: MeetingIndex,
  { place, wantsAll }: { place: ReadingPlace; wantsAll: boolean },
): ForeignComments {
  const owned = useMemo(() => (view === null ? [] : ownedDocuments(index)), [view, index]);
  const { itemId, briefingId } = place;
  const wanted = useMemo(() => {
    if (wantsAll) return owned;
    const key = headingKey(headingAt({ itemId, briefingId, documentId: null }));
    return owned.filter(({ heading }) => headingKey(heading) === key);
  }, [owned, wantsAll, itemId, briefingId]);
  const all = useCommentsOf(wanted);
  return useMemo(() => {
    const key = headingKey(headingAt({ itemId, briefingId, documentId: null }));
    return {
      all,
      here: all.filter(({ heading }) => headingKey(heading) === key),
      onGoTo: (comment: ForeignComment) => workspace.showComment(comment),
    };
  }, [workspace, all, itemId, briefingId]);
}

function ownedDocuments({ items, briefings }: MeetingIndex): readonly Owned[] {
  const ofItems = [...items.values()].flatMap(({ id, documents }) =>
    documents.map((document) => ({ heading: { type: 'item', item: id } as const, document })),
  );
  const ofBriefings = [...briefings.values()].flatMap(({ id, documents }) =>
    documents.map((document) => ({ heading: { type: 'briefing', briefing: id } as const, document })),
  );
  return [...ofItems, ...ofBriefings];
}

/** They come document by document. */
function useCommentsOf(
  wanted: readonly Owned[],
  source: DocumentComments = documentComments,
): readonly ForeignComment[] {
  const [found, setFound] = useState<{ of: readonly Owned[]; comments: readonly ForeignComment[] }>({
    of: wanted,
    comments: none,
  });
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      let comments = none;
      for (const owned of wanted) {
        const read = await source.of(owned.document);
        if (isOver) return;
        if (read.length === 0) continue;
        comments = [...comments, ...read.map((each, at) => foreignComment(owned, each, at))];
        setFound({ of: wanted, comments });
      }
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [wanted, source]);
  return found.of === wanted ? found.comments : none;
}

function foreignComment(
  { heading, document }: Owned,
  { filePage, comment }: Awaited<ReturnType<DocumentComments['of']>>[number],
  at: number,
): ForeignComment {
  const page = filePage - (document.pages?.from ?? 1) + 1;
  return { key: `${document.id}:${at}`, heading, document, page, comment };
}
