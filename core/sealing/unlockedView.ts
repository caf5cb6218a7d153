import type {
  AgendaEntry,
  BriefingEntry,
  Change,
  DocumentEntry,
  DocumentPosition,
  MeetingView,
  ReadState,
} from '../library/views.ts';
import { combineReadStates } from '../library/readStates.ts';
import { withConflicts } from '../library/meetingView.ts';
import type { Body, Sealed, Uuid } from '../pack/manifest.ts';
import type { SealedBriefing } from './sealedBriefing.ts';
import type { SealedDocument } from './sealedDocument.ts';
import type { SealedItem } from './sealedItem.ts';

/** How far the person is in a sealed document; kept in memory only. */
export interface SealedReadingState {
  readonly readState: ReadState;
  readonly position: DocumentPosition | null;
  /** Since the revision last looked at. */
  readonly change: Change;
}

/** What fills sealed items and briefings of a meeting for a person who may open them. */
export interface UnlockedItems {
  readonly itemOf: (entry: AgendaEntry) => SealedItem | null;
  readonly briefingOf: (entry: BriefingEntry) => SealedBriefing | null;
  readonly stateOf: (documentId: Uuid) => SealedReadingState;
  /** Whose roster names people with a conflict of interest. */
  readonly body: Pick<Body, 'roster'>;
}

/**
 * The view with the content of those sealed items and briefings that the person's keys open. They stay marked as sealed,
 * and so do an item's children: whatever leaves out sealed items leaves these out too.
 */
export function unlockedView(view: MeetingView, items: UnlockedItems): MeetingView {
  const agenda = view.agenda.map((entry) => unlockedEntry(entry, items));
  // Briefings follow the items, and a sealed one counts with its public pages.
  let next = pagesOfAgenda(view.agenda) + 1;
  const briefings = view.briefings.map((entry) => {
    const first = next;
    next += entry.sealed?.pageCount ?? pagesOf(entry.documents);
    return unlockedBriefing(entry, items, first);
  });
  return { ...view, agenda, briefings };
}

const pagesOf = (documents: readonly DocumentEntry[]): number =>
  documents.reduce((sum, { pageCount }) => sum + pageCount, 0);

const pagesOfAgenda = (agenda: readonly AgendaEntry[]): number =>
  agenda.reduce((sum, { pageCount, children }) => sum + pageCount + pagesOfAgenda(children), 0);

function unlockedBriefing(entry: BriefingEntry, items: UnlockedItems, firstPage: number): BriefingEntry {
  const briefing = entry.sealed === null ? null : items.briefingOf(entry);
  if (briefing === null) return entry;
  const { documents } = filledDocuments(briefing.documents, items, firstPage);
  const { extensions: _ours, ...content } = briefing;
  return {
    ...content,
    sealed: entry.sealed,
    unlocked: true,
    documents,
    change: entry.change,
    readState: combineReadStates(documents.map(({ readState }) => readState)),
  };
}

/** The documents from a pack page on, and the pack page after them. */
function filledDocuments(
  sealed: readonly SealedDocument[],
  items: UnlockedItems,
  first: number | null,
): { readonly documents: readonly DocumentEntry[]; readonly next: number | null } {
  let next = first;
  const documents = sealed.map((document) => {
    const entry = documentEntry(document, items.stateOf(document.id), next);
    next = next === null ? null : next + document.pageCount;
    return entry;
  });
  return { documents, next };
}

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
  const { documents, next: after } = filledDocuments(item.documents, items, next);
  let page = after;
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
    ...withConflicts(item, items.body),
    change: face.change,
    previousNumber: face.previousNumber,
    readState: combineReadStates(documents.map(({ readState }) => readState)),
    pageCount: pagesOf(documents),
    firstPackPage: documents.find(({ firstPackPage }) => firstPackPage !== null)?.firstPackPage ?? null,
  };
  return { entry, next: page };
}

const documentEntry = (
  { sealedFile, ...document }: SealedDocument,
  { readState, position, change }: SealedReadingState,
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
  change,
  readState,
  position,
});
