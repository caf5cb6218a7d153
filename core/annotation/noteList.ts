import type { Uuid } from '../pack/manifest.ts';
import type { Annotation, AnnotationKind, HighlightColour, NoteClass, Selector } from './annotation.ts';
import { hasTag } from './tags.ts';

/** The order of things in a meeting; a MeetingView fits. */
export interface MeetingOrder {
  readonly agenda: readonly ItemOrder[];
  readonly briefings: readonly BriefingOrder[];
}

export interface ItemOrder {
  readonly id: Uuid;
  readonly documents: readonly { readonly id: Uuid }[];
  readonly children: readonly ItemOrder[];
}

export interface BriefingOrder {
  readonly id: Uuid;
  readonly documents: readonly { readonly id: Uuid }[];
  readonly sections: readonly { readonly points: readonly { readonly id: Uuid }[] }[];
  readonly keyFigures: readonly { readonly id: Uuid }[];
  readonly commitments: readonly { readonly id: Uuid }[];
}

/** Under which heading of the list a note stands. `elsewhere`: its item is no longer in the pack. */
export type NoteHeading =
  | { readonly type: 'meeting' }
  | { readonly type: 'item'; readonly item: Uuid }
  | { readonly type: 'briefing'; readonly briefing: Uuid }
  | { readonly type: 'elsewhere' };

export interface NoteGroup {
  readonly heading: NoteHeading;
  /** By place. */
  readonly notes: readonly Annotation[];
}

/** Every empty or missing member lets everything through. */
export interface NoteFilter {
  readonly kinds?: readonly AnnotationKind[];
  readonly noteClasses?: readonly NoteClass[];
  readonly colours?: readonly HighlightColour[];
  /** Names of tags: notes with any of them. */
  readonly tags?: readonly string[];
  /** Each word must occur in the note's text, its tags or the marked text; capitals do not matter. */
  readonly text?: string;
}

/**
 * The meeting's notes in reading order: the meeting, items as on the agenda, briefings; within each the thing itself,
 * then its documents from the first page down. Notes whose place is gone come last; none is left out.
 */
export function groupNotes(notes: readonly Annotation[], order: MeetingOrder): readonly NoteGroup[] {
  const places = placesOf(order);
  const placed = notes.map((note) => ({ note, place: placeOf(note, places) }));
  placed.sort(
    (a, b) =>
      comparePlaces(a.place, b.place) || a.note.createdAt - b.note.createdAt || compare(a.note.id, b.note.id),
  );
  const groups: { heading: NoteHeading; rank: number; notes: Annotation[] }[] = [];
  for (const { note, place } of placed) {
    const last = groups.at(-1);
    if (last?.rank === place.groupRank) last.notes.push(note);
    else groups.push({ heading: place.heading, rank: place.groupRank, notes: [note] });
  }
  return groups.map(({ heading, notes: members }) => ({ heading, notes: members }));
}

/** The same order without headings. */
export const sortNotes = (notes: readonly Annotation[], order: MeetingOrder): readonly Annotation[] =>
  groupNotes(notes, order).flatMap((group) => group.notes);

export function filterNotes(notes: readonly Annotation[], filter: NoteFilter): readonly Annotation[] {
  const words = searchable(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return notes.filter(
    (note) =>
      lets(filter.kinds, note.kind) &&
      lets(filter.noteClasses, note.noteClass) &&
      lets(filter.colours, note.colour) &&
      (filter.tags === undefined ||
        filter.tags.length === 0 ||
        filter.tags.some((name) => hasTag(note, name))) &&
      (words.length === 0 || hasWords(note, words)),
  );
}

/** The text that was marked, '' for a note without one. */
export function quoteOf(note: Pick<Annotation, 'target'>): string {
  for (const selector of note.target.selectors) {
    if (selector.type === 'TextQuoteSelector') return selector.exact;
  }
  return '';
}

function lets<T>(allowed: readonly T[] | undefined, value: T | null): boolean {
  if (allowed === undefined || allowed.length === 0) return true;
  return value !== null && allowed.includes(value);
}

function hasWords(note: Annotation, words: readonly string[]): boolean {
  const tags = note.tags?.map(({ name }) => name) ?? [];
  const text = searchable([note.text, ...note.conflictingTexts, quoteOf(note), ...tags].join('\n'));
  return words.every((word) => text.includes(word));
}

const searchable = (text: string): string => text.normalize('NFC').toLowerCase();

interface Place {
  readonly heading: NoteHeading;
  readonly groupRank: number;
  /** Within the heading: 0 the thing itself, then points, figures and documents in order. */
  readonly partRank: number;
  readonly position: readonly number[];
}

interface Places {
  /** Ids of items, briefings, documents, points and figures. */
  readonly known: ReadonlyMap<Uuid, Omit<Place, 'position'>>;
  /** A document in one item, when the same document stands in several. */
  readonly inItem: ReadonlyMap<string, Omit<Place, 'position'>>;
}

const meetingPlace = { heading: { type: 'meeting' }, groupRank: 0, partRank: 0 } as const;
const elsewhere = { heading: { type: 'elsewhere' }, groupRank: Infinity, partRank: 0 } as const;

function placesOf(order: MeetingOrder): Places {
  const known = new Map<Uuid, Omit<Place, 'position'>>();
  const inItem = new Map<string, Omit<Place, 'position'>>();
  let groupRank = 0;
  const addGroup = (heading: NoteHeading, own: Uuid, parts: readonly { readonly id: Uuid }[]): void => {
    groupRank += 1;
    [{ id: own }, ...parts].forEach(({ id }, partRank) => {
      const place = { heading, groupRank, partRank };
      if (!known.has(id)) known.set(id, place);
      inItem.set(`${own} ${id}`, place);
    });
  };
  const addItem = (item: ItemOrder): void => {
    addGroup({ type: 'item', item: item.id }, item.id, item.documents);
    item.children.forEach(addItem);
  };
  order.agenda.forEach(addItem);
  for (const briefing of order.briefings) {
    const points = briefing.sections.flatMap((section) => section.points);
    const { keyFigures, commitments, documents } = briefing;
    const parts = [...points, ...keyFigures, ...commitments, ...documents];
    addGroup({ type: 'briefing', briefing: briefing.id }, briefing.id, parts);
  }
  return { known, inItem };
}

function placeOf(note: Annotation, { known, inItem }: Places): Place {
  const position = positionOf(note.target.selectors);
  const { source } = note.target;
  switch (source.type) {
    case 'meeting':
      return { ...meetingPlace, position };
    case 'item':
      return { ...(known.get(source.item) ?? elsewhere), position };
    case 'document': {
      const inThisItem = source.item === null ? undefined : inItem.get(`${source.item} ${source.document}`);
      // A document that moved takes its notes along.
      return { ...(inThisItem ?? known.get(source.document) ?? elsewhere), position };
    }
    case 'briefing':
      return { ...(known.get(source.briefing) ?? elsewhere), position };
    case 'point':
      return { ...(known.get(source.point) ?? known.get(source.briefing) ?? elsewhere), position };
    case 'keyFigure':
      return { ...(known.get(source.keyFigure) ?? known.get(source.briefing) ?? elsewhere), position };
    case 'commitment':
      return { ...(known.get(source.commitment) ?? known.get(source.briefing) ?? elsewhere), position };
  }
}

/** Page, then from the top down, then from the left. Heights of a PDF page are counted from its foot. */
function positionOf(selectors: readonly Selector[]): readonly number[] {
  const page = selectors.find((selector) => selector.type === 'PageSelector');
  const text = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const quad = page?.quads[0];
  const top = quad?.[1] === undefined ? -Infinity : -quad[1];
  return [page?.page ?? 0, text?.start ?? -1, top, quad?.[0] ?? 0];
}

function comparePlaces(a: Place, b: Place): number {
  const own = compare(a.groupRank, b.groupRank) || compare(a.partRank, b.partRank);
  if (own !== 0) return own;
  for (const [index, value] of a.position.entries()) {
    const difference = compare(value, b.position[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
