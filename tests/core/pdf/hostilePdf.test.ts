import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfDocument, PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import {
  brokenOutlinePdf,
  circularLinksPdf,
  commentedPdf,
  formPdf,
  hugePagePdf,
  noFontsPdf,
  pdfOfManyPages,
} from '../../support/hostilePdf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { line, testPdf } from '../../support/testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

function textOf(document: PdfDocument, page: number): string {
  const characters = document.characters(page);
  if (!characters.ok) throw new Error(characters.error.code);
  return layOutText(characters.value).text;
}

/** How many pixels are not white, drawn small. */
function inkOf(document: PdfDocument): number {
  const area = { pageWidth: 200, pageHeight: 200, left: 0, top: 0, width: 200, height: 200 };
  const drawing = document.startDrawing(1, area);
  if (!drawing.ok) throw new Error(drawing.error.code);
  expect(drawing.value.step(Infinity)).toBe('done');
  const ink = drawing.value.pixels().filter((value, i) => i % 4 !== 3 && value < 200).length;
  drawing.value.close();
  return ink;
}

describe('a hostile document', () => {
  it('of 10,000 pages has each of them', () => {
    const document = openPdf(engine, pdfOfManyPages(10_000));
    expect(document.pageCount).toBe(10_000);
    for (const page of [1, 4711, 10_000])
      expect(textOf(document, page)).toBe(`Sidan ${page} av den stora handlingen`);
    document.close();
  });

  it('of 200 × 200 inches has its size, its words and is drawn', () => {
    const document = openPdf(engine, hugePagePdf());
    expect(document.pageSize(1)).toEqual({ width: 14_400, height: 14_400 });
    expect(textOf(document, 1)).toContain('Nere till höger');
    expect(inkOf(document)).toBeGreaterThan(100);
    document.close();
  });

  it('with a broken outline has the entries that are some', () => {
    const document = openPdf(engine, brokenOutlinePdf());
    const { entries } = document.outline(() => false);
    expect(entries.map(({ title, target }) => [title, target?.type === 'page' ? target.page : null])).toEqual(
      [
        ['Sida tva', 2],
        ['Ingenstans', null],
        ['Runt', null],
      ],
    );
    document.close();
  });

  it('with links in a circle has them once each', () => {
    const document = openPdf(engine, circularLinksPdf());
    const links = document.links(1);
    expect(links.ok && links.value.map(({ target }) => target)).toEqual([
      { type: 'page', page: 2, y: null },
      { type: 'page', page: 2, y: null },
    ]);
    document.close();
  });

  it('without fonts has words and is drawn', () => {
    const document = openPdf(engine, noFontsPdf());
    expect(textOf(document, 1)).toContain('Rad 1 utan typsnitt');
    expect(inkOf(document)).toBeGreaterThan(50);
    document.close();
  });

  it('that is a form shows what was filled in and says that it is one', () => {
    const document = openPdf(engine, formPdf());
    expect(document.hasForm()).toBe(true);
    expect(inkOf(document)).toBeGreaterThan(50);
    document.close();
  });

  it('that only its owner may change opens without a password', async () => {
    const bytes = await testPdf({ pages: [line('Låst av ägaren', 70, 80)], ownerPassword: 'kansliet' });
    const document = openPdf(engine, bytes);
    expect(textOf(document, 1)).toBe('Låst av ägaren');
    document.close();
  });

  it('that others wrote in says who', () => {
    const document = openPdf(engine, commentedPdf());
    const comments = document.comments(1);
    expect(comments.ok && comments.value.map(({ kind, author }) => [kind, author])).toEqual([
      ['highlight', 'Gun Stensson'],
      ['text', 'Per Axelsson'],
      ['text', ''],
    ]);
    document.close();
  });
});
