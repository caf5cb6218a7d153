import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPages } from '../../../core/agendaImport/cuts/splitMerged.ts';
import { printedPageNumber } from '../../../core/agendaImport/cuts/printedPageNumber.ts';
import { startSigns } from '../../../core/agendaImport/cuts/startSigns.ts';
import type { LookedLine, LookedPdf, PageLook } from '../../../core/agendaImport/observed.ts';

const filler = (from: number): LookedLine[] =>
  Array.from({ length: 6 }, (_, at) => ({
    text: `Här står en mening nummer ${from + at} som säger något om saken.`,
    size: 11,
  }));

/** A page of text with lines above and below it. */
function page(above: readonly (string | LookedLine)[], below: readonly string[] = [], from = 1): PageLook {
  const head = above.map((line) => (typeof line === 'string' ? { text: line, size: 11 } : line));
  const foot = below.map((text) => ({ text, size: 9 }));
  const lines = [...head, ...filler(from), ...foot];
  return {
    width: 595,
    height: 842,
    first: lines,
    last: lines.slice(-4),
    bodySize: 11,
    letterCount: 900,
    isBlank: false,
    text: lines.map(({ text }) => text).join('\n'),
  };
}

const pdfOf = (pages: readonly PageLook[], outline: LookedPdf['outline'] = []): LookedPdf => ({
  pageCount: pages.length,
  pages,
  outline,
});

const partsOf = (pdf: LookedPdf, titles: readonly string[] = [], agendaPages: readonly number[] = []) =>
  cutPages(startSigns(pdf, titles, new Set(agendaPages))).map(({ from, to }) => `${from}-${to}`);

const title = (text: string): LookedLine => ({ text, size: 20 });

describe('cuts of a merged file', () => {
  test('follow page numbers that begin again', () => {
    const numbered = (of: number) =>
      Array.from({ length: of }, (_, at) => page([`${at + 1} (${of})`], [], at * 10 + of));
    expect(partsOf(pdfOf([...numbered(3), ...numbered(1), ...numbered(4)]))).toEqual(['1-3', '4-4', '5-8']);
  });

  test('follow bookmarks that reach through the file', () => {
    const pages = Array.from({ length: 9 }, (_, at) => page([], [], at * 7));
    const outline = [1, 4, 8].map((at) => ({
      title: `Ärende ${at}`,
      level: 1,
      target: { type: 'page' as const, page: at, y: null },
    }));
    expect(partsOf(pdfOf(pages, outline))).toEqual(['1-3', '4-7', '8-9']);
  });

  test('follow letterheads, and not the chapters of one document', () => {
    const report = (name: string) => [
      page(
        [
          'Tjänsteskrivelse',
          'Datum: 2026-05-02',
          `Handläggare: ${name}`,
          'Dnr: KS 2026/1',
          title(`Om ${name}`),
        ],
        [],
        1,
      ),
      page([title('Bakgrund och bedömning')], [], 20),
      page([title('Konsekvenser i stort')], [], 40),
    ];
    expect(partsOf(pdfOf([...report('vatten'), ...report('vägar')]))).toEqual(['1-3', '4-6']);
  });

  test('follow the pages that the agenda names', () => {
    const pages = Array.from({ length: 6 }, (_, at) => page([], [], at * 9));
    expect(partsOf(pdfOf(pages), [], [3, 5])).toEqual(['1-2', '3-4', '5-6']);
  });

  test('follow titles of the agenda where a page begins with one', () => {
    const pages = [
      page(['Kallelse']),
      page([title('Taxa för vatten')], [], 9),
      page([], [], 30),
      page([title('Detaljplan för ängen')], [], 50),
    ];
    expect(partsOf(pdfOf(pages), ['Taxa för vatten', 'Detaljplan för ängen'])).toEqual(['1-1', '2-3', '4-4']);
  });

  test('are none in one document with a running head', () => {
    const pages = Array.from({ length: 8 }, (_, at) =>
      page(['Årsredovisning för nämnden 2025'], [String(at + 1)], at * 8),
    );
    expect(partsOf(pdfOf(pages))).toEqual(['1-8']);
  });
});

describe('any signs', () => {
  const signs = fc.array(
    fc.record({
      odds: fc.double({ min: -9, max: 9, noNaN: true }),
      printed: fc.option(
        fc.record({ page: fc.integer({ min: 1, max: 5 }), of: fc.option(fc.integer({ min: 1, max: 9 })) }),
      ),
    }),
    { minLength: 1, maxLength: 40 },
  );

  test('give parts that cover every page once, each with a certainty', () => {
    fc.assert(
      fc.property(signs, (pages) => {
        const parts = cutPages(pages.map((one) => ({ ...one, signs: [] })));
        expect(parts.map(({ from }) => from)).toEqual([1, ...parts.slice(0, -1).map(({ to }) => to + 1)]);
        expect(parts.at(-1)?.to).toBe(pages.length);
        for (const { certainty } of parts) expect(certainty >= 0 && certainty <= 1).toBe(true);
      }),
    );
  });
});

test('page numbers are read in the ways they are printed, and dates and amounts are none', () => {
  const read = (text: string) => printedPageNumber(page([text]));
  for (const text of ['Sida 3 av 12', '3 (12)', '3/12', 'Kommunstyrelsen\t3 (12)', 'Page 3 of 12'])
    expect(read(text)).toEqual({ page: 3, of: 12 });
  for (const text of ['2026-05-12', 'Budget 12 (SEK)', '12 (3)', '1 500 000'])
    expect(read(text)?.of ?? null).toBeNull();
});
