import type { PackDocument } from '../pack/manifest.ts';
import type { PageRanges } from '../reading/pageRanges.ts';
import { addRanges } from '../reading/pageRanges.ts';
import type { LibraryData } from './libraryData.ts';
import { sameContent } from './readStates.ts';

type DocumentContent = Pick<PackDocument, 'id' | 'sha256' | 'pages'>;

/** Pages of a document that were in view. They hold for one content only: of a replaced document none was. */
export function seenPagesOf(data: LibraryData, document: DocumentContent): PageRanges {
  const seen = data.documents[document.id]?.seen;
  return seen !== undefined && sameContent(seen, document) ? seen.ranges : [];
}

/** Adds pages that were in view to those known for the content the document has now. */
export function withSeenPages(data: LibraryData, document: DocumentContent, pages: PageRanges): LibraryData {
  const { id, sha256 } = document;
  const record = data.documents[id] ?? { position: null, read: null };
  const ranges = addRanges(seenPagesOf(data, document), pages).map(([from, to]): [number, number] => [
    from,
    to,
  ]);
  const seen = { sha256, pages: document.pages === null ? null : { ...document.pages }, ranges };
  return { ...data, documents: { ...data.documents, [id]: { ...record, seen } } };
}
