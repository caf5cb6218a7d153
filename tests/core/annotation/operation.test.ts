import { describe, expect, it } from 'vitest';
import { compareOperations, parseOperation, type Operation } from '../../../core/annotation/operation.ts';
import { noteId } from './someNotes.ts';

const operation: Operation = {
  id: 'abcdefghijklm:aaaaaaaa:7',
  clock: '1780000000000-0001',
  target: noteId(1),
  field: 'text',
  value: 'hej',
  replaces: ['abcdefghijklm:aaaaaaaa:1'],
};

describe('an operation from outside', () => {
  it('is taken with members that this version does not know', () => {
    expect(parseOperation({ ...operation, weight: 3 })).toEqual({ ...operation, weight: 3 });
  });

  it.each([
    ['no object', 'text'],
    ['an id without parts', { ...operation, id: 'abc' }],
    ['a clock of another form', { ...operation, clock: '1780000000000' }],
    ['a target that is no id', { ...operation, target: '../x' }],
    ['no value', { ...operation, value: undefined }],
    ['a field without a name', { ...operation, field: '' }],
    ['a replaced id that is none', { ...operation, replaces: [7] }],
  ])('is refused with %s', (_what, value) => {
    expect(parseOperation(value)).toBeNull();
  });

  it('is ordered by clock, then by device', () => {
    const later = { ...operation, clock: '1780000000000-0002' };
    const otherDevice = { ...operation, id: 'zzzzzzzzzzzzz:aaaaaaaa:0' };
    expect([otherDevice, later, operation].sort(compareOperations)).toEqual([operation, otherDevice, later]);
  });
});
