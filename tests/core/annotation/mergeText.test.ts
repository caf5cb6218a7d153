import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../core/annotation/mergeText.ts';

describe('merging two texts word by word', () => {
  it('takes changes of different places together', () => {
    const base = 'Fråga hur många platser förskolan får.';
    expect(mergeText('Fråga Karin hur många platser förskolan får.', base, `${base} Och när?`)).toBe(
      'Fråga Karin hur många platser förskolan får. Och när?',
    );
  });

  it('keeps line feeds and spaces as they were written', () => {
    expect(mergeText('ett\n\ntvå  tre\n', 'ett\ntvå', 'noll ett\ntvå')).toBeNull();
    expect(mergeText('ett\ntvå\ntre', 'ett\ntvå', 'noll\nett\ntvå')).toBe('noll\nett\ntvå\ntre');
    expect(mergeText('ett\n två\nfyra', 'ett\n två', 'ett\n två')).toBe('ett\n två\nfyra');
  });

  it('gives up when both changed the same words', () => {
    expect(mergeText('bifall', 'avvakta', 'avslag')).toBeNull();
    expect(mergeText('ja tack', 'ja', 'ja nej')).toBeNull();
  });

  it('gives up instead of comparing texts that would take long', () => {
    const many = ' a'.repeat(20_000);
    const started = performance.now();
    expect(mergeText(`x${many} y x`, `a${many} a`, `a a${many} z`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('gives the changed text when only one changed, in either place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, changed) => {
        expect(mergeText(changed, base, base)).toBe(changed);
        expect(mergeText(base, base, changed)).toBe(changed);
        expect(mergeText(changed, base, changed)).toBe(changed);
      }),
    );
  });

  it('loses no added word', () => {
    const word = fc.constantFrom('budget', 'skola', 'väg', 'vatten', 'möte');
    fc.assert(
      fc.property(fc.array(word), fc.nat(), fc.nat(), (words, at, other) => {
        const insert = (position: number, added: string): string => {
          const copy: string[] = [...words];
          copy.splice(position % (words.length + 1), 0, added);
          return copy.join(' ');
        };
        const merged = mergeText(insert(at, 'EN'), words.join(' '), insert(other, 'ANNAN'));
        if (merged !== null) expect(merged.split(' ').sort()).toEqual([...words, 'EN', 'ANNAN'].sort());
      }),
    );
  });
});
