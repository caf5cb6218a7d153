import { beforeAll, describe, expect, it } from 'vitest';
import type { PageLink } from '../../../core/pdf/links.ts';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { rawPages } from '../../support/rawPdf.ts';
import { all, line, testPdf } from '../../support/testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

function linksOf(bytes: Uint8Array, page = 1): readonly PageLink[] {
  const links = openPdf(engine, bytes).links(page);
  if (!links.ok) throw new Error(links.error.code);
  return links.value;
}

/** One link annotation an entry on the first of two pages. */
const withLinks = (...links: readonly string[]): Uint8Array =>
  rawPages(2, {
    page: `/Annots[${links.map((link) => `<</Type/Annot/Subtype/Link/Rect[70 700 170 720]${link}>>`).join('')}]`,
  });

const targetsOf = (...links: readonly string[]) => linksOf(withLinks(...links)).map(({ target }) => target);

describe('the links of a page', () => {
  it('lie where the file says, over the words that they are', async () => {
    const bytes = await testPdf({
      pages: [
        all(line('Se bilaga', 70, 100), (page) => page.link(70, 98, 60, 16, 'https://kommun.example/bilaga')),
      ],
    });
    const [link, ...others] = linksOf(bytes);
    expect(others).toEqual([]);
    expect(link?.text).toBe('Se bilaga');
    expect(link?.target).toEqual({ type: 'address', address: 'https://kommun.example/bilaga' });
    expect(link?.boxes[0]?.left).toBeCloseTo(70, 0);
    expect(link?.boxes[0]?.top).toBeCloseTo(841.89 - 98, 0);
  });

  it('lead to pages of the file by destination, by action and by name', () => {
    expect(
      targetsOf(
        '/Dest[4 0 R/XYZ null 300 null]',
        '/A<</S/GoTo/D[4 0 R/FitR 10 20 400 500]>>',
        '/A<</S/URI/URI(#page=2)>>',
      ),
    ).toEqual([
      { type: 'page', page: 2, y: 300 },
      { type: 'page', page: 2, y: 500 },
      { type: 'page', page: 2, y: null },
    ]);
  });

  it('lead to other files by their names alone', () => {
    expect(
      targetsOf(
        '/A<</S/GoToR/F(../Handlingar/Bilaga 2.pdf)/D[4/Fit]>>',
        '/A<</S/Launch/F(C:\\\\Dok\\\\Bilaga 3.docx)>>',
        '/A<</S/URI/URI(Bilaga%204.pdf#page=3)>>',
        '/A<</S/URI/URI(file:///C:/Dok/Bilaga%205.pdf)>>',
      ),
    ).toEqual([
      { type: 'file', name: 'Bilaga 2.pdf', page: 5 },
      { type: 'file', name: 'Bilaga 3.docx', page: null },
      { type: 'file', name: 'Bilaga 4.pdf', page: 3 },
      { type: 'file', name: 'Bilaga 5.pdf', page: null },
    ]);
  });

  it('tell of scripts and other actions without their content', () => {
    expect(targetsOf('/A<</S/JavaScript/JS(app.launchURL(1))>>', '/A<</S/Named/N/Print>>')).toEqual([
      { type: 'action' },
      { type: 'action' },
    ]);
  });

  it('are left out where they lead nowhere or cannot be hit', () => {
    expect(targetsOf('/Dest[99 /Fit]', '/Dest(okänd)', '')).toEqual([]);
    const flat = rawPages(1, {
      page: '/Annots[<</Subtype/Link/Rect[70 700 70 700]/A<</S/URI/URI(https://a.example)>>>>]',
    });
    expect(linksOf(flat)).toEqual([]);
  });

  it('are bounded in number', () => {
    const many = Array.from({ length: 2000 }, () => '/Dest[4 0 R/Fit]');
    expect(linksOf(withLinks(...many))).toHaveLength(500);
  });

  it('have a box a line where the file has quads, but none outside their rectangle', () => {
    const quads = '70 720 170 720 70 712 170 712  70 710 120 710 70 702 120 702  0 0 900 0 0 900 900 900';
    const [link] = linksOf(withLinks(`/QuadPoints[${quads}]/Dest[4 0 R/Fit]`));
    expect(link?.boxes).toEqual([
      { left: 70, bottom: 712, right: 170, top: 720 },
      { left: 70, bottom: 702, right: 120, top: 710 },
    ]);
  });

  it('are found in the text too, unless the author made a link there', async () => {
    const bytes = await testPdf({
      pages: [
        all(
          line('Läs mer på www.kommun.example/plan och https://region.example', 70, 100),
          line('Skriv till kansliet@kommun.example', 70, 140),
          line('https://synlig.example', 70, 180),
          (page) => page.link(70, 178, 130, 16, 'https://egentlig.example/'),
        ),
      ],
    });
    expect(linksOf(bytes).map(({ target }) => target.type === 'address' && target.address)).toEqual([
      'https://egentlig.example/',
      'http://www.kommun.example/plan',
      'https://region.example',
      'mailto:kansliet@kommun.example',
    ]);
  });

  it('of a page that is not there are a damaged document', async () => {
    const bytes = await testPdf({ pages: [line('ord', 20, 20)] });
    expect(openPdf(engine, bytes).links(2)).toEqual({
      ok: false,
      error: { code: 'documentDamaged', detail: { page: 2 } },
    });
  });
});
