import type { AgendaEntry, DocumentEntry, MeetingView } from '../../../core/library/views.ts';
import type { PageRanges } from '../../../core/reading/pageRanges.ts';
import { addRanges, holdsRanges } from '../../../core/reading/pageRanges.ts';

/** The view with more pages of a document seen; the same view when they were known. */
export function withPagesSeen(view: MeetingView, documentId: string, pages: PageRanges): MeetingView {
  let isNews = false;
  const seen = (documents: readonly DocumentEntry[]): readonly DocumentEntry[] =>
    documents.map((document) => {
      const known = document.seenPages ?? [];
      if (document.id !== documentId || holdsRanges(known, pages)) return document;
      isNews = true;
      return { ...document, seenPages: addRanges(known, pages) };
    });
  const items = (entries: readonly AgendaEntry[]): readonly AgendaEntry[] =>
    entries.map((entry) => ({ ...entry, documents: seen(entry.documents), children: items(entry.children) }));
  const changed = {
    ...view,
    agenda: items(view.agenda),
    briefings: view.briefings.map((entry) => ({ ...entry, documents: seen(entry.documents) })),
  };
  return isNews ? changed : view;
}
