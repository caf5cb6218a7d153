import type { PackDocument } from '../pack/manifest.ts';
import type { DocumentRecord, LibraryData } from './libraryData.ts';
import type { DocumentPosition, ReadState } from './views.ts';

type DocumentContent = Pick<PackDocument, 'id' | 'sha256' | 'pages'>;

/**
 * The person's read state of a document. It holds for what was read: a replaced document is unread again, unless the new
 * one was found to say the same word for word.
 */
export function readStateOf(data: LibraryData, document: DocumentContent): ReadState {
  const read = data.documents[document.id]?.read;
  if (read === undefined || read === null) return 'unread';
  return sameContent(read, document) || saysSame(data, document.id, read, document) ? read.state : 'unread';
}

/** Two documents with the same bytes and the same part of them. */
export const sameContent = (
  a: Pick<PackDocument, 'sha256' | 'pages'>,
  b: Pick<PackDocument, 'sha256' | 'pages'>,
): boolean => a.sha256 === b.sha256 && a.pages?.from === b.pages?.from && a.pages?.to === b.pages?.to;

type Content = Pick<PackDocument, 'sha256' | 'pages'>;

/** Whether two contents of a document were found to say the same, so that only the layout differs. */
export function saysSame(data: LibraryData, documentId: string, a: Content, b: Content): boolean {
  const known = data.documents[documentId]?.sameText ?? [];
  return [a, b].every((content) => known.some((each) => sameContent(each, content)));
}

/** Remembers that two contents of a document say the same. What was known of other contents is kept with it. */
export function withSameText(data: LibraryData, documentId: string, a: Content, b: Content): LibraryData {
  if (saysSame(data, documentId, a, b)) return data;
  const record = data.documents[documentId] ?? nothingRead;
  const known = record.sameText ?? [];
  const isKnown = (content: Content): boolean => known.some((each) => sameContent(each, content));
  const belongs = isKnown(a) || isKnown(b);
  const added = [a, b]
    .filter((content) => !belongs || !isKnown(content))
    .map(({ sha256, pages }) => ({ sha256, pages: pages === null ? null : { ...pages } }));
  const sameText = [...(belongs ? known : []), ...added];
  return { ...data, documents: { ...data.documents, [documentId]: { ...record, sameText } } };
}

/** An item or briefing is read when all its documents are; one without documents leaves nothing unread. */
export function combineReadStates(states: readonly ReadState[]): ReadState {
  if (states.every((state) => state === 'read')) return 'read';
  return states.every((state) => state === 'unread') ? 'unread' : 'started';
}

/** Where the person was; the page stays within the document although it may have become shorter. */
export function positionOf(
  data: LibraryData,
  document: Pick<PackDocument, 'id' | 'pageCount'>,
): DocumentPosition | null {
  const position = data.documents[document.id]?.position ?? null;
  if (position === null || document.pageCount === 0 || position.page <= document.pageCount) return position;
  return { ...position, page: document.pageCount, offset: 0 };
}

const nothingRead: DocumentRecord = { position: null, read: null };

/** Whether the person had read this content, although the document may have been replaced since. */
export function wasContentRead(data: LibraryData, document: DocumentContent): boolean {
  const record = data.documents[document.id];
  if (readStateOf(data, document) === 'read') return true;
  return record?.readBefore !== undefined && sameContent(record.readBefore, document);
}

/** Remembers the read state for the content the document has now. */
export function withReadState(
  data: LibraryData,
  { id, sha256, pages }: DocumentContent,
  state: ReadState,
): LibraryData {
  const record = data.documents[id] ?? nothingRead;
  const read = { state, sha256, pages: pages === null ? null : { ...pages } };
  const { read: earlier } = record;
  const readBefore =
    earlier?.state === 'read' && !sameContent(earlier, read)
      ? { readBefore: { sha256: earlier.sha256, pages: earlier.pages } }
      : {};
  const { seen: _seen, ...unseen } = record;
  // Unread again: from the first page.
  const kept = state === 'unread' ? unseen : record;
  return { ...data, documents: { ...data.documents, [id]: { ...kept, read, ...readBefore } } };
}

/** Remembers where the person is in a document. */
export function withPosition(data: LibraryData, documentId: string, position: DocumentPosition): LibraryData {
  const record = data.documents[documentId] ?? nothingRead;
  return {
    ...data,
    documents: { ...data.documents, [documentId]: { ...record, position: { ...position } } },
  };
}
