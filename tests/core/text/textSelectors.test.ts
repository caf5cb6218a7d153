import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { selectorSchema } from '../../../core/annotation/annotationSchema.ts';
import { normaliseText } from '../../../core/text/normaliseText.ts';
import { quadsOf } from '../../../core/text/textQuads.ts';
import { pageSelector, quadsOfPosition, selectorsFor } from '../../../core/text/textSelectors.ts';
import type { MarkedText } from '../../../core/text/textSelectors.ts';
import { pageOf, paragraph } from './charactersOf.ts';

const sha256 = 'a'.repeat(64);
const lines = [
  'Nämnden beslutar att anta planen för Kyrk-',
  'byn enligt förvaltningens förslag den 3 mars',
  'och att ﬁnansiera den inom budget.',
];
const page = pageOf(...paragraph(lines));
const marked = (words: string, more: Partial<MarkedText> = {}): MarkedText => {
  const start = page.text.indexOf(words);
  return {
    sha256,
    filePage: 7,
    page,
    range: { start, end: start + words.length },
    previousText: null,
    nextText: null,
    ...more,
  };
};

describe('selectorsFor', () => {
  it('says the place in three ways', () => {
    expect(selectorsFor(marked('förvaltningens förslag'))).toEqual([
      { type: 'PageSelector', sha256, page: 7, quads: [[105, 698, 215, 698, 105, 688, 215, 688]] },
      {
        type: 'TextQuoteSelector',
        exact: 'förvaltningens förslag',
        prefix: ' anta planen för Kyrkbyn enligt ',
        suffix: ' den 3 mars och att finansiera d',
        normalisation: 1,
      },
      { type: 'TextPositionSelector', start: 52, end: 74 },
    ]);
  });

  it('keeps 32 characters on either side, taking from the pages around', () => {
    const selectors = selectorsFor(
      marked('Nämnden', {
        previousText: 'Föregående sida slutar med en lång me-\nning.',
        nextText: 'Nästa.',
      }),
    );
    expect(selectors?.[1]).toMatchObject({
      prefix: 'sida slutar med en lång mening. ',
      suffix: ' beslutar att anta planen för Ky',
    });
    const last = selectorsFor(marked('inom budget.', { nextText: 'Nästa sida börjar här och går vidare.' }));
    expect(last?.[1]).toMatchObject({
      prefix: 'n 3 mars och att finansiera den ',
      suffix: ' Nästa sida börjar här och går v',
    });
  });

  it('has shorter surroundings at the ends of the document', () => {
    expect(selectorsFor(marked('Nämnden'))?.[1]).toMatchObject({ prefix: '' });
    expect(selectorsFor(marked('budget.'))?.[1]).toMatchObject({ suffix: '' });
  });

  it('marks a word broken at the line end as the whole word, on two lines', () => {
    const [where, quote] = selectorsFor(marked('Kyrk-\nbyn')) ?? [];
    expect(quote).toMatchObject({ exact: 'Kyrkbyn' });
    expect(where).toMatchObject({ quads: [expect.any(Array), expect.any(Array)] });
  });

  it('is nothing when only white space is marked', () => {
    expect(selectorsFor(marked(' '))).toBeNull();
    expect(selectorsFor(marked('', { range: { start: 3, end: 3 } }))).toBeNull();
  });

  it('gives for any marking selectors that are valid and lead back to the same words', () => {
    const offset = fc.nat(page.text.length);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        const selectors = selectorsFor({ ...marked(''), range });
        if (selectors === null) {
          expect(normaliseText(page.text.slice(range.start, range.end))).toMatch(/^-?$/);
          return;
        }
        for (const selector of selectors) expect(v.is(selectorSchema, selector)).toBe(true);
        const [where, quote, position] = selectors;
        if (
          where?.type !== 'PageSelector' ||
          quote?.type !== 'TextQuoteSelector' ||
          position?.type !== 'TextPositionSelector'
        )
          throw new Error('three selectors');
        expect(normaliseText(page.text).slice(position.start, position.end)).toBe(quote.exact);
        expect(quote.prefix + quote.exact + quote.suffix).toBe(
          normaliseText(page.text).slice(
            position.start - quote.prefix.length,
            position.end + quote.suffix.length,
          ),
        );
        const again = quadsOfPosition(page, position);
        expect(again.length).toBeGreaterThan(0);
        expect(quadsOf(page, range).length - again.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('quadsOfPosition', () => {
  it('is empty for offsets outside the page', () => {
    expect(quadsOfPosition(page, { start: 5000, end: 5010 })).toEqual([]);
    expect(quadsOfPosition(page, { start: 10, end: 10 })).toEqual([]);
  });
});

describe('pageSelector', () => {
  it('names the page and marks no words on it', () => {
    expect(v.is(selectorSchema, pageSelector(sha256, 3))).toBe(true);
    expect(pageSelector(sha256, 3)).toMatchObject({ page: 3, quads: [] });
  });
});
