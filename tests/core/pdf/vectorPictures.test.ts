import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import type { Box } from '../../../core/text/pageText.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { testPdf } from '../../support/testPdf.ts';
import type { TestPageContent } from '../../support/testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

async function picturesOn(content: TestPageContent): Promise<readonly Box[]> {
  const found = openPdf(engine, await testPdf({ pages: [content] })).vectorPictures(1);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const colours = ['#cfe3b0', '#7db7d8', '#d9a06b', '#b04a3a'];

/** Fifty crooked plots of land, ten a row, from a place on the page. */
const map =
  (x: number, y: number, use: readonly string[] = colours): TestPageContent =>
  (page) => {
    for (let plot = 0; plot < 50; plot++) {
      const [left, top] = [x + (plot % 10) * 20, y + Math.floor(plot / 10) * 20];
      page
        .moveTo(left, top)
        .lineTo(left + 19, top + 2)
        .lineTo(left + 21, top + 12)
        .lineTo(left + 14, top + 20)
        .lineTo(left + 2, top + 18)
        .lineTo(left - 1, top + 8)
        .closePath()
        .fill(use[plot % use.length] ?? '#000000');
    }
  };

const cells: TestPageContent = (page) => {
  for (let cell = 0; cell < 60; cell++)
    page
      .rect(60 + (cell % 6) * 70, 200 + Math.floor(cell / 6) * 20, 70, 20)
      .fill(colours[cell % 4] ?? '#000000');
};

describe('pictures drawn with lines and areas', () => {
  it('are found where many coloured shapes lie together, as large as those are', async () => {
    const [found, ...others] = await picturesOn(map(100, 300));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      left: expect.closeTo(99, -1),
      right: expect.closeTo(301, -1),
      top: expect.closeTo(541.9, -1),
      bottom: expect.closeTo(441.9, -1),
    });
  });

  it('are told apart when there is room between them', async () => {
    const found = await picturesOn((page, number) => {
      map(60, 100)(page, number);
      map(60, 500)(page, number);
    });
    expect(found).toHaveLength(2);
  });

  it('are not a table with coloured cells, a drawing in greys, a sign in one colour or the ground of the page', async () => {
    expect(await picturesOn(cells)).toEqual([]);
    expect(await picturesOn(map(100, 300, ['#808080', '#c0c0c0', '#303030']))).toEqual([]);
    expect(await picturesOn(map(100, 300, ['#b04a3a']))).toEqual([]);
    expect(await picturesOn((page) => page.rect(0, 0, 595, 842).fill('#f7f4ea'))).toEqual([]);
  });
});
