import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNotesState, foldOperations } from '../../../core/annotation/notesState.ts';
import type { Operation } from '../../../core/annotation/operation.ts';
import { device, draft, exchange, noteId, type Device } from './someNotes.ts';

describe('folding operations into notes', () => {
  it('gives the note that was written, with the times of its operations', () => {
    let now = 1_780_000_000_000;
    const laptop = device('laptop', () => now);
    laptop.add(noteId(1), draft({ kind: 'highlight', colour: 'green', text: 'Viktigt' }));
    now += 5000;
    laptop.edit(noteId(1), { text: 'Mycket viktigt', noteClass: 'partyGroup' });
    expect(foldOperations(laptop.written)).toEqual([
      {
        ...draft({ kind: 'highlight', colour: 'green', text: 'Mycket viktigt', noteClass: 'partyGroup' }),
        id: noteId(1),
        createdAt: 1_780_000_000_000,
        modifiedAt: 1_780_000_005_000,
        conflictingTexts: [],
      },
    ]);
  });

  it('writes nothing for an edit that changes nothing', () => {
    const laptop = device('laptop');
    laptop.add(noteId(1), draft({ text: 'Samma' }));
    const before = laptop.written.length;
    laptop.edit(noteId(1), { text: 'Samma', kind: 'note' });
    expect(laptop.written.length).toBe(before);
  });

  it('does not show a note of which only some operations are there', () => {
    const laptop = device('laptop');
    laptop.add(noteId(1), draft());
    for (let count = 0; count < laptop.written.length; count++) {
      expect(foldOperations(laptop.written.slice(0, count))).toEqual([]);
    }
  });

  it('merges texts that were changed in different places on two devices', () => {
    const [laptop, tablet] = [device('laptop'), device('tablet')];
    laptop.add(noteId(1), draft({ text: 'Fråga om budgeten.' }));
    exchange(laptop, tablet);
    laptop.edit(noteId(1), { text: 'Fråga Elsa om budgeten.' });
    tablet.edit(noteId(1), { text: 'Fråga om budgeten. Och om vägen.' });
    exchange(laptop, tablet);
    for (const { state } of [laptop, tablet]) {
      expect(state.annotation(noteId(1))).toMatchObject({
        text: 'Fråga Elsa om budgeten. Och om vägen.',
        conflictingTexts: [],
      });
    }
  });

  it('shows both texts when they were changed in the same place, and the next edit replaces both', () => {
    const [laptop, tablet] = [device('laptop'), device('tablet')];
    laptop.add(noteId(1), draft({ text: 'Avvakta' }));
    exchange(laptop, tablet);
    laptop.edit(noteId(1), { text: 'Bifall' });
    tablet.edit(noteId(1), { text: 'Avslag' });
    exchange(laptop, tablet);
    expect(laptop.state.annotation(noteId(1))).toMatchObject({
      text: 'Avslag',
      conflictingTexts: ['Bifall'],
    });
    expect(tablet.state.annotations()).toEqual(laptop.state.annotations());
    laptop.edit(noteId(1), { text: 'Avslag' });
    exchange(laptop, tablet);
    expect(tablet.state.annotation(noteId(1))).toMatchObject({ text: 'Avslag', conflictingTexts: [] });
  });

  it('lets no wrong clock win over an edit made after seeing the other', () => {
    const fast = device('fast', () => 4_000_000_000_000);
    const slow = device('slow', () => 1_000_000_000_000);
    fast.add(noteId(1), draft({ text: 'från framtiden', colour: 'pink' }));
    exchange(fast, slow);
    slow.edit(noteId(1), { text: 'senare sagt', colour: 'blue' });
    exchange(fast, slow);
    expect(fast.state.annotation(noteId(1))).toMatchObject({ text: 'senare sagt', colour: 'blue' });
  });

  it('lets a deletion win over what it has seen', () => {
    const [laptop, tablet] = [device('laptop'), device('tablet')];
    laptop.add(noteId(1), draft({ text: 'x' }));
    exchange(laptop, tablet);
    tablet.edit(noteId(1), { text: 'y' });
    exchange(laptop, tablet);
    laptop.remove(noteId(1));
    exchange(laptop, tablet);
    expect(tablet.state.annotations()).toEqual([]);
  });

  it('keeps and shows an edit that a deletion has not seen', () => {
    const [laptop, tablet] = [device('laptop'), device('tablet')];
    laptop.add(noteId(1), draft({ text: 'x' }));
    exchange(laptop, tablet);
    laptop.remove(noteId(1));
    tablet.edit(noteId(1), { colour: 'green' });
    exchange(laptop, tablet);
    for (const { state } of [laptop, tablet])
      expect(state.annotation(noteId(1))).toMatchObject({ colour: 'green' });
    tablet.remove(noteId(1));
    exchange(laptop, tablet);
    expect(laptop.state.annotation(noteId(1))).toBeNull();
  });

  it('deletes once when both devices deleted, and shows the note when one took its deletion back', () => {
    const [laptop, tablet] = [device('laptop'), device('tablet')];
    laptop.add(noteId(1), draft({ text: 'x' }));
    exchange(laptop, tablet);
    laptop.remove(noteId(1));
    tablet.remove(noteId(1));
    exchange(laptop, tablet);
    expect(laptop.state.annotations()).toEqual([]);
    laptop.restore(noteId(1));
    exchange(laptop, tablet);
    expect(tablet.state.annotation(noteId(1))).toMatchObject({ text: 'x' });
  });

  it('shows a note when one device took its deletion back before it knew of the other deletion', () => {
    const [laptop, tablet] = [device('laptop'), device('tablet')];
    laptop.add(noteId(1), draft({ text: 'x' }));
    exchange(laptop, tablet);
    laptop.remove(noteId(1));
    laptop.restore(noteId(1));
    tablet.remove(noteId(1));
    exchange(laptop, tablet);
    for (const { state } of [laptop, tablet])
      expect(state.annotation(noteId(1))).toMatchObject({ text: 'x' });
  });

  it('carries fields and kinds of a newer version on without showing them', () => {
    const laptop = device('laptop');
    laptop.add(noteId(1), draft({ text: 'x' }));
    const foreign: Operation[] = [
      {
        id: 'new:e:1',
        clock: '1990000000000-0000',
        target: noteId(1),
        field: 'mood',
        value: { a: 1 },
        replaces: [],
      },
      {
        id: 'new:e:2',
        clock: '1990000000000-0001',
        target: noteId(2),
        field: 'kind',
        value: 'voice',
        replaces: [],
      },
      {
        id: 'new:e:3',
        clock: '1990000000000-0002',
        target: noteId(1),
        field: 'colour',
        value: 'gold',
        replaces: [],
      },
    ];
    laptop.receive(foreign);
    expect(laptop.state.annotations().map(({ id, colour }) => [id, colour])).toEqual([[noteId(1), null]]);
    expect(laptop.state.operations()).toEqual(expect.arrayContaining(foreign));
  });

  it('shows something even of operations that replace one another in a circle', () => {
    const circle = (id: string, other: string, value: string): Operation => ({
      id,
      clock: '1780000000001-0000',
      target: noteId(1),
      field: 'text',
      value,
      replaces: [other, id],
    });
    const laptop = device('laptop');
    laptop.add(noteId(1), draft());
    const forged = [circle('evil:e:1', 'evil:e:2', 'a'), circle('evil:e:2', 'evil:e:1', 'b')];
    const texts = [forged, [...forged].reverse()].map(
      (operations) => foldOperations([...laptop.written, ...operations])[0]?.text,
    );
    expect(new Set(texts).size).toBe(1);
  });
});

type Action =
  | {
      readonly type: 'add' | 'edit' | 'remove' | 'restore';
      readonly who: number;
      readonly note: number;
      readonly text: string;
    }
  | { readonly type: 'exchange' };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'add' as const,
        'edit' as const,
        'edit' as const,
        'remove' as const,
        'restore' as const,
      ),
      who: fc.nat(1),
      note: fc.nat(2),
      text: fc
        .array(fc.constantFrom('ja', 'nej', 'budget', 'väg\n'), { maxLength: 5 })
        .map((words) => words.join(' ')),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'exchange' as const }) },
);

function play(actions: readonly Action[]): readonly [Device, Device] {
  const pair = [
    device('laptop', () => 1_790_000_000_000),
    device('tablet', () => 1_700_000_000_000),
  ] as const;
  for (const step of actions) {
    if (step.type === 'exchange') {
      exchange(...pair);
      continue;
    }
    const actor = pair[step.who === 0 ? 0 : 1];
    const id = noteId(step.note);
    if (step.type === 'add' && actor.state.allHeadsOf(id).length === 0)
      actor.add(id, draft({ text: step.text }));
    if (step.type === 'edit') actor.edit(id, { text: step.text });
    if (step.type === 'remove' && actor.state.annotation(id) !== null) actor.remove(id);
    if (step.type === 'restore' && actor.state.allHeadsOf(id).length > 0) actor.restore(id);
  }
  return pair;
}

describe('any history of two devices', () => {
  it('gives the same notes in any order and with any duplicates', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (actions, random) => {
        const [laptop, tablet] = play(actions);
        const all = [...laptop.written, ...tablet.written];
        const shuffled = [...all, ...all.filter((_, index) => index % 3 === 0)]
          .map((operation) => ({ operation, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ operation }) => operation);
        expect(foldOperations(shuffled)).toEqual(foldOperations(all));
        const state = createNotesState(shuffled);
        expect(state.operations().length).toBe(all.length);
        for (const number of [0, 1, 2]) {
          expect(state.allHeadsOf(noteId(number))).toEqual(createNotesState(all).allHeadsOf(noteId(number)));
        }
      }),
    );
  });

  it('converges when both know everything', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const [laptop, tablet] = play(actions);
        exchange(laptop, tablet);
        expect(laptop.state.annotations()).toEqual(tablet.state.annotations());
        expect(laptop.state.annotations()).toEqual(foldOperations([...tablet.written, ...laptop.written]));
      }),
    );
  });

  it('shows every text that nobody has replaced or deleted, merged or side by side', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const [laptop, tablet] = play(actions);
        exchange(laptop, tablet);
        for (const { id, text, conflictingTexts } of laptop.state.annotations()) {
          const heads = laptop.state.headsOf(id, 'text');
          const values = laptop.written
            .concat(tablet.written)
            .filter((operation) => heads.includes(operation.id))
            .map(({ value }) => value);
          if (values.length === 1 || conflictingTexts.length > 0) {
            expect(new Set([text, ...conflictingTexts])).toEqual(new Set(values));
          }
        }
      }),
    );
  });
});
