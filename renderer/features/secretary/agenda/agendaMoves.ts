import type { Draft, DraftItem } from '../../../../core/draft/draft.ts';
import type { DraftEdit } from '../../../../core/draft/draftEdit.ts';
import { moveItem } from '../../../../core/draft/itemEdits.ts';
import { itemOf, lineOf, topmost, withParts } from './agendaLines.ts';

export type Move = Extract<DraftEdit, { do: 'moveItem' }>;
export type Direction = 'up' | 'down' | 'in' | 'out';

const childrenOf = (items: readonly DraftItem[], parent: string | null): readonly DraftItem[] =>
  parent === null ? items : (itemOf(items, parent)?.children ?? []);

/** Where an item goes by key; null where it cannot go further. `at` counts places after the item was taken out. */
export function moveByKey(items: readonly DraftItem[], itemId: string, direction: Direction): Move | null {
  const line = lineOf(items, itemId);
  if (line === null) return null;
  const { parentId, index, siblingCount } = line;
  const move = (parent: string | null, at: number): Move => ({ do: 'moveItem', itemId, parent, at });
  switch (direction) {
    case 'up':
      return index > 0 ? move(parentId, index - 1) : null;
    case 'down':
      return index < siblingCount - 1 ? move(parentId, index + 1) : null;
    case 'in': {
      const before = childrenOf(items, parentId)[index - 1];
      return before === undefined ? null : move(before.id, before.children.length);
    }
    case 'out': {
      const parent = parentId === null ? null : lineOf(items, parentId);
      return parent === null ? null : move(parent.parentId, parent.index + 1);
    }
  }
}

/** Moves of several items by key, each right once those before it are done; they end at the first that cannot go on. */
export function movesByKey(draft: Draft, ids: ReadonlySet<string>, direction: Direction): readonly Move[] {
  const inOrder = topmost(draft.items, ids).map(({ item }) => item.id);
  // So that none stops at one that moves after it.
  const order = direction === 'down' || direction === 'out' ? inOrder.toReversed() : inOrder;
  const moves: Move[] = [];
  let now = draft;
  for (const id of order) {
    const move = moveByKey(now.items, id, direction);
    const moved = move === null ? null : moveItem(now, move);
    if (move === null || moved?.ok !== true) break;
    moves.push(move);
    now = moved.value;
  }
  return moves;
}

export interface DropPlace {
  readonly itemId: string;
  readonly position: 'before' | 'after' | 'on';
}

/** Whether items may be dropped there: not into themselves. */
export function canDrop(items: readonly DraftItem[], ids: ReadonlySet<string>, place: DropPlace): boolean {
  return topmost(items, ids).every(({ item }) => !withParts(item).some(({ id }) => id === place.itemId));
}

/** Moves that put items, in their order, where they were dropped. Each is right once those before it are done. */
export function movesByDrop(
  items: readonly DraftItem[],
  ids: ReadonlySet<string>,
  place: DropPlace,
): readonly Move[] {
  const target = lineOf(items, place.itemId);
  const moved = topmost(items, ids);
  if (target === null || !canDrop(items, ids, place)) return [];
  const parent = place.position === 'on' ? place.itemId : target.parentId;
  const isMoved = new Set(moved.map(({ item }) => item.id));
  const staying = childrenOf(items, parent).filter(({ id }) => !isMoved.has(id));
  const targetAt = staying.findIndex(({ id }) => id === place.itemId);
  const first =
    place.position === 'on' ? staying.length : place.position === 'before' ? targetAt : targetAt + 1;
  // Those not moved yet may still stand before the place they go to.
  const waiting = new Set(moved.filter(({ parentId }) => parentId === parent).map(({ item }) => item.id));
  const order = childrenOf(items, parent).map(({ id }) => id);
  const before = staying[first]?.id;
  return moved.map(({ item }, step) => {
    waiting.delete(item.id);
    const end = before === undefined ? order.length : order.indexOf(before);
    const stillBefore = order.slice(0, end).filter((id) => waiting.has(id)).length;
    return { do: 'moveItem', itemId: item.id, parent, at: first + step + stillBefore };
  });
}
