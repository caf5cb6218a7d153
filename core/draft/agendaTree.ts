import type { Uuid } from '../pack/manifest.ts';
import type { Draft, DraftDocument, DraftItem } from './draft.ts';

/** An item of a draft with where it stands. */
export interface PlacedDraftItem {
  readonly item: DraftItem;
  /** From the top; empty for an item of its own. */
  readonly ancestors: readonly DraftItem[];
  /** 0-based place among its siblings. */
  readonly at: number;
}

/** All items in reading order: an item, its children, then the next. */
export function placedDraftItems(
  items: readonly DraftItem[],
  ancestors: readonly DraftItem[] = [],
): readonly PlacedDraftItem[] {
  return items.flatMap((item, at) => [
    { item, ancestors, at },
    ...placedDraftItems(item.children, [...ancestors, item]),
  ]);
}

/** The item and everything below it, in reading order. */
export const itemAndBelow = (item: DraftItem): readonly DraftItem[] => [
  item,
  ...item.children.flatMap(itemAndBelow),
];

/** All items in reading order, without their places. */
export const allDraftItems = (items: readonly DraftItem[]): readonly DraftItem[] =>
  items.flatMap(itemAndBelow);

/** The item with this id and where it stands, or null. */
export const findDraftItem = (items: readonly DraftItem[], id: Uuid): PlacedDraftItem | null =>
  placedDraftItems(items).find(({ item }) => item.id === id) ?? null;

/** The document with this id and the item that has it, or null. */
export function findDraftDocument(
  items: readonly DraftItem[],
  id: Uuid,
): { readonly item: DraftItem; readonly document: DraftDocument } | null {
  for (const item of allDraftItems(items)) {
    const document = item.documents.find((each) => each.id === id);
    if (document !== undefined) return { item, document };
  }
  return null;
}

/** The seal that keeps an item closed: its own, or that of the item it stands under; null when it is open. */
export function sealingItem({ item, ancestors }: PlacedDraftItem): DraftItem | null {
  return [...ancestors, item].find(({ seal }) => seal !== null) ?? null;
}

/** The tree with `change` done to every item of which `ids` speaks; all others stay the same objects. */
export function changeItems(
  items: readonly DraftItem[],
  ids: ReadonlySet<Uuid>,
  change: (item: DraftItem) => DraftItem,
): DraftItem[] {
  return items.map((item) => {
    const children = changeItems(item.children, ids, change);
    const isSame = children.every((child, at) => child === item.children[at]);
    const kept = isSame ? item : { ...item, children };
    return ids.has(item.id) ? change(kept) : kept;
  });
}

/** The tree without these items and what stands below them. */
export function withoutItems(items: readonly DraftItem[], ids: ReadonlySet<Uuid>): DraftItem[] {
  return items
    .filter(({ id }) => !ids.has(id))
    .map((item) => {
      const children = withoutItems(item.children, ids);
      return children.length === item.children.length &&
        children.every((child, at) => child === item.children[at])
        ? item
        : { ...item, children };
    });
}

/** The tree with `added` below `parent` (null: at the top) at a 0-based place; a place past the end means the end. */
export function withItemsAt(
  items: readonly DraftItem[],
  added: readonly DraftItem[],
  { parent, at }: { readonly parent: Uuid | null; readonly at: number },
): DraftItem[] {
  if (parent === null) return items.toSpliced(at, 0, ...added);
  return changeItems(items, new Set([parent]), (item) => ({
    ...item,
    children: item.children.toSpliced(at, 0, ...added),
  }));
}

/** All ids that stand in a draft: items, documents, briefings and what they consist of are one name space. */
export function idsOfDraft(draft: Pick<Draft, 'items' | 'briefings'>): readonly Uuid[] {
  return [...allDraftItems(draft.items).flatMap(idsOfItem), ...draft.briefings.flatMap(idsOfBriefing)];
}

/** Ids of a briefing and its documents. */
export const idsOfBriefing = ({ id, documents }: Draft['briefings'][number]): readonly Uuid[] => [
  id,
  ...documents.map((document) => document.id),
];

/** Ids of an item itself and its documents, children left out. */
export const idsOfItem = ({ id, documents }: DraftItem): readonly Uuid[] => [
  id,
  ...documents.map((document) => document.id),
];
