import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationPatch } from '../../../core/annotation/annotation.ts';
import {
  addedStep,
  editedStep,
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
  removedStep,
  type NoteHistory,
} from '../../../core/annotation/history.ts';
import { device, draft, exchange, noteId, type Device } from './someNotes.ts';

/** One person at one device, with undo. */
function person(own: Device = device('laptop')) {
  let history: NoteHistory = emptyHistory;
  const follow = (plan: ReturnType<typeof planUndo>) => {
    if (plan === null) return null;
    own.apply(plan.changes);
    history = plan.history;
    return { id: plan.id, what: plan.what };
  };
  return {
    own,
    add: (number: number, text: string) => {
      own.add(noteId(number), draft({ text }));
      history = recordStep(history, addedStep(noteId(number)));
    },
    edit: (number: number, patch: AnnotationPatch) => {
      const note = own.state.annotation(noteId(number));
      if (note === null) return;
      own.edit(noteId(number), patch);
      history = recordStep(history, editedStep(note, patch));
    },
    remove: (number: number) => {
      own.remove(noteId(number));
      history = recordStep(history, removedStep(noteId(number)));
    },
    undo: () => follow(planUndo(own.state, history)),
    redo: () => follow(planRedo(own.state, history)),
    visible: () => visible(own.state.annotations()),
  };
}

/** What people see; when a note was last changed is not taken back. */
const visible = (notes: readonly Annotation[]) => notes.map(({ modifiedAt: _, ...rest }) => rest);

describe('undo and redo', () => {
  it('take back and do again an added, an edited and a deleted note, and say what they did', () => {
    const { add, edit, remove, undo, redo, visible: shown } = person();
    add(1, 'Fråga');
    edit(1, { text: 'Fråga mer', noteClass: 'toOffice' });
    remove(1);
    expect(undo()).toEqual({ id: noteId(1), what: 'added' });
    expect(shown()).toMatchObject([{ text: 'Fråga mer', noteClass: 'toOffice' }]);
    expect(undo()).toEqual({ id: noteId(1), what: 'edited' });
    expect(shown()).toMatchObject([{ text: 'Fråga', noteClass: 'private' }]);
    expect(undo()).toEqual({ id: noteId(1), what: 'removed' });
    expect(shown()).toEqual([]);
    expect(undo()).toBeNull();
    expect([redo(), redo(), redo(), redo()].map((step) => step?.what)).toEqual([
      'added',
      'edited',
      'removed',
      undefined,
    ]);
  });

  it('give a colour back to none', () => {
    const { add, edit, undo, visible: shown } = person();
    add(1, '');
    edit(1, { colour: 'blue' });
    undo();
    expect(shown()).toMatchObject([{ colour: null }]);
  });

  it('forget what was taken back when something new is done', () => {
    const { add, undo, redo } = person();
    add(1, 'a');
    undo();
    add(2, 'b');
    expect(redo()).toBeNull();
  });

  it('pass over what has since been changed from elsewhere', () => {
    const laptop = person();
    const tablet = device('tablet');
    laptop.add(1, 'min');
    laptop.edit(1, { text: 'min egen' });
    exchange(laptop.own, tablet);
    tablet.edit(noteId(1), { text: 'den andras' });
    exchange(laptop.own, tablet);
    expect(laptop.undo()).toEqual({ id: noteId(1), what: 'removed' });
    expect(laptop.redo()).toEqual({ id: noteId(1), what: 'added' });
    expect(laptop.visible()).toMatchObject([{ text: 'den andras' }]);
  });

  it('put texts side by side again that an edit had replaced', () => {
    const laptop = person();
    const tablet = device('tablet');
    laptop.add(1, 'Avvakta');
    exchange(laptop.own, tablet);
    laptop.edit(1, { text: 'Bifall' });
    tablet.edit(noteId(1), { text: 'Avslag' });
    exchange(laptop.own, tablet);
    const before = laptop.visible();
    laptop.edit(1, { text: 'Återremiss' });
    laptop.undo();
    expect(laptop.visible()).toEqual(before);
    laptop.redo();
    expect(laptop.visible()).toMatchObject([{ text: 'Återremiss', conflictingTexts: [] }]);
  });

  it('show all words of such texts when they would now melt into each other', () => {
    const laptop = person();
    const tablet = device('tablet');
    laptop.add(1, 'Nu');
    exchange(laptop.own, tablet);
    laptop.edit(1, { text: 'Nu ett två' });
    tablet.edit(noteId(1), { text: 'Nu två tre' });
    exchange(laptop.own, tablet);
    laptop.edit(1, { text: 'Nu ett två tre' });
    laptop.undo();
    expect(laptop.visible()).toMatchObject([{ text: 'Nu två tre\n\nNu ett två', conflictingTexts: [] }]);
  });
});

type Action = {
  readonly type: 'add' | 'edit' | 'remove' | 'undo' | 'redo';
  readonly note: number;
  readonly text: string;
};
const action: fc.Arbitrary<Action> = fc.record({
  type: fc.constantFrom('add', 'edit', 'edit', 'remove', 'undo', 'undo', 'redo'),
  note: fc.nat(3),
  text: fc.constantFrom('', 'ja', 'nej', 'kanske\nimorgon'),
});

describe('any sequence of changes, undo and redo', () => {
  it('goes back to exactly what was seen before, and forward again, and reaches every note', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const someone = person();
        const past = [someone.visible()];
        let future: ReturnType<typeof someone.visible>[] = [];
        let next = 0;
        const did = (): void => {
          past.push(someone.visible());
          future = [];
        };
        for (const { type, note, text } of actions) {
          const there = someone.own.state.annotations();
          const chosen = there.length === 0 ? null : Number(there[note % there.length]?.id.slice(-12));
          if (type === 'add') {
            someone.add(next++, text);
            did();
          } else if (type === 'edit' && chosen !== null) {
            if (there[note % there.length]?.text === text) continue;
            someone.edit(chosen, { text });
            did();
          } else if (type === 'remove' && chosen !== null) {
            someone.remove(chosen);
            did();
          } else if (type === 'undo') {
            expect(someone.undo() === null).toBe(past.length === 1);
            if (past.length > 1) future.push(past.pop() ?? []);
          } else if (type === 'redo') {
            expect(someone.redo() === null).toBe(future.length === 0);
            const again = future.pop();
            if (again !== undefined) past.push(again);
          }
          expect(someone.visible()).toEqual(past.at(-1));
        }
        // Everything that is still in the history is shown again on the way to its start and back.
        while (past.length > 1) {
          someone.undo();
          future.push(past.pop() ?? []);
          expect(someone.visible()).toEqual(past.at(-1));
        }
        for (const seen of future.reverse()) {
          someone.redo();
          expect(someone.visible()).toEqual(seen);
        }
      }),
    );
  });
});
