import type { AgendaEntry, BriefingEntry, DocumentEntry, MeetingView } from '../../../core/library/views.ts';

/** What a note belongs to on screen. `gone`: the pack no longer has it; the note is kept and shown all the same. */
export type NoteOwner =
  | { readonly type: 'meeting' }
  | { readonly type: 'item'; readonly id: string }
  | { readonly type: 'briefing'; readonly id: string }
  | { readonly type: 'gone' };

export interface DocumentPlace {
  readonly document: DocumentEntry;
  readonly owner: NoteOwner;
  readonly ownerIndex: number;
  readonly documentIndex: number;
}

/** Where everything of a meeting stands, looked up by the pack's ids. */
export interface MeetingPlaces {
  readonly items: ReadonlyMap<string, { readonly entry: AgendaEntry; readonly index: number }>;
  readonly briefings: ReadonlyMap<string, { readonly entry: BriefingEntry; readonly index: number }>;
  readonly documents: ReadonlyMap<string, DocumentPlace>;
}

const allItems = (agenda: readonly AgendaEntry[]): readonly AgendaEntry[] =>
  agenda.flatMap((entry) => [entry, ...allItems(entry.children)]);

export function meetingPlaces(view: MeetingView): MeetingPlaces {
  const items = allItems(view.agenda);
  const documents = new Map<string, DocumentPlace>();
  const place = (owner: NoteOwner, ownerIndex: number, list: readonly DocumentEntry[]): void => {
    list.forEach((document, documentIndex) =>
      documents.set(document.id, { document, owner, ownerIndex, documentIndex }),
    );
  };
  items.forEach((entry, index) => place({ type: 'item', id: entry.id }, index + 1, entry.documents));
  view.briefings.forEach((entry, index) =>
    place({ type: 'briefing', id: entry.id }, items.length + index + 1, entry.documents),
  );
  return {
    items: new Map(items.map((entry, index) => [entry.id, { entry, index: index + 1 }])),
    briefings: new Map(
      view.briefings.map((entry, index) => [entry.id, { entry, index: items.length + index + 1 }]),
    ),
    documents,
  };
}

export const ownerKey = (owner: NoteOwner): string =>
  'id' in owner ? `${owner.type}:${owner.id}` : owner.type;

export const sameOwner = (one: NoteOwner, other: NoteOwner): boolean => ownerKey(one) === ownerKey(other);
