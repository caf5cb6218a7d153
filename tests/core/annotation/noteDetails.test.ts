import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotationDraft } from '../../../core/annotation/annotation.ts';
import { changesToAdd, changesToEdit, toOperations } from '../../../core/annotation/changes.ts';
import type { Change } from '../../../core/annotation/changes.ts';
import {
  editedStep,
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
} from '../../../core/annotation/history.ts';
import { clockStart } from '../../../core/annotation/clock.ts';
import type { NoteDetails } from '../../../core/annotation/noteDetails.ts';
import { detailsOf, questionStates, stances, unsetDetails } from '../../../core/annotation/noteDetails.ts';
import type { NotesState } from '../../../core/annotation/notesState.ts';
import { createNotesState } from '../../../core/annotation/notesState.ts';
import { testId } from '../../support/testManifest.ts';

const id = testId('part', 1);
const draft: AnnotationDraft = {
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: { meeting: testId('meeting', 1), source: { type: 'meeting' }, selectors: [] },
  text: 'Fråga om tidplanen',
};
const details: fc.Arbitrary<NoteDetails> = fc.record(
  {
    tags: fc.uniqueArray(
      fc.record({ name: fc.string({ minLength: 1, maxLength: 20 }), colour: fc.constant('green' as const) }),
      { maxLength: 3, selector: ({ name }) => name },
    ),
    due: fc.option(fc.constantFrom('2026-12-01', '2027-01-15')),
    done: fc.boolean(),
    stance: fc.option(fc.constantFrom(...stances)),
    addressee: fc.option(fc.string({ maxLength: 30 })),
    questionState: fc.constantFrom(...questionStates),
  },
  { requiredKeys: [] },
);

/** Writes changes as the notes service does. */
function writer(): { readonly state: NotesState; readonly write: (changes: readonly Change[]) => void } {
  const state = createNotesState();
  let count = 0;
  let last = clockStart;
  return {
    state,
    write: (changes) => {
      const ids = changes.map(() => `device:epoch:${(count += 1)}`);
      const operations = toOperations(changes, ids, last, 1_700_000_000_000);
      for (const operation of operations) state.add(operation);
      last = operations.at(-1)?.clock ?? last;
    },
  };
}

function noteIn(state: NotesState) {
  const note = state.annotation(id);
  if (note === null) throw new Error('the note is gone');
  return note;
}

describe('what notes say beside their text', () => {
  test('is there from the first moment when the draft has it', () => {
    fc.assert(
      fc.property(details, (wanted) => {
        const { state, write } = writer();
        write(changesToAdd(id, { ...draft, ...wanted }));
        expect(detailsOf(noteIn(state))).toEqual(detailsOf(wanted));
      }),
      { seed: 1 },
    );
  });

  test('changes by itself, is taken back to what it was, and comes again', () => {
    fc.assert(
      fc.property(details, details, (first, second) => {
        const { state, write } = writer();
        write(changesToAdd(id, { ...draft, ...first }));
        const before = noteIn(state);
        const changes = changesToEdit(state, before, second);
        if (changes.length === 0) return;
        write(changes);
        const after = noteIn(state);
        const history = recordStep(emptyHistory, editedStep(before, second));
        const undone = planUndo(state, history);
        if (undone === null) throw new Error('nothing to take back');
        write(undone.changes);
        expect({ ...unsetDetails, ...detailsOf(noteIn(state)) }).toEqual({
          ...unsetDetails,
          ...detailsOf(before),
        });
        const redone = planRedo(state, undone.history);
        if (redone === null) throw new Error('nothing to do again');
        write(redone.changes);
        expect({ ...unsetDetails, ...detailsOf(noteIn(state)) }).toEqual({
          ...unsetDetails,
          ...detailsOf(after),
        });
      }),
      { seed: 2 },
    );
  });

  test('writes nothing for what it says already', () => {
    const { state, write } = writer();
    write(changesToAdd(id, { ...draft, due: '2026-12-01' }));
    expect(changesToEdit(state, noteIn(state), { due: '2026-12-01', done: false, tags: [] })).toEqual([]);
  });

  test('leaves a value of a newer Beredd aside and shows the rest', () => {
    const { state, write } = writer();
    write(changesToAdd(id, draft));
    state.add({
      id: 'other:epoch:1',
      clock: '1800000000000-0000',
      target: id,
      field: 'stance',
      value: 'abstainLoudly',
      replaces: [],
    });
    expect(noteIn(state).stance).toBeUndefined();
    expect(noteIn(state).text).toBe(draft.text);
  });
});
