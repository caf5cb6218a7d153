import { describe, expect, it } from 'vitest';
import type { AnnotationTarget } from '../../../core/annotation/annotation.ts';
import {
  editedStep,
  emptyHistory,
  planRedo,
  planUndo,
  recordStep,
} from '../../../core/annotation/history.ts';
import { device, draft, meeting, noteId } from './someNotes.ts';

const on = (item: string): AnnotationTarget => ({
  meeting,
  source: { type: 'item', item: noteId(Number(item)) },
  selectors: [],
});

describe('where a note belongs', () => {
  it('is what the person says last, while the first place stays in the log', () => {
    const own = device('laptop');
    own.add(noteId(1), draft({ target: on('1') }));
    own.edit(noteId(1), { target: on('2'), inTray: false });
    expect(own.state.annotation(noteId(1))?.target).toEqual(on('2'));
    expect(own.written.filter(({ field }) => field === 'target').map(({ value }) => value)).toEqual([
      on('1'),
      on('2'),
    ]);
  });

  it('writes nothing when the person says the same again', () => {
    const own = device('laptop');
    own.add(noteId(1), draft({ target: on('1') }));
    const before = own.written.length;
    own.edit(noteId(1), { target: on('1'), inTray: false });
    expect(own.written).toHaveLength(before);
  });

  it('can be taken back and done again, the tray too', () => {
    const own = device('laptop');
    own.add(noteId(1), draft({ target: on('1') }));
    let history = emptyHistory;
    for (const patch of [{ inTray: true }, { target: on('2'), inTray: false }]) {
      const note = own.state.annotation(noteId(1));
      if (note === null) throw new Error('the note is gone');
      own.edit(noteId(1), patch);
      history = recordStep(history, editedStep(note, patch));
    }
    const now = () => {
      const note = own.state.annotation(noteId(1));
      return [note?.target, note?.inTray ?? false];
    };
    const follow = (plan: ReturnType<typeof planUndo>) => {
      if (plan === null) throw new Error('nothing to do');
      own.apply(plan.changes);
      history = plan.history;
    };
    expect(now()).toEqual([on('2'), false]);
    follow(planUndo(own.state, history));
    expect(now()).toEqual([on('1'), true]);
    follow(planUndo(own.state, history));
    expect(now()).toEqual([on('1'), false]);
    follow(planRedo(own.state, history));
    follow(planRedo(own.state, history));
    expect(now()).toEqual([on('2'), false]);
  });
});
