import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, personalNumbers } from '../../../core/preflight/personalNumbers.ts';

const found = (text: string): readonly string[] =>
  personalNumbers(text, 2026).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

/** A number by its rule, of nobody. */
const made = (date: string, serial: string, separator = '-', century = ''): string =>
  `${century}${date}${separator}${serial}${checkDigit(`${date}${serial}`)}`;

describe('personal identity numbers', () => {
  it.each([
    ['with hyphen', made('900101', '001')],
    ['without', made('900101', '001', '')],
    ['with century', made('900101', '001', '-', '19')],
    ['with century and without hyphen', made('900101', '001', '', '19')],
    ['of one who is over a hundred', made('230101', '001', '+')],
    ['of the old century', made('880229', '001', '-', '18')],
    ['on a leap day', made('000229', '001')],
    ['with a typographic hyphen', made('900101', '001', '‑')],
    ['broken at the hyphen', made('900101', '001', '-\n')],
    ['at the end of a sentence', `${made('900101', '001')}.`],
  ])('are found %s', (_how, text) => {
    expect(found(`Sökanden, ${text} och andra`)).toHaveLength(1);
    expect(personalNumbers(text, 2026)[0]?.kind).toBe('personal');
  });

  it('are told from coordination numbers by the day', () => {
    expect(found(made('900161', '001'))).toEqual([`coordination ${made('900161', '001')}`]);
    expect(found(made('900191', '001'))).toEqual([`coordination ${made('900191', '001')}`]);
  });

  it.each([
    ['a wrong check digit', '900101-0018'],
    ['a day that does not exist', made('900231', '001')],
    ['a month that does not exist', made('901301', '001')],
    ['no leap year', made('900229', '001')],
    ['a day of coordination that does not exist', made('900192', '001')],
    ['an organisation number', '556036-0793'],
    ['more digits before', `1${made('900101', '001')}`],
    ['more digits behind', `${made('900101', '001')}1`],
    ['a letter before', `B${made('900101', '001')}`],
    ['a decimal', `${made('900101', '001', '')},5`],
    ['a date and a time', '900101 0017'],
    ['a year to come', made('270101', '001', '-', '20')],
  ])('are not %s', (_why, text) => {
    expect(found(text)).toEqual([]);
  });

  it('has a check digit that one changed digit breaks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), fc.nat(8), fc.integer({ min: 1, max: 9 }), (nine, at, by) => {
        const digits = [...nine];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(checkDigit(digits.join(''))).not.toBe(checkDigit(nine));
      }),
    );
  });

  it('are found all in a long text without taking long', () => {
    const text = `${'1'.repeat(50_000)} ${'19'.repeat(50_000)} ${'8 - '.repeat(50_000)} ${made('900101', '001')}`;
    const start = performance.now();
    expect(found(text)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
