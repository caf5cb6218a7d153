import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, normaliseWithOffsets } from '../../../core/text/normaliseText.ts';

/** Text of the kind that files hold: letters, marks, hyphens, spaces of all sorts, ligatures, half characters. */
const text = fc.string({
  maxLength: 40,
  unit: fc.oneof(
    fc.constantFrom(
      '-',
      '\n',
      ' ',
      '\u00a0',
      '\u00ad',
      '\u200b',
      '\u2010',
      'ﬁ',
      'ﬄ',
      '\u0308',
      '\u030a',
      'a',
      'A',
      'å',
      'o',
      'ch',
    ),
    fc.constantFrom('\u1100', '\u1161', '\u11a8', '가', '\ud83d', '\ude00', '\t', '\u0000', 'och', 'x'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('normaliseText', () => {
  it.each([
    ['kommun-\nstyrelsen', 'kommunstyrelsen'],
    ['kommun-  \n  styrelsen', 'kommunstyrelsen'],
    ['in-\noch utflyttning', 'in- och utflyttning'],
    ['Nord-\nSyd', 'Nord- Syd'],
    ['2024-\n2025', '2024- 2025'],
    ['e-post', 'e-post'],
    ['in- och utflyttning', 'in- och utflyttning'],
    ['ﬁnansiering av oﬃciella', 'finansiering av officiella'],
    ['o\u0308versikt', 'översikt'],
    ['för\u00advaltning', 'förvaltning'],
    ['tjänste\u200bskrivelse', 'tjänsteskrivelse'],
    ['  §\u00a094\n\tInformation  ', '§ 94 Information'],
    ['', ''],
  ])('makes %j into %j', (before, after) => {
    expect(normaliseText(before)).toBe(after);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (original) => {
        const once = normaliseText(original);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('is composed (NFC), with single spaces and none at the ends', () => {
    fc.assert(
      fc.property(text, (original) => {
        const once = normaliseText(original);
        expect(once.normalize('NFC')).toBe(once);
        expect(once).not.toMatch(/^\s|\s$|\s\s|[\n\t\u00a0]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('normaliseWithOffsets', () => {
  it('says for each unit where in the original it comes from', () => {
    const { text: normalised, starts, ends } = normaliseWithOffsets(' kom-\nmun ﬁ');
    expect(normalised).toBe('kommun fi');
    expect([...starts]).toEqual([1, 2, 3, 6, 7, 8, 9, 10, 10]);
    expect([...ends]).toEqual([2, 3, 4, 7, 8, 9, 10, 11, 11]);
  });

  it('gives offsets that rise and lie within the original', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: normalised, starts, ends } = normaliseWithOffsets(original);
        expect(starts).toHaveLength(normalised.length);
        starts.forEach((start, i) => {
          expect(start).toBeLessThan(ends[i] ?? 0);
          expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(original.length);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
