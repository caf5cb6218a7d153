import type {
  DocumentEntry,
  DocumentPosition,
  MeetingView,
  ReadingPlace,
} from '../../../core/library/views.ts';
import type { ReaderDocument } from '../../features/reader/readerTypes.ts';
import { agendaLines } from '../../features/agenda/agendaOrder.ts';

/** The page about the meeting itself. */
export const meetingPlace: ReadingPlace = { itemId: null, briefingId: null, documentId: null };

interface Owner {
  readonly itemId: string | null;
  readonly briefingId: string | null;
  readonly documents: readonly DocumentEntry[];
}

/** Every item and briefing in the order of the meeting. */
export function owners(view: MeetingView): readonly Owner[] {
  return [
    ...agendaLines(view.agenda).map(({ entry }) => ({
      itemId: entry.id,
      briefingId: null,
      documents: entry.documents,
    })),
    ...view.briefings.map((entry) => ({ itemId: null, briefingId: entry.id, documents: entry.documents })),
  ];
}

const isOwner = (owner: Owner, place: ReadingPlace): boolean =>
  owner.itemId === place.itemId && owner.briefingId === place.briefingId;

type OwnerIds = Pick<ReadingPlace, 'itemId' | 'briefingId'>;

export const sameOwner = (one: OwnerIds, other: OwnerIds): boolean =>
  one.itemId === other.itemId && one.briefingId === other.briefingId;

export function ownerOfDocument(view: MeetingView, documentId: string): Owner | null {
  return owners(view).find((owner) => owner.documents.some((document) => document.id === documentId)) ?? null;
}

/**
 * Where to begin: where the person was, if the pack still has it (a moved document is followed to its new item);
 * otherwise the first item with something to read.
 */
export function startingPlace(view: MeetingView): ReadingPlace {
  const all = owners(view);
  const last = view.lastPlace;
  if (last !== null) {
    const owner = all.find((candidate) => isOwner(candidate, last));
    if (owner !== undefined) {
      const isHere = owner.documents.some((document) => document.id === last.documentId);
      return isHere ? last : placeOf(owner);
    }
    const moved = last.documentId === null ? null : ownerOfDocument(view, last.documentId);
    if (moved !== null) return { ...placeOf(moved), documentId: last.documentId };
  }
  const first =
    all.find(
      (owner) => owner.briefingId !== null || owner.documents.some((document) => document.available),
    ) ?? all[0];
  return first === undefined ? meetingPlace : placeOf(first);
}

function placeOf(owner: Owner): ReadingPlace {
  return {
    itemId: owner.itemId,
    briefingId: owner.briefingId,
    // A briefing begins with its card, an item with its first document.
    documentId: owner.itemId === null ? null : (owner.documents[0]?.id ?? null),
  };
}

/** The documents shown one after another at a place, each with the newest known reading position. */
export function documentsAt(
  view: MeetingView,
  place: ReadingPlace,
  positions: ReadonlyMap<string, DocumentPosition>,
): readonly ReaderDocument[] {
  const owner = owners(view).find((candidate) => isOwner(candidate, place));
  return (owner?.documents ?? []).map((document) => ({
    ...document,
    position: positions.get(document.id) ?? document.position,
    itemId: owner?.itemId ?? null,
    briefingId: owner?.briefingId ?? null,
  }));
}

/** The document that holds a page of the pack; null when no open document does (a sealed item, or no such page). */
export function documentWithPackPage(view: MeetingView, packPage: number): DocumentEntry | null {
  return (
    owners(view)
      .flatMap((owner) => owner.documents)
      .find(
        ({ firstPackPage, pageCount }) =>
          firstPackPage !== null && packPage >= firstPackPage && packPage < firstPackPage + pageCount,
      ) ?? null
  );
}

/** The item or briefing before or after a place; the page about the meeting stands before them all. */
export function neighbour(view: MeetingView, place: ReadingPlace, step: 1 | -1): ReadingPlace | null {
  const all = owners(view);
  const index = all.findIndex((owner) => isOwner(owner, place)) + step;
  if (index === -1) return meetingPlace;
  const owner = all[index];
  return owner === undefined ? null : placeOf(owner);
}
