import type { AgendaEntry, BriefingEntry, ReadingPlace } from '../../../core/library/views.ts';

/** Keys of the rows of the agenda's tree. */
export const meetingKey = 'meeting';
export const itemKey = (id: string): string => `item:${id}`;
export const briefingKey = (id: string): string => `briefing:${id}`;
export const documentKey = (id: string): string => `document:${id}`;

/** The row of the item or briefing a place belongs to. */
export function ownerKey(place: ReadingPlace): string {
  if (place.itemId !== null) return itemKey(place.itemId);
  return place.briefingId === null ? meetingKey : briefingKey(place.briefingId);
}

/** The row of the document in view, or of its item while its documents are folded away. */
export function currentKey(place: ReadingPlace, expanded: ReadonlySet<string>): string {
  const owner = ownerKey(place);
  return place.documentId !== null && expanded.has(owner) ? documentKey(place.documentId) : owner;
}

export function everyParent(
  agenda: readonly AgendaEntry[],
  briefings: readonly BriefingEntry[],
): ReadonlySet<string> {
  return new Set([...itemKeys(agenda), ...briefings.map((entry) => briefingKey(entry.id))]);
}

/** Items that hold other items stay open: an item must never be hidden by itself. */
export function parentsOfItems(agenda: readonly AgendaEntry[]): readonly string[] {
  return agenda.flatMap((entry) =>
    entry.children.length === 0 ? [] : [itemKey(entry.id), ...parentsOfItems(entry.children)],
  );
}

const itemKeys = (agenda: readonly AgendaEntry[]): readonly string[] =>
  agenda.flatMap((entry) => [itemKey(entry.id), ...itemKeys(entry.children)]);
