import type {
  AgendaEntry,
  DocumentEntry,
  DocumentPosition,
  MeetingView,
  ReadState,
} from '../library/views.ts';
import { combineReadStates } from '../library/readStates.ts';
import type { Sealed, Uuid } from '../pack/manifest.ts';
import type { SealedDocument, SealedItem } from './sealedItem.ts';

/** How far the person is in a sealed document; kept in memory only. */
export interface SealedReadingState {
  readonly readState: ReadState;
  readonly position: DocumentPosition | null;
}

/** What fills sealed items of a meeting for a person who may open them. */
export interface UnlockedItems {
  readonly itemOf: (entry: AgendaEntry) => SealedItem | null;
  readonly stateOf: (documentId: Uuid) => SealedReadingState;
}

/**
 * The view with the content of those sealed items that the person's keys open. They stay marked as sealed, and so do
 * their children: whatever leaves out sealed items leaves these out too.
 */
export const unlockedView = (view: MeetingView, items: UnlockedItems): MeetingView => ({
  ...view,
  agenda: view.agenda.map((entry) => unlockedEntry(entry, items)),
});

function unlockedEntry(entry: AgendaEntry, items: UnlockedItems): AgendaEntry {
  const item = entry.sealed === null ? null : items.itemOf(entry);
  if (entry.sealed === null || item === null) {
    return { ...entry, children: entry.children.map((child) => unlockedEntry(child, items)) };
  }
  return filled(entry, item, { sealed: entry.sealed, items, next: entry.firstPackPage }).entry;
}

interface Filling {
  readonly sealed: Sealed;
  readonly items: UnlockedItems;
  /** Pack page of the next document; null when the item has none. */
  readonly next: number | null;
}

type Face = Pick<AgendaEntry, 'change' | 'previousNumber'>;

function filled(
  face: Face,
  item: SealedItem,
  { sealed, items, next }: Filling,
): { readonly entry: AgendaEntry; readonly next: number | null } {
  let page = next;
  const documents = item.documents.map((document) => {
    const entry = documentEntry(document, items.stateOf(document.id), page);
    page = page === null ? null : page + document.pageCount;
    return entry;
  });
  const children = item.children.map((child) => {
    const made = filled({ change: 'none', previousNumber: null }, child, { sealed, items, next: page });
    page = made.next;
    return made.entry;
  });
  const entry: AgendaEntry = {
    id: item.id,
    number: item.number,
    title: item.title,
    itemKind: item.itemKind,
    registryNumber: item.registryNumber,
    presenter: item.presenter,
    minutes: item.minutes,
    proposedDecision: item.proposedDecision,
    sealed,
    unlocked: true,
    documents,
    children,
    change: face.change,
    previousNumber: face.previousNumber,
    readState: combineReadStates(documents.map(({ readState }) => readState)),
    pageCount: documents.reduce((sum, { pageCount }) => sum + pageCount, 0),
    firstPackPage: documents.find(({ firstPackPage }) => firstPackPage !== null)?.firstPackPage ?? null,
  };
  return { entry, next: page };
}

const documentEntry = (
  { sealedFile, ...document }: SealedDocument,
  { readState, position }: SealedReadingState,
  page: number | null,
): DocumentEntry => ({
  id: document.id,
  title: document.title,
  documentKind: document.documentKind,
  sha256: sealedFile.sha256,
  mediaType: sealedFile.mediaType,
  size: sealedFile.size,
  pageCount: document.pageCount,
  pages: document.pages,
  firstPackPage: document.pageCount === 0 ? null : page,
  personalData: document.personalData,
  available: true,
  change: 'none',
  readState,
  position,
});
