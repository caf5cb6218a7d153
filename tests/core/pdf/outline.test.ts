import { beforeAll, describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../../core/pdf/outline.ts';
import { outlineOfPages } from '../../../core/pdf/outline.ts';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { rawPages } from '../../support/rawPdf.ts';
import { line, testPdf } from '../../support/testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

const inTime = (): boolean => false;
const outlineOf = (bytes: Uint8Array, isOutOfTime = inTime) => openPdf(engine, bytes).outline(isOutOfTime);

/** Outline objects after three pages: the root is object 6, its entries follow. */
const withOutline = (root: string, ...entries: readonly string[]): Uint8Array =>
  rawPages(3, { catalogue: '/Outlines 6 0 R', more: [root, ...entries] });

const title = (words: string): string =>
  `<FEFF${Array.from(words, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

describe('the outline of a document', () => {
  it('has its bookmarks in reading order with levels, pages and heights', () => {
    const bytes = withOutline(
      '<</Type/Outlines/First 7 0 R/Last 9 0 R>>',
      `<</Title${title('Förslag till beslut')}/Parent 6 0 R/Next 9 0 R/First 8 0 R/Last 8 0 R/Dest[3 0 R/XYZ 70 700 null]>>`,
      `<</Title(Ekonomi)/Parent 7 0 R/Dest[4 0 R/FitH 500]>>`,
      `<</Title(Bilagor)/Parent 6 0 R/Prev 7 0 R/A<</S/GoTo/D[5 0 R/Fit]>>>>`,
    );
    expect(outlineOf(bytes)).toEqual({
      isCut: false,
      entries: [
        { title: 'Förslag till beslut', level: 1, target: { type: 'page', page: 1, y: 700 } },
        { title: 'Ekonomi', level: 2, target: { type: 'page', page: 2, y: 500 } },
        { title: 'Bilagor', level: 1, target: { type: 'page', page: 3, y: null } },
      ],
    });
  });

  it('is empty when the document has none', async () => {
    expect(outlineOf(await testPdf({ pages: [line('ord', 20, 20)] }))).toEqual({ entries: [], isCut: false });
  });

  it('reads a circle of entries once', () => {
    const bytes = withOutline(
      '<</First 7 0 R>>',
      '<</Title(A)/Next 8 0 R/First 7 0 R>>',
      '<</Title(B)/Next 7 0 R/First 6 0 R>>',
    );
    expect(outlineOf(bytes).entries.map((entry) => entry.title)).toEqual(['A', 'B']);
  });

  it('keeps entries that lead nowhere, as headings without a place', () => {
    const bytes = withOutline(
      '<</First 7 0 R>>',
      '<</Title(Borta)/Dest(finns inte)/Next 8 0 R>>',
      '<</Title(Utanför)/Dest[99 /Fit]/Next 9 0 R>>',
      '<</Title(Skript)/A<</S/JavaScript/JS(app.alert(1))>>>>',
    );
    expect(outlineOf(bytes).entries).toEqual([
      { title: 'Borta', level: 1, target: null },
      { title: 'Utanför', level: 1, target: null },
      { title: 'Skript', level: 1, target: { type: 'action' } },
    ]);
  });

  it('passes over entries without a title and keeps what stands under them', () => {
    const bytes = withOutline('<</First 7 0 R>>', '<</First 8 0 R>>', '<</Title(Under)/Dest[3 0 R/Fit]>>');
    expect(outlineOf(bytes).entries).toEqual([
      { title: 'Under', level: 1, target: { type: 'page', page: 1, y: null } },
    ]);
  });

  it('takes away what would turn or hide the words of a title', () => {
    const bytes = withOutline('<</First 7 0 R>>', `<</Title${title('\u202eBi\u00adlaga\n\t 1\u0000')}>>`);
    expect(outlineOf(bytes).entries[0]?.title).toBe('Bilaga 1');
  });

  it('ends after ten thousand entries and says so', () => {
    const entries = Array.from({ length: 10_050 }, (_, i) => `<</Title(${i})/Next ${8 + i} 0 R>>`);
    const { entries: read, isCut } = outlineOf(withOutline('<</First 7 0 R>>', ...entries));
    expect([read.length, isCut]).toEqual([10_000, true]);
  });

  it('ends at the thirty-second level and says so', () => {
    const entries = Array.from({ length: 500 }, (_, i) => `<</Title(${i})/First ${8 + i} 0 R>>`);
    const { entries: read, isCut } = outlineOf(withOutline('<</First 7 0 R>>', ...entries));
    expect([read.length, isCut]).toEqual([32, true]);
  });

  it('ends when its time is out', () => {
    const entries = Array.from({ length: 100 }, (_, i) => `<</Title(${i})/Next ${8 + i} 0 R>>`);
    let asked = 0;
    const { entries: read, isCut } = outlineOf(
      withOutline('<</First 7 0 R>>', ...entries),
      () => ++asked > 5,
    );
    expect([read.length, isCut]).toEqual([5, true]);
  });
});

describe('a document that is some pages of a file', () => {
  const entry = (level: number, page: number): OutlineEntry => ({
    title: `${page}`,
    level,
    target: { type: 'page', page, y: null },
  });

  it('has the entries of its pages, on the levels that are left', () => {
    const whole = [entry(1, 1), entry(2, 3), entry(3, 4), entry(2, 5), entry(1, 9)];
    expect(outlineOfPages(whole, { from: 3, to: 5 })).toEqual([entry(1, 3), entry(2, 4), entry(1, 5)]);
    expect(outlineOfPages(whole, null)).toBe(whole);
  });
});
