import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeName, savableWords } from '../../../core/files/savableName.ts';

describe('names of files', () => {
  test('hold nothing that leads elsewhere or that a system refuses, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const name = savableWords(words);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|[. ]$/u);
        expect(name.length).toBeLessThanOrEqual(100);
      }),
      { seed: 1 },
    );
  });

  test('are given once each, whatever their capitals', () => {
    const taken = new Set<string>();
    const names = ['Bilaga', 'bilaga', 'Bilaga'].map((stem) => freeName(stem, '.pdf', taken));
    expect(names).toEqual(['Bilaga.pdf', 'bilaga (2).pdf', 'Bilaga (3).pdf']);
  });
});
