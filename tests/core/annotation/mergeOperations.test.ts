import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOperations } from '../../../core/annotation/mergeOperations.ts';
import { createNotesState, foldOperations } from '../../../core/annotation/notesState.ts';
import type { Operation } from '../../../core/annotation/operation.ts';
import { device, draft, noteId } from './someNotes.ts';

/** Stands in for a hash: the tests' texts differ in their letters. */
const digest = (text: string): string =>
  [...text]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffffffff, 7)
    .toString(16)
    .padStart(16, '0');

describe('taking in operations from elsewhere', () => {
  it('adds what is not here and nothing twice', () => {
    const laptop = device('laptop');
    laptop.add(noteId(1), draft({ text: 'a' }));
    const known = [...laptop.written];
    laptop.edit(noteId(1), { text: 'b' });
    expect(newOperations(known, laptop.written, digest)).toEqual(laptop.written.slice(known.length));
    expect(newOperations(laptop.written, laptop.written, digest)).toEqual([]);
  });

  it('keeps both notes when two copies of a profile gave the same ids to different operations', () => {
    const [original, copy] = [device('laptop'), device('laptop')];
    original.add(noteId(1), draft({ text: 'på kontoret' }));
    copy.add(noteId(2), draft({ text: 'hemma' }));
    copy.edit(noteId(2), { text: 'hemma igen' });
    const added = newOperations(original.written, copy.written, digest);
    const all = [...original.written, ...added];
    expect(foldOperations(all).map(({ text }) => text)).toEqual(['på kontoret', 'hemma igen']);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(newOperations(all, copy.written, digest)).toEqual([]);
  });

  it('adds nothing the second time and loses nothing the first, for any two diverged copies', () => {
    const change = fc.record({ note: fc.nat(2), text: fc.constantFrom('ja', 'nej', 'vet ej') });
    const changes = fc.array(change, { maxLength: 12 });
    const write = (list: readonly { note: number; text: string }[]): readonly Operation[] => {
      const laptop = device('laptop');
      for (const { note, text } of list) {
        if (laptop.state.annotation(noteId(note)) === null) laptop.add(noteId(note), draft({ text }));
        else laptop.edit(noteId(note), { text });
      }
      return laptop.written;
    };
    fc.assert(
      fc.property(changes, changes, changes, (shared, ours, theirs) => {
        const here = write([...shared, ...ours]);
        const there = write([...shared, ...theirs]);
        const added = newOperations(here, there, digest);
        const all = [...here, ...added];
        expect(newOperations(all, there, digest)).toEqual([]);
        const values = new Set(all.map(({ value }) => JSON.stringify(value)));
        for (const { value } of there) expect(values.has(JSON.stringify(value))).toBe(true);
        expect(createNotesState(all).operations().length).toBe(all.length);
        const shown = new Set(foldOperations(all).map(({ id }) => id));
        for (const { id } of foldOperations(there)) expect(shown.has(id)).toBe(true);
      }),
    );
  });
});
