import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../../../core/annotation/anchoring/skeleton.ts';

/** Letter by letter, without a quick way for common letters. */
const letters = (text: string): string =>
  (text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [])
    .map((cluster) =>
      /^[\ufb00-\ufb06]$/.test(cluster) ? cluster.normalize('NFKD') : cluster.normalize('NFC'),
    )
    .filter((cluster) => /[\p{L}\p{N}]/u.test(cluster))
    .map((cluster) => cluster.toLowerCase())
    .join('');

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom(
        'å',
        'a\u030a',
        'Ö',
        'O\u0308',
        'ß',
        'ǆ',
        'İ',
        '×',
        '÷',
        'ª',
        '½',
        '½\u0301',
        '\u0301',
        'K-märkt',
        '\n',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('the skeleton of a text', () => {
  it('is its letters and digits, composed and small', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(skeletonOf(original).text).toBe(letters(original));
      }),
    );
  });

  it('knows where each of its units comes from', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: found, starts } = skeletonOf(original);
        expect(starts).toHaveLength(found.length);
        for (let at = 1; at < starts.length; at += 1)
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
      }),
    );
  });

  it('spells out ligatures', () => {
    expect(skeletonOf('eﬀektﬁnt ﬄ').text).toBe('effektfintffl');
  });
});
