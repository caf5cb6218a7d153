import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnchoredQuote } from '../../../../core/annotation/anchoring/findPlace.ts';
import { findPlace } from '../../../../core/annotation/anchoring/findPlace.ts';
import { searchable } from '../../../../core/annotation/anchoring/searchableText.ts';
import { normaliseText } from '../../../../core/text/normaliseText.ts';

const plan =
  'Planområdet ligger i Kyrkbyns östra del. Kommunen föreslår att gatan breddas till sju meter.\n\n' +
  'Dagvatten leds till dammen vid Granån. Kostnaden beräknas till 4,2 miljoner kronor.\n\n' +
  'Bullernivåerna överskrids inte. Samrådet gav elva yttranden, varav tre motsätter sig förslaget.';

const documentOf = (
  pages: readonly string[],
  more: { documentId?: string; itemId?: string; sha256?: string } = {},
) => searchable({ documentId: 'plan', itemId: 'item', sha256: 'new', pages, ...more });

function quoteOf(page: string, exact: string, more: Partial<AnchoredQuote> = {}): AnchoredQuote {
  const text = normaliseText(page);
  const start = text.indexOf(exact);
  return {
    documentId: 'plan',
    itemId: 'item',
    sha256: 'old',
    exact,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(start + exact.length, start + exact.length + 32),
    share: start / text.length,
    page: 1,
    start,
    old: searchable({ documentId: 'plan', itemId: 'item', sha256: 'old', pages: [page] }),
    ...more,
  };
}

const words = (
  pages: readonly string[],
  ranges: readonly { page: number; start: number; end: number }[],
): string => ranges.map(({ page, start, end }) => (pages[page - 1] ?? '').slice(start, end)).join(' | ');

describe('finding the place of a note again', () => {
  test('leaves a note alone while its file is the same', () => {
    expect(findPlace(quoteOf(plan, 'Granån', { sha256: 'new' }), [documentOf([plan])])).toEqual({
      kind: 'kept',
    });
  });

  test('finds the same words in another line and page break, hyphenated and with ligatures', () => {
    const pages = [plan.slice(0, 120).replace('föreslår', 'före-\nslår'), plan.slice(120)];
    const placement = findPlace(quoteOf(plan, 'Kommunen föreslår att gatan'), [documentOf(pages)]);
    expect(placement.kind).toBe('found');
    if (placement.kind === 'found')
      expect(words(pages, placement.ranges)).toBe('Kommunen före-\nslår att gatan');
  });

  test('asks the person to check when the words were changed a little', () => {
    const pages = [plan.replace('4,2 miljoner', '5,9 miljoner')];
    const placement = findPlace(quoteOf(plan, 'Kostnaden beräknas till 4,2 miljoner kronor'), [
      documentOf(pages),
    ]);
    expect(placement).toMatchObject({ kind: 'check' });
    if (placement.kind === 'check') expect(words(pages, placement.ranges)).toContain('5,9 miljoner');
  });

  test('asks the person to check when the paragraph was moved', () => {
    const [first, second, third] = plan.split('\n\n');
    const pages = [[third, first, second].join('\n\n')];
    const placement = findPlace(quoteOf(plan, 'Samrådet gav elva yttranden'), [documentOf(pages)]);
    expect(placement.kind).toBe('check');
  });

  test('puts the note in the tray when the words are gone', () => {
    const pages = [plan.split('\n\n').slice(0, 2).join('\n\n')];
    expect(findPlace(quoteOf(plan, 'Samrådet gav elva yttranden, varav tre'), [documentOf(pages)]).kind).toBe(
      'tray',
    );
  });

  test('finds a quote in another document of the item when the attachment was split', () => {
    const documents = [
      documentOf([plan.slice(0, 180)]),
      documentOf([plan.slice(180)], { documentId: 'second part' }),
    ];
    const placement = findPlace(quoteOf(plan, 'Samrådet gav elva yttranden, varav tre'), documents);
    expect(placement).toMatchObject({ documentId: 'second part' });
  });

  test('takes no part of a word for a word', () => {
    const placement = findPlace(quoteOf('Vi är på ön.', 'är'), [documentOf(['Att lära, bära, skära.'])]);
    expect(placement.kind).toBe('tray');
  });

  test('finds its own words again in any text, wherever the lines break', () => {
    const sentence = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvåäö'),
      minLength: 3,
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 30, maxLength: 80 }),
        fc.nat(),
        fc.nat(20),
        (list, from, width) => {
          const at = from % (list.length - 8);
          const page = list.join(' ');
          const exact = list.slice(at, at + 8).join(' ');
          const rewrapped = list.map((word, i) => word + (i % (width + 2) === 0 ? '\n' : ' ')).join('');
          const start = list.slice(0, at).reduce((sum, word) => sum + word.length + 1, 0);
          const quote = { ...quoteOf(page, exact), start, prefix: page.slice(Math.max(0, start - 32), start),
          suffix: page.slice(start + exact.length, start + exact.length + 32) }; // prettier-ignore
          const placement = findPlace(quote, [documentOf([rewrapped])]);
          expect(placement.kind).not.toBe('tray');
          if (placement.kind === 'found') {
            expect(normaliseText(words([rewrapped], placement.ranges))).toBe(exact);
          }
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
});
