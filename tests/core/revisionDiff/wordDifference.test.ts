import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSequences } from '../../../core/revisionDiff/alignSequences.ts';
import { newText, sayingKey, wordDifference, wordTokens } from '../../../core/revisionDiff/wordDifference.ts';

const words = fc.array(
  fc.constantFrom(
    'nämnden',
    'föreslår',
    'att',
    'gatan',
    'breddas',
    '4 200',
    'kronor',
    '12,5 %',
    '(KS 2026/7)',
    '–',
    '”ja”',
  ),
  { maxLength: 40 },
);
const text = words.map((list) => list.join(' '));

describe('a difference word by word', () => {
  it('reads the new text when what was removed is left out', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(newText(wordDifference(before, after))).toBe(after);
      }),
    );
  });

  it('says what the old text said when what was added is left out', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const old = wordDifference(before, after)
          .filter(({ kind }) => kind !== 'added')
          .map((part) => part.text)
          .join('');
        expect(sayingKey(old)).toBe(sayingKey(before));
      }),
    );
  });

  it('finds the one word that is another', () => {
    expect(wordDifference('Planen godkänns i oktober 2026.', 'Planen godkänns i september 2026.')).toEqual([
      { kind: 'same', text: 'Planen godkänns i' },
      { kind: 'removed', text: ' oktober' },
      { kind: 'added', text: ' september' },
      { kind: 'same', text: ' 2026.' },
    ]);
  });

  it('keeps words whole with å, ä and ö, and numbers with their decimals', () => {
    expect(wordTokens('Åtgärderna kostar 4,2 miljoner.').map((token) => token.text.trim())).toEqual([
      'Åtgärderna',
      'kostar',
      '4,2',
      'miljoner',
      '.',
    ]);
  });

  it('takes other dashes, quotation marks and joined words for the same, other numbers never', () => {
    const isSame = (a: string, b: string): boolean =>
      wordDifference(a, b).every(({ kind }) => kind === 'same');
    expect(isSame('”Ja” – nej', '"Ja" - nej')).toBe(true);
    expect(isSame('EU-projekt i kommun styrelsen', 'EUprojekt i kommunstyrelsen')).toBe(true);
    expect(isSame('belopp 12 5 kr', 'belopp 125 kr')).toBe(false);
    expect(isSame('1,5 procent', '15 procent')).toBe(false);
  });
});

describe('two sequences', () => {
  const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 });

  it('are covered from beginning to end, and what is called the same is', () => {
    fc.assert(
      fc.property(members, members, (before, after) => {
        const stretches = alignSequences(before, after);
        let [atBefore, atAfter] = [0, 0];
        for (const stretch of stretches) {
          expect(stretch.before[0]).toBe(atBefore);
          expect(stretch.after[0]).toBe(atAfter);
          [atBefore, atAfter] = [stretch.before[1], stretch.after[1]];
          if (stretch.same) expect(after.slice(...stretch.after)).toEqual(before.slice(...stretch.before));
        }
        expect([atBefore, atAfter]).toEqual([before.length, after.length]);
      }),
    );
  });

  it('are compared quickly also when members are repeated thousands of times', () => {
    const before = Array.from({ length: 6000 }, (_, at) => (at % 3 === 0 ? `m${at}` : 'Ja.'));
    const after = before.filter((_, at) => at !== 3000).toSpliced(10, 0, 'Nytt.');
    const started = performance.now();
    const stretches = alignSequences(before, after);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(stretches.filter(({ same }) => !same).length).toBeLessThan(20);
  });
});
