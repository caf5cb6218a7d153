import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinedPoints,
  movedPoint,
  pastedPoints,
  splitPoint,
  withoutPoint,
} from '../../../renderer/features/secretary/item/points.ts';

describe('points of a proposed decision', () => {
  it('are split at the caret and joined again to the same words', () => {
    const words = fc.stringMatching(/^[a-zåäö]{1,8}( [a-zåäö]{1,8}){0,4}$/);
    fc.assert(
      fc.property(words, fc.nat(50), (text, at) => {
        const caret = Math.min(at, text.length);
        fc.pre(text[caret] === ' ' || caret === 0 || caret === text.length);
        expect(joinedPoints(splitPoint([text], 0, caret), 1)).toEqual([text]);
      }),
    );
  });

  it('change places with their neighbours and stop at the ends', () => {
    expect(movedPoint(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(movedPoint(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(movedPoint(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('are removed one at a time', () => {
    expect(withoutPoint(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });

  it('come out of a pasted list, lines that go on included', () => {
    expect(pastedPoints('1. Budgeten antas.\n2. Skattesatsen\nfastställs.\n')).toEqual([
      'Budgeten antas.',
      'Skattesatsen fastställs.',
    ]);
    expect(pastedPoints('- att anta\n- att avslå')).toEqual(['att anta', 'att avslå']);
  });

  it('are not seen in words that are no list', () => {
    expect(pastedPoints('Budgeten antas.')).toBeNull();
    expect(pastedPoints('Budgeten antas.\nSkatten höjs.')).toBeNull();
  });
});
