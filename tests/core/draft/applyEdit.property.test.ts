import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOfDraft } from '../../../core/draft/agendaTree.ts';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import type { Draft } from '../../../core/draft/draft.ts';
import type { DraftEdit } from '../../../core/draft/draftEdit.ts';
import {
  beginHistory,
  redone,
  undone,
  withStep,
  type DraftHistory,
} from '../../../core/draft/draftHistory.ts';
import { neededContents } from '../../../core/draft/draftFiles.ts';
import { renumbered } from '../../../core/draft/numbering.ts';
import {
  agendaDraft,
  draftId,
  sampleDocument,
  sampleFile,
  sampleItem,
  sampleSeal,
} from '../../support/draftBuilders.ts';

const itemId = fc.integer({ min: 1, max: 8 }).map((n) => draftId('item', n));
const documentId = fc.integer({ min: 1, max: 8 }).map((n) => draftId('document', n));
const parent = fc.option(itemId);
const at = fc.integer({ min: 0, max: 4 });
const number = fc.option(fc.constantFrom('1', '3', '7', '2.1', '4 a'));

const someEdit: fc.Arbitrary<DraftEdit> = fc.oneof(
  fc.record({
    do: fc.constant('addItem' as const),
    item: fc
      .tuple(fc.integer({ min: 1, max: 8 }), number, fc.boolean())
      .map(([n, given, numberFixed]) => sampleItem(n, { number: given, numberFixed })),
    parent,
    at,
  }),
  fc.record({ do: fc.constant('moveItem' as const), itemId, parent, at }),
  fc.record({ do: fc.constant('removeItem' as const), itemId }),
  fc.record({
    do: fc.constant('setItem' as const),
    itemId,
    patch: fc.record({ title: fc.string(), number }, { requiredKeys: [] }),
  }),
  fc.record({
    do: fc.constant('splitItem' as const),
    itemId,
    documentIds: fc.array(documentId, { maxLength: 2 }),
    newId: itemId,
    title: fc.constant('Utbrutet'),
  }),
  fc.record({
    do: fc.constant('joinItems' as const),
    into: itemId,
    from: fc.array(itemId, { minLength: 1, maxLength: 2 }),
  }),
  fc.tuple(fc.integer({ min: 1, max: 8 }), itemId, at).map(([n, into, place]): DraftEdit => ({
    do: 'addDocuments',
    itemId: into,
    at: place,
    documents: [sampleDocument(n)],
    files: [sampleFile(`${n}.pdf`)],
  })),
  fc.record({
    do: fc.constant('cutDocument' as const),
    documentId,
    after: fc.subarray([1, 2, 3], { minLength: 1, maxLength: 2 }),
    newIds: fc.array(documentId, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    do: fc.constant('moveDocuments' as const),
    documentIds: fc.array(documentId, { minLength: 1, maxLength: 3 }),
    itemId,
    at,
  }),
  fc.record({
    do: fc.constant('removeDocuments' as const),
    documentIds: fc.array(documentId, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('setSeal' as const), itemId, seal: fc.option(fc.constant(sampleSeal())) }),
);

type Move = DraftEdit | 'undo' | 'redo';
const someMoves = fc.array(
  fc.oneof({ weight: 4, arbitrary: someEdit }, fc.constantFrom('undo' as const, 'redo' as const)),
  {
    maxLength: 40,
  },
);

function played(moves: readonly Move[]): DraftHistory {
  let history = beginHistory(agendaDraft());
  for (const move of moves) {
    if (move === 'undo') history = undone(history);
    else if (move === 'redo') history = redone(history);
    else {
      const edited = applyEdit(history.now, move);
      if (edited.ok) history = withStep(history, edited.value, move.do);
    }
  }
  return history;
}

const openFiles = (items: Draft['items'][number]['children']): (string | null)[] =>
  items
    .filter(({ seal }) => seal === null)
    .flatMap(({ documents, children }) => [...documents.map(({ file }) => file), ...openFiles(children)]);

describe('any sequence of edits', () => {
  it('comes back to the first draft by undoing, and to the last by redoing', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const last = played(moves);
        let history = last;
        while (history.past.length > 0) history = undone(history);
        expect(history.now).toEqual(agendaDraft());
        while (history.future.length > 0) history = redone(history);
        while (history.now !== last.now && history.past.length > last.past.length) history = undone(history);
        expect(history.now).toEqual(last.now);
      }),
      { numRuns: 150 },
    );
  });

  it('never gives an id twice, keeps every file that a document needs and no other', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const { now } = played(moves);
        const ids = idsOfDraft(now);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(now.files.map(({ sha256 }) => sha256))).toEqual(neededContents(now));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves numbers as numbering would give them', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const { now } = played(moves);
        if (now.items.length > 0 && moves.length > 0)
          expect(renumbered(now.items, now.numbering)).toEqual(now.items);
      }),
      { numRuns: 150 },
    );
  });

  it('never brings a document of a sealed item into the open unless its seal is lifted', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 40 }), (edits) => {
        const sealed = applyEdit(agendaDraft(), {
          do: 'setSeal',
          itemId: draftId('item', 2),
          seal: sampleSeal(),
        });
        if (!sealed.ok) throw new Error('cannot seal');
        let draft = sealed.value;
        for (const edit of edits) {
          const lifts = edit.do === 'setSeal' && edit.seal === null;
          const adds = edit.do === 'addDocuments' || edit.do === 'addItem';
          const edited = lifts || adds ? null : applyEdit(draft, edit);
          if (edited?.ok) draft = edited.value;
        }
        expect(openFiles(draft.items)).not.toContain(sampleFile('3.pdf').sha256);
      }),
      { numRuns: 400 },
    );
  });

  it('does not change the draft it was given', () => {
    fc.assert(
      fc.property(someEdit, (edit) => {
        const draft = agendaDraft();
        applyEdit(draft, edit);
        expect(draft).toEqual(agendaDraft());
      }),
    );
  });
});
