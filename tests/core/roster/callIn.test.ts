import { describe, expect, it } from 'vitest';
import { calledInFor } from '../../../core/roster/callIn.ts';
import { draftId } from '../../support/draftBuilders.ts';

const person = (n: number, party: string, role: 'member' | 'substitute') => ({
  id: draftId('person', n),
  name: `Person ${n}`,
  party,
  role,
});

const roster = {
  members: [
    person(1, 'Bygdepartiet', 'member'),
    person(2, 'Samling Granåsa', 'member'),
    person(3, 'Samling Granåsa', 'substitute'),
    person(4, 'Bygdepartiet', 'substitute'),
    person(5, 'Skogspartiet', 'substitute'),
    person(6, 'bygdepartiet ', 'substitute'),
  ],
  // oxlint-disable-next-line unicorn/no-thenable
  callIn: [{ party: 'Bygdepartiet', then: ['Skogspartiet', 'Samling Granåsa'] }],
};

const calledIn = (n: number, unavailable: readonly number[] = []): readonly string[] =>
  calledInFor(roster, draftId('person', n), new Set(unavailable.map((each) => draftId('person', each)))).map(
    ({ name }) => name,
  );

describe('who is called in', () => {
  it('is of the member’s own party first, as the roster lists them, then by the order laid down', () => {
    expect(calledIn(1)).toEqual(['Person 4', 'Person 6', 'Person 5', 'Person 3']);
  });

  it('is never somebody who cannot serve either', () => {
    expect(calledIn(1, [4, 5])).toEqual(['Person 6', 'Person 3']);
  });

  it('is nobody where no order is laid down, and for who holds no seat', () => {
    expect(calledIn(2)).toEqual([]);
    expect(calledIn(4)).toEqual([]);
    expect(calledIn(99)).toEqual([]);
  });
});
