import type { Annotation } from '../annotation/annotation.ts';
import type { ProposalKind, QuestionState, Stance } from '../annotation/noteDetails.ts';
import { quoteOf } from '../annotation/noteList.ts';
import type { ItemKind, Sealed, Uuid } from '../pack/manifest.ts';

/** What the sheet needs of an agenda; a MeetingView's fits. */
export interface SheetAgendaItem {
  readonly id: Uuid;
  readonly number: string | null;
  readonly title: string;
  readonly itemKind: ItemKind | null;
  readonly registryNumber: string | null;
  readonly presenter: string | null;
  readonly minutes: number | null;
  readonly proposedDecision: readonly string[];
  readonly sealed: Sealed | null;
  readonly documents: readonly SheetDocument[];
  readonly children: readonly SheetAgendaItem[];
}

export interface SheetDocument {
  readonly id: Uuid;
  readonly title: string;
  readonly sha256: string;
  readonly pages: { readonly from: number; readonly to: number } | null;
  readonly firstPackPage: number | null;
}

/** "7. Detaljplan", and "§ 94 Detaljplan" for a number that says itself what it is. */
export const itemHeading = ({ number, title }: Pick<SheetAgendaItem, 'number' | 'title'>): string =>
  number === null ? title : `${number}${/^[\d.]*\d$/.test(number) ? '.' : ''} ${title}`;

/** A quote or note with where it is; both page numbers when it is on a page of this revision. */
export interface SheetNote {
  readonly note: Annotation;
  readonly quote: string;
  readonly document: string | null;
  readonly page: number | null;
  readonly packPage: number | null;
}

export interface SheetQuestion extends SheetNote {
  readonly addressee: string | null;
  readonly state: QuestionState;
}

export interface SheetProposal {
  readonly note: Annotation;
  readonly kind: ProposalKind | null;
  readonly text: string;
  readonly reason: string;
  readonly addressee: string | null;
  /** Parts that this kind of proposal needs and that are still empty. */
  readonly missing: readonly ProposalPart[];
}

export type ProposalPart = 'text' | 'reason' | 'addressee';

/** One page per item: everything to have at hand when the chair gives the word. */
export interface ItemSheet {
  readonly item: SheetAgendaItem;
  readonly stance: Stance | null;
  /** The note that holds the stance, and what was written with it. */
  readonly stanceNote: Annotation | null;
  readonly conflict: Annotation | null;
  /** Every note of the item, whatever its kind. */
  readonly all: readonly SheetNote[];
  readonly notes: readonly SheetNote[];
  readonly questions: readonly SheetQuestion[];
  readonly speech: readonly SheetNote[];
  readonly proposals: readonly SheetProposal[];
  readonly reservation: Annotation | null;
  readonly tasks: readonly Annotation[];
  /** Minutes the speech takes to say, rounded up; 0 without one. */
  readonly speechMinutes: number;
}

/** Words a minute at which people are followed when they speak to a meeting. */
export const spokenWordsPerMinute = 130;

/**
 * The sheet of every item, children after their parents. A note belongs to the item it is about, or whose document it is
 * on; the person's own order comes first, then the order of pages.
 */
export function itemSheets(
  agenda: readonly SheetAgendaItem[],
  notes: readonly Annotation[],
): readonly ItemSheet[] {
  const items = agenda.flatMap(itemAndBelow);
  const byItem = notesByItem(items, notes);
  return items.map((item) => sheetOf(item, byItem.get(item.id) ?? []));
}

const itemAndBelow = (item: SheetAgendaItem): readonly SheetAgendaItem[] => [
  item,
  ...item.children.flatMap(itemAndBelow),
];

function notesByItem(
  items: readonly SheetAgendaItem[],
  notes: readonly Annotation[],
): ReadonlyMap<Uuid, readonly Annotation[]> {
  const ofDocument = new Map(items.flatMap((item) => item.documents.map(({ id }) => [id, item.id] as const)));
  const known = new Set(items.map(({ id }) => id));
  const byItem = new Map<Uuid, Annotation[]>();
  for (const note of notes) {
    const { source } = note.target;
    const own = source.type === 'item' ? source.item : source.type === 'document' ? source.item : null;
    const moved = source.type === 'document' ? ofDocument.get(source.document) : undefined;
    const id = moved ?? (own !== null && known.has(own) ? own : undefined);
    if (id !== undefined) byItem.set(id, [...(byItem.get(id) ?? []), note]);
  }
  return byItem;
}

const ownSections: ReadonlySet<Annotation['kind']> = new Set([
  'question',
  'stance',
  'speech',
  'proposal',
  'reservation',
  'conflict',
  'task',
  'bookmark',
]);

function sheetOf(item: SheetAgendaItem, notes: readonly Annotation[]): ItemSheet {
  const placed = notes.map((note) => placedNote(item, note)).toSorted(byOrder);
  const ofKind = (kind: Annotation['kind']): readonly SheetNote[] =>
    placed.filter(({ note }) => note.kind === kind);
  const newest = (kind: Annotation['kind']): Annotation | null =>
    ofKind(kind)
      .map(({ note }) => note)
      .toSorted((a, b) => b.modifiedAt - a.modifiedAt)[0] ?? null;
  const stanceNote = newest('stance');
  const speech = ofKind('speech');
  return {
    item,
    stance: stanceNote?.stance ?? null,
    stanceNote,
    conflict: newest('conflict'),
    all: placed,
    notes: placed.filter(({ note }) => !ownSections.has(note.kind)),
    questions: ofKind('question').map((placedOne) => ({
      ...placedOne,
      addressee: placedOne.note.addressee ?? null,
      state: placedOne.note.questionState ?? 'open',
    })),
    speech,
    proposals: ofKind('proposal').map(({ note }) => proposalOf(note)),
    reservation: newest('reservation'),
    tasks: ofKind('task').map(({ note }) => note),
    speechMinutes: minutesToSay(speech),
  };
}

function placedNote(item: SheetAgendaItem, note: Annotation): SheetNote {
  const { source, selectors } = note.target;
  const document =
    source.type === 'document' ? (item.documents.find(({ id }) => id === source.document) ?? null) : null;
  const onPage = selectors.find((selector) => selector.type === 'PageSelector');
  const isThisFile = onPage?.type === 'PageSelector' && onPage.sha256 === document?.sha256;
  const page = isThisFile ? onPage.page - (document?.pages?.from ?? 1) + 1 : null;
  const first = document?.firstPackPage ?? null;
  return {
    note,
    quote: quoteOf(note),
    document: document?.title ?? null,
    page,
    packPage: page === null || first === null ? null : first + page - 1,
  };
}

/** Moved ones by their own order, the rest by page after them. */
function byOrder(a: SheetNote, b: SheetNote): number {
  const [own, other] = [a.note.order ?? Infinity, b.note.order ?? Infinity];
  if (own !== other) return own < other ? -1 : 1;
  return (a.packPage ?? 0) - (b.packPage ?? 0) || a.note.createdAt - b.note.createdAt;
}

/** Referral back needs its reason and who is to look into what; every proposal needs its words but those that only agree or put off. */
const neededParts: Readonly<Record<ProposalKind, readonly ProposalPart[]>> = {
  approval: [],
  rejection: ['reason'],
  amendment: ['text'],
  addition: ['text'],
  referBack: ['reason', 'addressee'],
  table: ['reason'],
};

function proposalOf(note: Annotation): SheetProposal {
  const kind = note.proposalKind ?? null;
  const parts = { text: note.text, reason: note.reason ?? '', addressee: note.addressee ?? '' };
  const needed: readonly ProposalPart[] = kind === null ? ['text'] : neededParts[kind];
  return {
    note,
    kind,
    text: note.text,
    reason: parts.reason,
    addressee: note.addressee ?? null,
    missing: needed.filter((part) => parts[part].trim() === ''),
  };
}

function minutesToSay(speech: readonly SheetNote[]): number {
  const words = speech
    .flatMap(({ note, quote }) => [note.text, quote])
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length;
  return Math.ceil(words / spokenWordsPerMinute);
}

/** What of a sheet the person has said something about: shown first, and what a summary of the meeting lists. */
export const isPrepared = (sheet: ItemSheet): boolean =>
  sheet.stance !== null ||
  sheet.conflict !== null ||
  sheet.reservation !== null ||
  [sheet.notes, sheet.questions, sheet.speech, sheet.proposals, sheet.tasks].some((part) => part.length > 0);
