import { describe, expect, it } from 'vitest';
import { parseJump } from '../../../renderer/features/reader/toolbar/parseJump.ts';

describe('parseJump', () => {
  it.each([
    ['3', 'document', 'document', 3],
    [' 3 ', 'document', 'document', 3],
    ['214', 'pack', 'pack', 214],
    ['p214', 'document', 'pack', 214],
    ['P 214', 'document', 'pack', 214],
    ['s 214', 'document', 'pack', 214],
    ['s. 214', 'document', 'pack', 214],
    ['sid 214 i paketet', 'document', 'pack', 214],
    ['Sidan 214 i paketet', 'document', 'pack', 214],
    ['214 (rev 3)', 'document', 'pack', 214],
    ['page 214', 'document', 'pack', 214],
    ['d3', 'pack', 'document', 3],
    ['dok 3', 'pack', 'document', 3],
    ['3 / 12', 'pack', 'document', 3],
    ['3/12', 'pack', 'document', 3],
    ['sida 3 i handlingen', 'pack', 'document', 3],
  ] as const)('reads %j, counting by %s, as page of the %s: %i', (typed, counting, count, page) => {
    expect(parseJump(typed, counting)).toEqual({ count, page });
  });

  it.each(['', '0', 'abc', '3b', '-4', '12 14', 'kapitel 3', '1234567'])('finds no page in %j', (typed) => {
    expect(parseJump(typed, 'document')).toBeNull();
  });
});
