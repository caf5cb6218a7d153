import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { readingUnits, spokenWordAt, unitFrom } from '../../../core/reading/readingUnits.ts';
import { runningLines, without } from '../../../core/reading/runningLines.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';
import { structureOf } from '../../../core/structure/structureOf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import type { TestPageContent } from '../../support/testPdf.ts';
import { all, line, testPdf } from '../../support/testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

async function pagesOf(...pages: TestPageContent[]): Promise<StructuredText[]> {
  const document = openPdf(engine, await testPdf({ pages }));
  return pages.map((_, index) => {
    const tagged = document.taggedPage(index + 1);
    if (!tagged.ok) throw new Error('the test’s own page is readable');
    return structureOf(tagged.value);
  });
}

const framed = (page: number, ...body: TestPageContent[]): TestPageContent =>
  all(line('Kommunstyrelsen', 70, 40), line(`Dnr KS 2026/12, blad ${page}`, 70, 800), ...body);

const unitsOf = ({ text, structure }: StructuredText, neighbours: readonly StructuredText[] = []) =>
  readingUnits(text, structure.blocks, {
    language: 'sv',
    silent: runningLines(
      text,
      neighbours.map((other) => other.text),
    ),
    figure: (alternative) => `Bild: ${alternative}`,
  });

describe('what is read aloud of a page', () => {
  it('goes sentence by sentence, lines joined, with the place of each on the page', async () => {
    const [page] = await pagesOf(
      all(line('Gatan breddas under våren och', 70, 200), line('sommaren. Bl.a. dras rör om.', 70, 214)),
    );
    if (!page) throw new Error('one page');
    const units = unitsOf(page);
    expect(units.map(({ spoken }) => spoken)).toEqual([
      'Gatan breddas under våren och sommaren.',
      'bland annat dras rör om.',
    ]);
    const [first, second] = units;
    expect(first?.ranges.map(({ start, end }) => page.text.text.slice(start, end)).join(' ')).toContain(
      'sommaren.',
    );
    expect(new Set(units.map(({ paragraph }) => paragraph)).size).toBe(1);
    expect(unitFrom(units, page.text.text.indexOf('dras'))).toBe(1);
    const word = second && spokenWordAt(second, page.text, 'bland annat '.length);
    expect(word && page.text.text.slice(word.start, word.end)).toBe('dras');
  });

  it('leaves out headers and footers that a neighbouring page has too, and page numbers', async () => {
    const pages = await pagesOf(
      framed(1, line('Första sidan handlar om vägar.', 70, 300)),
      framed(2, line('Andra sidan handlar om broar.', 70, 300), line('Sida 2 av 2', 300, 815)),
    );
    const [one, two] = pages;
    if (!one || !two) throw new Error('two pages');
    expect(unitsOf(one, [two]).map(({ spoken }) => spoken)).toEqual(['Första sidan handlar om vägar.']);
    expect(unitsOf(two, [one]).map(({ spoken }) => spoken)).toEqual(['Andra sidan handlar om broar.']);
    expect(unitsOf(one).map(({ spoken }) => spoken)).toContain('Kommunstyrelsen');
  });

  it('describes a picture and reads a table row by row', async () => {
    const [page] = await pagesOf(line('Kostnad', 70, 200));
    if (!page) throw new Error('one page');
    const words = [{ start: 0, end: page.text.text.length }];
    const paragraph = { type: 'paragraph', level: 0, words, language: '' } as const;
    const cell = { scope: null, columnSpan: 1, rowSpan: 1, blocks: [paragraph] } as const;
    const units = readingUnits(
      page.text,
      [
        { type: 'figure', alternative: 'Karta över Kyrkbyn.', words: [], box: null },
        { type: 'table', rows: [[cell, cell], [cell]] },
      ],
      { language: 'sv', silent: [], figure: (alternative) => `Bild: ${alternative}` },
    );
    expect(units.map(({ spoken, paragraph: number }) => [number, spoken])).toEqual([
      [0, 'Bild: Karta över Kyrkbyn.'],
      [1, 'Kostnad'],
      [1, 'Kostnad'],
      [2, 'Kostnad'],
    ]);
    expect(units[0]?.ranges).toEqual([]);
  });
});

describe('cutting ranges out of a range', () => {
  it('leaves what lies before, between and after', () => {
    const others = [
      { start: 0, end: 3 },
      { start: 5, end: 6 },
      { start: 9, end: 20 },
    ];
    expect(without({ start: 2, end: 10 }, others)).toEqual([
      { start: 3, end: 5 },
      { start: 6, end: 9 },
    ]);
    expect(without({ start: 10, end: 12 }, others)).toEqual([]);
  });
});
