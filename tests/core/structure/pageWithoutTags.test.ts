import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';
import { structureOf } from '../../../core/structure/structureOf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { all, line, scan, greyJpeg, testPdf } from '../../support/testPdf.ts';
import type { TestPageContent } from '../../support/testPdf.ts';
import { outline } from './pageOutline.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

function pageOf(bytes: Uint8Array, page = 1): StructuredText {
  const read = openPdf(engine, bytes).taggedPage(page);
  if (!read.ok) throw new Error(read.error.code);
  return structureOf(read.value);
}

describe('a page without tags', () => {
  it('takes large letters for headings, bullets for lists and gaps for cells', async () => {
    const bytes = await testPdf({
      pages: [
        all(
          line('Detaljplan för Kyrkbyn', 50, 60, 24),
          line('Bakgrund', 50, 120, 16),
          line('Kommunen har ritat en plan för ett nytt kvarter', 50, 150, 11),
          line('med bostäder, skola och handel nära stationen.', 50, 164, 11),
          line('• Gatan breddas.', 50, 200, 11),
          line('• Parken behålls.', 50, 218, 11),
          line('Namn', 50, 300, 11),
          line('Ekonomichef', 300, 300, 11),
        ),
      ],
    });
    const page = pageOf(bytes);
    expect(page.structure.source).toBe('looks');
    expect(outline(page)).toEqual([
      ['h1', 'Detaljplan för Kyrkbyn'],
      ['h2', 'Bakgrund'],
      [
        'paragraph',
        'Kommunen har ritat en plan för ett nytt kvarter med bostäder, skola och handel nära stationen.',
      ],
      ['list', ['•', ['paragraph', 'Gatan breddas.']], ['•', ['paragraph', 'Parken behålls.']]],
      ['rows', 'Namn\tEkonomichef'],
    ]);
  });

  it('takes short bold lines of the body for headings, also right on top of what they head', async () => {
    const bold =
      (text: string, y: number): TestPageContent =>
      (page) =>
        page.font('Helvetica-Bold').fontSize(11).text(text, 50, y, { lineBreak: false }).font('Helvetica');
    const bytes = await testPdf({
      pages: [
        all(
          bold('Ärendebeskrivning', 100),
          line('Det finns tre vattenverk och ett reningsverk i kommundelen.', 50, 113, 11),
          line('Anläggningarna behöver renoveras inom de närmaste åren.', 50, 126, 11),
          bold('Nämnden ska svara senast den 1 maj.', 170),
          line('Svaret skickas till länsstyrelsen i god tid före mötet.', 50, 183, 11),
        ),
      ],
    });
    expect(outline(pageOf(bytes))).toEqual([
      ['h4', 'Ärendebeskrivning'],
      [
        'paragraph',
        'Det finns tre vattenverk och ett reningsverk i kommundelen. Anläggningarna behöver renoveras inom de närmaste åren.',
      ],
      ['paragraph', 'Nämnden ska svara senast den 1 maj.'],
      ['paragraph', 'Svaret skickas till länsstyrelsen i god tid före mötet.'],
    ]);
  });

  it('takes no bold line for a heading where nearly everything is bold', async () => {
    const bytes = await testPdf({
      pages: [
        (page) => {
          page.font('Helvetica-Bold').fontSize(11);
          page.text('Kallelse', 50, 100, { lineBreak: false });
          page.text('Tid och plats', 50, 160, { lineBreak: false }).font('Helvetica');
        },
      ],
    });
    expect(outline(pageOf(bytes)).map((block) => (Array.isArray(block) ? block[0] : null))).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });

  it('puts a picture where it stands between the words, but not one that heads the page or lies behind them', async () => {
    const picture =
      (x: number, y: number, width: number, height: number): TestPageContent =>
      (page) =>
        page.image(Buffer.from(greyJpeg), x, y, { width, height });
    const bytes = await testPdf({
      pages: [
        all(
          picture(0, 0, 595, 842),
          picture(50, 20, 60, 60),
          line('Före bilden.', 50, 150, 11),
          picture(50, 200, 300, 200),
          line('Efter bilden.', 50, 450, 11),
        ),
      ],
    });
    const page = pageOf(bytes);
    expect(outline(page)).toEqual([
      ['paragraph', 'Före bilden.'],
      ['figure', '', ''],
      ['paragraph', 'Efter bilden.'],
    ]);
    const [, figure] = page.structure.blocks;
    expect(figure?.type === 'figure' && figure.box).toMatchObject({
      left: expect.closeTo(50, 0),
      right: expect.closeTo(350, 0),
      top: expect.closeTo(641.9, 0),
    });
  });

  it('says that a scan has no words but a picture, and that an empty page has neither', async () => {
    const bytes = await testPdf({ pages: [scan(greyJpeg), () => undefined] });
    expect(pageOf(bytes, 1).structure).toMatchObject({ blocks: [], hasDrawings: true });
    expect(pageOf(bytes, 2).structure).toMatchObject({ blocks: [], hasDrawings: false });
  });
});
