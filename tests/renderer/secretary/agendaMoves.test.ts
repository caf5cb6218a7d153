import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDraftItems } from '../../../core/draft/agendaTree.ts';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import type { Draft, DraftItem } from '../../../core/draft/draft.ts';
import { agendaLines } from '../../../renderer/features/secretary/agenda/agendaLines.ts';
import {
  canDrop,
  moveByKey,
  movesByDrop,
  movesByKey,
} from '../../../renderer/features/secretary/agenda/agendaMoves.ts';
import { sampleDraft, sampleItem } from './secretaryBuilders.ts';

const tree = [
  sampleItem(1, 'a'),
  sampleItem(2, 'b', { children: [sampleItem(3, 'b1'), sampleItem(4, 'b2')] }),
  sampleItem(5, 'c'),
  sampleItem(6, 'd'),
];
const idOf = (title: string): string => allDraftItems(tree).find((item) => item.title === title)?.id ?? '';
const ids = (...titles: string[]): ReadonlySet<string> => new Set(titles.map(idOf));
const drawn = (items: readonly DraftItem[]): string =>
  agendaLines(items)
    .map(({ item, level }) => `${'-'.repeat(level)}${item.title}`)
    .join(' ');

function after(draft: Draft, edits: readonly Parameters<typeof applyEdit>[1][]): Draft {
  return edits.reduce((now, edit) => {
    const done = applyEdit(now, edit);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  }, draft);
}
const draft = sampleDraft({ items: tree });

describe('moving items by key', () => {
  it.each([
    ['c', 'up', 'a c b -b1 -b2 d'],
    ['a', 'down', 'b -b1 -b2 a c d'],
    ['c', 'in', 'a b -b1 -b2 -c d'],
    ['b1', 'out', 'a b -b2 b1 c d'],
  ] as const)('moves %s %s', (title, direction, expected) => {
    const move = moveByKey(draft.items, idOf(title), direction);
    expect(move).not.toBeNull();
    expect(drawn(after(draft, move === null ? [] : [move]).items)).toBe(expected);
  });

  it.each([
    ['a', 'up'],
    ['d', 'down'],
    ['a', 'in'],
    ['a', 'out'],
    ['b1', 'up'],
  ] as const)('leaves %s where it is when it cannot go %s', (title, direction) => {
    expect(moveByKey(draft.items, idOf(title), direction)).toBeNull();
  });

  const moved = (titles: readonly string[], direction: 'up' | 'down' | 'in' | 'out'): string => {
    const moves = movesByKey(draft, ids(...titles), direction);
    return drawn(after(draft, [{ do: 'moveItems', moves: [...moves] }]).items);
  };

  it('moves several as one, so that none stops at the next', () => {
    expect(moved(['a', 'b'], 'down')).toBe('c a b -b1 -b2 d');
    expect(moved(['c', 'd'], 'up')).toBe('a c d b -b1 -b2');
    expect(moved(['c', 'd'], 'in')).toBe('a b -b1 -b2 -c -d');
    expect(moved(['b1', 'b2'], 'out')).toBe('a b b1 b2 c d');
  });

  it('moves an item with its parts, and none of several past the first that cannot move', () => {
    expect(movesByKey(draft, ids('b', 'b1'), 'up')).toHaveLength(1);
    expect(movesByKey(draft, ids('a', 'b'), 'up')).toEqual([]);
  });
});

describe('dropping items', () => {
  it.each([
    [['c'], 'a', 'before', 'c a b -b1 -b2 d'],
    [['a', 'c'], 'd', 'after', 'b -b1 -b2 d a c'],
    [['d', 'a'], 'b1', 'after', 'b -b1 -a -d -b2 c'],
    [['a', 'd'], 'c', 'on', 'b -b1 -b2 c -a -d'],
    [['a', 'c', 'd'], 'b', 'before', 'a c d b -b1 -b2'],
  ] as const)('puts %j where they were dropped: %s %s', (titles, target, position, expected) => {
    const moves = movesByDrop(draft.items, ids(...titles), { itemId: idOf(target), position });
    expect(drawn(after(draft, moves).items)).toBe(expected);
  });

  it('never puts an item into itself', () => {
    expect(canDrop(draft.items, ids('b'), { itemId: idOf('b1'), position: 'on' })).toBe(false);
    expect(movesByDrop(draft.items, ids('b'), { itemId: idOf('b1'), position: 'after' })).toEqual([]);
  });

  it('keeps every item, and the dropped ones side by side in their order', () => {
    const all = allDraftItems(tree).map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.subarray(all, { minLength: 1 }),
        fc.constantFrom(...all),
        fc.constantFrom('before' as const, 'after' as const, 'on' as const),
        (chosen, itemId, position) => {
          const moved = new Set(chosen);
          fc.pre(!moved.has(itemId) && canDrop(draft.items, moved, { itemId, position }));
          const { items } = after(draft, movesByDrop(draft.items, moved, { itemId, position }));
          expect(
            allDraftItems(items)
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual([...all].toSorted());
          const tops = agendaLines(items).filter(({ item }) => moved.has(item.id));
          const own = tops.filter(({ parentId }) => parentId === null || !moved.has(parentId));
          expect(new Set(own.map(({ parentId }) => parentId)).size).toBe(1);
          const places = own.map(({ index }) => index);
          expect(places).toEqual(places.map((_, step) => (places[0] ?? 0) + step));
        },
      ),
      { numRuns: 150 },
    );
  });
});
