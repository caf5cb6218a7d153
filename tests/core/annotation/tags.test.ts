import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actsToChangeTag,
  actsToTag,
  actsToUntag,
  hasTag,
  mostTags,
  nextTagColour,
  tagKey,
  tagName,
  tagsInUse,
  tagsLike,
  withTag,
} from '../../../core/annotation/tags.ts';
import type { NoteTag } from '../../../core/annotation/noteDetails.ts';
import { noteId } from './someNotes.ts';

const note = (number: number, ...tags: NoteTag[]) => ({ id: noteId(number), tags, modifiedAt: number });
const tag = (name: string, colour: NoteTag['colour'] = 'yellow'): NoteTag => ({ name, colour });

describe('tags of a meeting', () => {
  it('are the same whatever their capitals and spaces, and look as on the note changed last', () => {
    const tags = tagsInUse([
      note(2, tag('Budget', 'green')),
      note(1, tag('budget '), tag('Åldrar')),
      note(3),
    ]);
    expect(tags).toEqual([
      { name: 'Budget', colour: 'green', count: 2 },
      { name: 'Åldrar', colour: 'yellow', count: 1 },
    ]);
  });

  it('are suggested with those first that begin with what was written', () => {
    const tags = tagsInUse([note(1, tag('Skolbudget'), tag('Budget'), tag('Vägar'))]);
    expect(tagsLike('bud', tags).map(({ name }) => name)).toEqual(['Budget', 'Skolbudget']);
    expect(tagsLike('', tags)).toHaveLength(3);
  });

  it('get the colour that is used least', () => {
    expect(nextTagColour([])).toBe('yellow');
    expect(nextTagColour([tag('a'), tag('b', 'green')])).toBe('blue');
  });

  it('are put on a note once, without needless space, and never more than it may have', () => {
    expect(withTag([tag('Budget')], tag(' BUDGET '))).toEqual([tag('Budget')]);
    expect(withTag([], tag('  två   ord '))).toEqual([tag('två ord')]);
    expect(withTag([], tag('   '))).toEqual([]);
    const full = Array.from({ length: mostTags }, (_, number) => tag(`t${number}`));
    expect(withTag(full, tag('en till'))).toBe(full);
  });

  it('change only the notes that change', () => {
    const notes = [note(1, tag('Budget')), note(2, tag('Vägar')), note(3)];
    expect(actsToTag(notes, tag('vägar')).map(({ id }) => id)).toEqual([noteId(1), noteId(3)]);
    expect(actsToUntag(notes, 'BUDGET')).toEqual([{ what: 'edit', id: noteId(1), patch: { tags: [] } }]);
    expect(actsToChangeTag(notes, 'Vägar', tag('Vägar'))).toEqual([]);
    expect(actsToChangeTag(notes, 'Vägar', tag('   '))).toEqual([]);
  });

  it('become one when one is given the name of another, in the place of the first on each note', () => {
    const notes = [
      note(1, tag('a'), tag('Väg'), tag('b'), tag('Gata', 'blue')),
      note(2, tag('Gata', 'blue')),
    ];
    expect(actsToChangeTag(notes, 'Väg', tag('Gata', 'pink'))).toEqual([
      { what: 'edit', id: noteId(1), patch: { tags: [tag('a'), tag('Gata', 'pink'), tag('b')] } },
      { what: 'edit', id: noteId(2), patch: { tags: [tag('Gata', 'pink')] } },
    ]);
  });

  it('keep every other tag of every note, whatever is renamed to what', () => {
    const names = fc.constantFrom('a', 'A', 'b', 'c ', 'd');
    const tags = fc.array(
      names.map((name) => tag(name)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 4 }), names, names, (lists, from, to) => {
        const notes = lists.map((list, index) => note(index + 1, ...list));
        const acts = actsToChangeTag(notes, from, tag(to));
        for (const before of notes) {
          const act = acts.find(({ id }) => id === before.id);
          const after = act?.what === 'edit' ? (act.patch.tags ?? []) : before.tags;
          for (const { name } of before.tags) {
            const isRenamed = tagKey(name) === tagKey(from);
            expect(hasTag({ tags: after }, isRenamed ? to : name)).toBe(true);
          }
        }
      }),
    );
  });

  it('have names of a sensible length', () => {
    expect(tagName('x'.repeat(500))).toHaveLength(60);
  });
});
