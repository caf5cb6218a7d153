import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import { beginHistory, redone, undone, withStep } from '../../../core/draft/draftHistory.ts';
import type { DraftEdit } from '../../../core/draft/draftEdit.ts';
import type { Draft } from '../../../core/draft/draft.ts';
import { lockedItemOf } from '../../../core/draft/editedItems.ts';
import { draftId, sampleDraft, sampleItem } from '../../support/draftBuilders.ts';

const id = (n: number) => draftId('item', n);
const draft = sampleDraft({ items: [1, 2, 3, 4].map((n) => sampleItem(n)) });
const done = (edit: DraftEdit, from: Draft = draft): Draft => {
  const edited = applyEdit(from, edit);
  if (!edited.ok) throw new Error(JSON.stringify(edited.error));
  return edited.value;
};
const idsOf = ({ items }: Draft) => items.map((item) => item.id);

const edits: readonly [string, DraftEdit, (after: Draft) => unknown, unknown][] = [
  [
    'changes',
    { do: 'setItems', itemIds: [id(1), id(3)], patch: { itemKind: 'information' } },
    ({ items }) => items.map(({ itemKind }) => itemKind),
    ['information', 'decision', 'information', 'decision'],
  ],
  ['removes', { do: 'removeItems', itemIds: [id(1), id(3)] }, idsOf, [id(2), id(4)]],
  [
    'moves',
    {
      do: 'moveItems',
      moves: [
        { itemId: id(3), parent: null, at: 0 },
        { itemId: id(4), parent: null, at: 1 },
      ],
    },
    idsOf,
    [id(3), id(4), id(1), id(2)],
  ],
];

describe('an edit of several items', () => {
  it.each(edits)('%s them in one, and is taken back and done again in one', (_name, edit, look, expected) => {
    const before = done({ do: 'setItems', itemIds: [1, 2, 3, 4].map(id), patch: { itemKind: 'decision' } });
    const after = done(edit, before);
    expect(look(after)).toEqual(expected);
    const history = withStep(beginHistory(before), after, edit.do);
    expect(undone(history).now).toBe(before);
    expect(redone(undone(history)).now).toBe(after);
  });

  it('does nothing when one of them is not there', () => {
    const edited = applyEdit(draft, { do: 'removeItems', itemIds: [id(1), id(99)] });
    expect(edited).toMatchObject({ ok: false, error: { code: 'draftEdit' } });
    expect(idsOf(draft)).toHaveLength(4);
  });

  it('numbers the items anew', () => {
    const after = done({ do: 'removeItems', itemIds: [id(1), id(2)] });
    expect(after.items.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('leaves locked items as they are', () => {
    const locked = new Set([id(2)]);
    expect(lockedItemOf({ do: 'setItems', itemIds: [id(1), id(2)], patch: {} }, locked)).toBe(id(2));
    expect(lockedItemOf({ do: 'moveItems', moves: [{ itemId: id(1), parent: id(2), at: 0 }] }, locked)).toBe(
      id(2),
    );
    expect(lockedItemOf({ do: 'removeItems', itemIds: [id(2)] }, locked)).toBeNull();
  });
});
