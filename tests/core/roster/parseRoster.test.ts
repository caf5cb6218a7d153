import { describe, expect, it } from 'vitest';
import { parseRoster } from '../../../core/roster/parseRoster.ts';

describe('a roster as text', () => {
  it('is read from semicolons, tabs and commas, with or without names of columns', () => {
    const expected = [
      { name: 'Maja Lind', party: 'C', role: 'chair' },
      { name: 'Olle Ek', party: 'S', role: 'substitute' },
    ];
    expect(parseRoster('Namn;Parti;Roll\nMaja Lind;C;Ordförande\nOlle Ek;S;Ersättare').people).toEqual(
      expected,
    );
    expect(parseRoster('Maja Lind\tC\tordf.\nOlle Ek\tS\tersättare').people).toEqual(expected);
    expect(parseRoster('"Maja Lind", C, chair\r\n"Olle Ek", S, substitute').people).toEqual(expected);
  });

  it('is read as lists have it: the party in brackets, the role after it', () => {
    expect(
      parseRoster('1. Maja Lind (C), 1:e vice ordförande\n- Olle Ek (S)\nStina Al, ordförande').people,
    ).toEqual([
      { name: 'Maja Lind', party: 'C', role: 'viceChair' },
      { name: 'Olle Ek', party: 'S', role: 'member' },
      { name: 'Stina Al', party: '', role: 'chair' },
    ]);
  });

  it('takes the role of those below from a heading', () => {
    const { people } = parseRoster('Ledamöter\nMaja Lind (C)\n\nErsättare\nOlle Ek (S)');
    expect(people.map(({ role }) => role)).toEqual(['member', 'substitute']);
  });

  it('tells mistakes by line: no name, an unknown role, a person twice', () => {
    const { people, faults } = parseRoster(
      'Maja Lind;C;ledamot\n;S;ledamot\nOlle Ek;S;kassör\nMAJA LIND;c;ersättare',
    );
    expect(people.map(({ name }) => name)).toEqual(['Maja Lind', 'Olle Ek']);
    expect(faults).toEqual([
      { line: 2, kind: 'noName', text: ';S;ledamot' },
      { line: 3, kind: 'roleUnknown', text: 'kassör' },
      { line: 4, kind: 'twice', text: 'MAJA LIND' },
    ]);
  });

  it('refuses a name that no person can have', () => {
    expect(parseRoster(`${'a'.repeat(201)};C;ledamot`).faults).toMatchObject([{ line: 1, kind: 'tooLong' }]);
  });

  it('is empty for a text without lines', () => {
    expect(parseRoster(' \n\n')).toEqual({ people: [], faults: [] });
  });
});
