import type { Handlers } from '../../core/contract.ts';
import { failure, ok } from '../../core/errors.ts';
import type { DocumentEntry, MeetingView } from '../../core/library/views.ts';
import type { FindClient } from '../find/findClient.ts';
import type { SearchedDocument } from '../find/findMessages.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';

/** What the handlers of `find` work on. */
export interface FindParts {
  readonly library: Pick<LibraryService, 'meetingView' | 'documentFile'>;
  readonly find: FindClient;
  /** Opens what the person's keys open. */
  readonly sealed: Pick<SealedReading, 'view' | 'cipherFile'>;
}

export function findHandlers({ library, find, sealed }: FindParts): Handlers['find'] {
  /** The newest search wins, also over one whose documents are still being looked up. */
  let newest = '';

  const searched = async (documents: readonly (DocumentEntry | undefined)[]): Promise<SearchedDocument[]> =>
    Promise.all(documents.map((document) => searchedDocument(document, { library, sealed })));

  const viewOf = (meetingId: string): MeetingView | null => {
    const view = library.meetingView(meetingId);
    return view === null ? null : sealed.view(view);
  };

  return {
    start: async ({ search, meetingId, words, documents, startAt }) => {
      const view = viewOf(meetingId);
      if (view === null) return failure('meetingUnknown');
      newest = search;
      const byId = documentsOf(view);
      const asked = await searched(documents.map((id) => byId.get(id)));
      if (newest === search) find.search({ search, words, documents: asked, startAt });
      return ok(undefined);
    },
    cancel: ({ search }) => {
      if (newest === search) newest = '';
      find.cancel(search);
      return Promise.resolve(ok(undefined));
    },
    lines: async ({ meetingId, hits }) => {
      const view = viewOf(meetingId);
      if (view === null) return failure('meetingUnknown');
      const byId = documentsOf(view);
      const ids = [...new Set(hits.map(({ documentId }) => documentId))];
      const asked = await searched(ids.map((id) => byId.get(id)));
      const found = new Map(ids.map((id, at) => [id, asked[at]]));
      const places = hits.flatMap(({ documentId, page, start, end }) => {
        const document = found.get(documentId);
        return document ? [{ document, page, start, end }] : [];
      });
      return ok(await find.lines(places));
    },
  };
}

async function searchedDocument(
  document: DocumentEntry | undefined,
  { library, sealed }: Pick<FindParts, 'library' | 'sealed'>,
): Promise<SearchedDocument> {
  if (document === undefined) return { ...missing };
  const { sha256, mediaType, pages, pageCount } = document;
  const file = await library.documentFile(sha256);
  const cipher = file === null ? sealed.cipherFile(sha256) : null;
  return {
    sha256,
    path: file?.path ?? cipher?.path ?? null,
    key: cipher?.key ?? null,
    isPdf: mediaType === 'application/pdf',
    fromPage: pages?.from ?? 1,
    pageCount,
  };
}

const missing: SearchedDocument = {
  sha256: '0'.repeat(64),
  path: null,
  isPdf: false,
  fromPage: 1,
  pageCount: 0,
};

function documentsOf(view: MeetingView): ReadonlyMap<string, DocumentEntry> {
  const entries = [...itemsOf(view.agenda), ...view.briefings].flatMap(({ documents }) => documents);
  return new Map(entries.map((document) => [document.id, document]));
}

const itemsOf = (agenda: MeetingView['agenda']): MeetingView['agenda'] =>
  agenda.flatMap((item) => [item, ...itemsOf(item.children)]);
