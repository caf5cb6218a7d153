import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationKinds, type Annotation } from '../../../core/annotation/annotation.ts';
import { convertibleKinds, convertNote } from '../../../core/annotation/convertNote.ts';
import {
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
  severalSteps,
  type NoteHistory,
  type PlannedStep,
} from '../../../core/annotation/history.ts';
import { actsToMerge } from '../../../core/annotation/mergeNotes.ts';
import { unsetDetails } from '../../../core/annotation/noteDetails.ts';
import { planActs, type NoteAct } from '../../../core/annotation/noteActs.ts';
import { actsToTag } from '../../../core/annotation/tags.ts';
import { partWords } from './partWords.ts';
import { device, draft, noteId } from './someNotes.ts';

function person() {
  const own = device('laptop');
  let history: NoteHistory = emptyHistory;
  const follow = (plan: PlannedStep | null) => {
    if (plan === null) return null;
    own.apply(plan.changes);
    history = plan.history;
    return { id: plan.id, what: plan.what, count: plan.count };
  };
  return {
    own,
    notes: () => own.state.annotations(),
    act: (acts: readonly NoteAct[]) => {
      const plan = planActs(own.state, acts);
      if (plan === null || plan.steps.length === 0) return plan?.steps.length ?? null;
      own.apply(plan.changes);
      history = recordStep(history, severalSteps(plan.steps));
      return plan.steps.length;
    },
    undo: () => follow(planUndo(own.state, history)),
    redo: () => follow(planRedo(own.state, history)),
  };
}

const add = (number: number, text: string, more = {}): NoteAct => ({
  what: 'add',
  id: noteId(number),
  draft: draft({ text, ...more }),
});
/** What people see: a part that was taken back to nothing is as good as one never said. */
const shown = (notes: readonly Annotation[]) =>
  notes.map(({ modifiedAt: _, ...rest }) => ({ ...unsetDetails, ...rest }));

describe('several acts as one', () => {
  it('are done, taken back and done again at once', () => {
    const { act, notes, undo, redo } = person();
    act([add(1, 'ett'), add(2, 'två'), add(3, 'tre')]);
    act([
      { what: 'edit', id: noteId(1), patch: { text: 'ett och två' } },
      { what: 'remove', id: noteId(2) },
    ]);
    expect(notes().map(({ text }) => text)).toEqual(['ett och två', 'tre']);
    expect(undo()).toEqual({ id: noteId(1), what: 'edited', count: 2 });
    expect(notes().map(({ text }) => text)).toEqual(['ett', 'två', 'tre']);
    redo();
    expect(notes().map(({ text }) => text)).toEqual(['ett och två', 'tre']);
    undo();
    expect(undo()).toMatchObject({ what: 'removed', count: 3 });
    expect(notes()).toEqual([]);
  });

  it('are refused as a whole when one of the notes is not there or is named twice', () => {
    const { act, notes } = person();
    act([add(1, 'ett')]);
    const edit: NoteAct = { what: 'edit', id: noteId(1), patch: { text: 'nytt' } };
    expect(act([edit, { what: 'remove', id: noteId(9) }])).toBeNull();
    expect(act([edit, { what: 'remove', id: noteId(1) }])).toBeNull();
    expect(notes().map(({ text }) => text)).toEqual(['ett']);
  });

  it('add a note that is there already once, and bring a deleted one back as it was', () => {
    const { act, notes } = person();
    act([add(1, 'ett')]);
    expect(act([add(1, 'annat')])).toBe(0);
    act([{ what: 'edit', id: noteId(1), patch: { text: 'ändrat' } }]);
    act([{ what: 'remove', id: noteId(1) }]);
    expect(act([add(1, 'ett')])).toBe(1);
    expect(notes()).toMatchObject([{ text: 'ändrat', conflictingTexts: [] }]);
  });

  it('pass over what was changed elsewhere since when they are taken back', () => {
    const { act, notes, undo, own } = person();
    act([add(1, 'ett'), add(2, 'två')]);
    act([1, 2].map((number) => ({ what: 'edit', id: noteId(number), patch: { text: 'samma' } })));
    own.edit(noteId(1), { text: 'från en annan dator' });
    expect(undo()).toMatchObject({ count: 1 });
    expect(notes().map(({ text }) => text)).toEqual(['från en annan dator', 'två']);
  });

  it('keep every note reachable through any merging, converting, tagging, deleting, undo and redo', () => {
    const step = fc.record({
      what: fc.constantFrom('merge', 'convert', 'tag', 'remove', 'duplicate', 'undo', 'redo'),
      which: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom(...annotationKinds),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { act, notes, undo, redo } = person();
        act(
          [1, 2, 3, 4, 5].map((number) =>
            add(number, `text-${number}.`, { due: '2026-11-30', kind: 'task' }),
          ),
        );
        const before = shown(notes());
        let [made, depth] = [5, 0];
        for (const { what, which, kind } of steps) {
          const now = notes();
          const chosen = now.filter((_, index) => which.some((number) => number % now.length === index));
          const done = doStep(what, kind, chosen, () => (made += 1));
          if (what === 'undo') depth -= depth > 0 && undo() !== null ? 1 : 0;
          else if (what === 'redo') depth += redo() === null ? 0 : 1;
          else if ((act(done) ?? 0) > 0) depth += 1;
          const words = notes().map(({ text, due }) => `${text} ${due ?? ''}`);
          const isMerge = what === 'merge' || what === 'convert';
          // What was in a note before it was merged or converted is in one now.
          for (const { text, due } of isMerge ? chosen : []) {
            expect(words.some((each) => text.split('\n').every((line) => each.includes(line)))).toBe(true);
            expect(due == null || words.some((each) => each.includes(due))).toBe(true);
          }
        }
        while (depth > 0) {
          expect(undo()).not.toBeNull();
          depth -= 1;
        }
        expect(shown(notes())).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});

function doStep(
  what: string,
  kind: Annotation['kind'],
  chosen: readonly Annotation[],
  next: () => number,
): readonly NoteAct[] {
  switch (what) {
    case 'merge':
      return actsToMerge(chosen, partWords) ?? [];
    case 'convert':
      return chosen
        .filter((note) => convertibleKinds(note).includes(kind))
        .map((note) => ({ what: 'edit', id: note.id, patch: convertNote(note, kind, partWords) }));
    case 'tag':
      return actsToTag(chosen, { name: 'Bevaka', colour: 'green' });
    case 'remove':
      return chosen.map(({ id }) => ({ what: 'remove', id }));
    case 'duplicate':
      return chosen.map((note) => {
        const { id: _, createdAt: __, modifiedAt: ___, conflictingTexts: ____, ...rest } = note;
        return { what: 'add', id: noteId(next()), draft: rest };
      });
    default:
      return [];
  }
}
