import type { AgendaItem, Instant, Manifest, PackDocument, UnitBriefing, Uuid } from './manifest.ts';
import { briefingAspects, itemAspects } from './holderAspects.ts';
import type { BriefingAspect, ItemAspect } from './holderAspects.ts';
import { documentHolders, placedItems } from './manifestWalk.ts';
import { movedIds } from './movedItems.ts';

/** `moved` only when nothing else changed; what is both changed and moved is `changed`. */
export type HolderChange = 'none' | 'new' | 'changed' | 'moved';

export interface ItemDifference {
  readonly change: HolderChange;
  /** Stands in another place among the items that both revisions have, or under another item. */
  readonly moved: boolean;
  /** The number it had, when that is another now: also when an item before it came or went. */
  readonly previousNumber: string | null;
  readonly aspects: readonly ItemAspect[];
}

export interface BriefingDifference {
  readonly change: 'none' | 'new' | 'changed';
  readonly aspects: readonly BriefingAspect[];
}

export interface DocumentDifference {
  /** `changed` when the bytes or the pages are others. */
  readonly change: 'none' | 'new' | 'changed';
  readonly previousTitle: string | null;
}

export interface MeetingDifference {
  /** Set when time or place is another now. */
  readonly movedFrom: { readonly start: Instant; readonly place: string | null } | null;
  readonly cancelled: boolean;
  /** Was cancelled and now takes place. */
  readonly reinstated: boolean;
  readonly previousTitle: string | null;
}

/** How a later manifest differs from an earlier one. Maps are by id and hold everything the later one has. */
export interface ManifestDifference {
  readonly meeting: MeetingDifference;
  readonly items: ReadonlyMap<Uuid, ItemDifference>;
  readonly withdrawnItems: readonly AgendaItem[];
  readonly briefings: ReadonlyMap<Uuid, BriefingDifference>;
  readonly withdrawnBriefings: readonly UnitBriefing[];
  readonly documents: ReadonlyMap<Uuid, DocumentDifference>;
  readonly withdrawnDocuments: readonly PackDocument[];
}

/** Whether two contents of a document are known to say the same although their bytes differ. */
export type SaysSame = (before: PackDocument, after: PackDocument) => boolean;

/** Compares two revisions of the same meeting, by id. Reads nothing but the manifests. */
export function manifestDifference(
  before: Manifest,
  after: Manifest,
  saysSame: SaysSame = () => false,
): ManifestDifference {
  const documentsBefore = byId(allDocuments(before));
  const documents = mapById(allDocuments(after), (document) =>
    documentDifference(documentsBefore.get(document.id), document, saysSame),
  );
  const changedDocuments = new Set(
    [...documents].filter(([, { change }]) => change !== 'none').map(([id]) => id),
  );
  const itemsBefore = byId(placedItems(before).map(({ item }) => item));
  const moved = movedIds(before, after);
  const itemsAfter = placedItems(after).map(({ item }) => item);
  const context = { before, after, changedDocuments };
  const briefingsBefore = byId(before.briefings);
  return {
    meeting: meetingDifference(before, after),
    items: mapById(itemsAfter, (item) => {
      const old = itemsBefore.get(item.id);
      return itemDifference(old, item, moved.has(item.id), old ? itemAspects(old, item, context) : []);
    }),
    withdrawnItems: withdrawn([...itemsBefore.values()], itemsAfter),
    briefings: mapById(after.briefings, (briefing) => {
      const old = briefingsBefore.get(briefing.id);
      const aspects = old ? briefingAspects(old, briefing, context) : [];
      return { change: old === undefined ? 'new' : aspects.length > 0 ? 'changed' : 'none', aspects };
    }),
    withdrawnBriefings: withdrawn(before.briefings, after.briefings),
    documents,
    withdrawnDocuments: withdrawn(allDocuments(before), allDocuments(after)),
  };
}

const allDocuments = (manifest: Manifest): readonly PackDocument[] =>
  documentHolders(manifest).flatMap(({ documents }) => documents);

const byId = <T extends { readonly id: Uuid }>(all: readonly T[]): ReadonlyMap<Uuid, T> =>
  new Map(all.map((one) => [one.id, one]));

const mapById = <T extends { readonly id: Uuid }, D>(
  all: readonly T[],
  make: (one: T) => D,
): ReadonlyMap<Uuid, D> => new Map(all.map((one) => [one.id, make(one)]));

function withdrawn<T extends { readonly id: Uuid }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const left = byId(after);
  return before.filter(({ id }) => !left.has(id));
}

function documentDifference(
  before: PackDocument | undefined,
  after: PackDocument,
  saysSame: SaysSame,
): DocumentDifference {
  if (before === undefined) return { change: 'new', previousTitle: null };
  const sameContent =
    before.sha256 === after.sha256 &&
    before.pages?.from === after.pages?.from &&
    before.pages?.to === after.pages?.to;
  return {
    change: sameContent || saysSame(before, after) ? 'none' : 'changed',
    previousTitle: before.title === after.title ? null : before.title,
  };
}

function itemDifference(
  before: AgendaItem | undefined,
  after: AgendaItem,
  moved: boolean,
  aspects: readonly ItemAspect[],
): ItemDifference {
  if (before === undefined) return { change: 'new', moved: false, previousNumber: null, aspects };
  const change = aspects.length > 0 ? 'changed' : moved ? 'moved' : 'none';
  return { change, moved, previousNumber: before.number === after.number ? null : before.number, aspects };
}

function meetingDifference({ meeting: before }: Manifest, { meeting: after }: Manifest): MeetingDifference {
  // The same moment written with another offset is no move.
  const sameTime = Date.parse(before.start) === Date.parse(after.start);
  return {
    movedFrom: sameTime && before.place === after.place ? null : { start: before.start, place: before.place },
    cancelled: before.state === 'scheduled' && after.state === 'cancelled',
    reinstated: before.state === 'cancelled' && after.state === 'scheduled',
    previousTitle: before.title === after.title ? null : before.title,
  };
}
