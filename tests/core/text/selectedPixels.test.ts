import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { quadToView } from '../../../core/pdf/pageGeometry.ts';
import type { PdfDocument, PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import { quadsOf } from '../../../core/text/textQuads.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { all, rotated, testPdf } from '../../support/testPdf.ts';
import type { TestPageContent } from '../../support/testPdf.ts';

/** Pixels a point: small letters have enough of them. */
const scale = 3;
const require = createRequire(import.meta.url);
const embedded = (name: string): string => require.resolve(`@fontsource/${name}-latin-400-normal.woff`);
const fonts = {
  Helvetica: 'Helvetica',
  Times: 'Times-Roman',
  'Times italic': 'Times-Italic',
  Courier: 'Courier',
  'embedded sans': embedded('inter/files/inter'),
  'embedded serif': embedded('source-serif-4/files/source-serif-4'),
};

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: string;
  readonly isRed?: boolean;
  readonly characterSpacing?: number;
}

/** Red words are to be selected, blue ones not. */
function words({
  text,
  x,
  y,
  size = 11,
  font = 'Helvetica',
  isRed = false,
  ...more
}: Words): TestPageContent {
  return (page) => {
    page
      .font(font)
      .fontSize(size)
      .fillColor(isRed ? '#ff0000' : '#0000ff');
    page.text(text, x, y, { lineBreak: false, ...more });
  };
}

/** Shares of the red and of the blue ink that lie within the rectangles of the words `wanted`. */
async function inkSelected(content: TestPageContent, wanted: string): Promise<{ red: number; blue: number }> {
  const document = openPdf(engine, await testPdf({ size: [400, 300], pages: [content] }));
  const characters = document.characters(1);
  if (!characters.ok) throw new Error(characters.error.code);
  const page = layOutText(characters.value);
  const start = page.text.indexOf(wanted);
  expect(page.text).toContain(wanted);
  const rects = quadsOf(page, { start, end: start + wanted.length }).map((quad) => {
    const rect = quadToView(page.geometry, quad);
    if (!rect) throw new Error('a quad without corners');
    return rect;
  });
  const drawn = draw(document);
  document.close();
  const ink = { red: 0, blue: 0, redInside: 0, blueInside: 0 };
  for (let y = 0; y < drawn.height; y++) {
    for (let x = 0; x < drawn.width; x++) {
      const at = (y * drawn.width + x) * 4;
      const [r = 255, , b = 255] = drawn.pixels.subarray(at, at + 4);
      // On white, red ink takes away blue, and blue ink red.
      const [red, blue] = [255 - b, 255 - r];
      if (red === 0 && blue === 0) continue;
      const [px, py] = [(x + 0.5) / scale, (y + 0.5) / scale];
      const isInside = rects.some(
        ({ left, top, width, height }) => px >= left && px <= left + width && py >= top && py <= top + height,
      );
      ink.red += red;
      ink.blue += blue;
      ink.redInside += isInside ? red : 0;
      ink.blueInside += isInside ? blue : 0;
    }
  }
  expect(ink.red).toBeGreaterThan(1000);
  return { red: ink.redInside / ink.red, blue: ink.blue === 0 ? 0 : ink.blueInside / ink.blue };
}

function draw(document: PdfDocument): { pixels: Uint8Array; width: number; height: number } {
  const size = document.pageSize(1);
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const area = { pageWidth: width, pageHeight: height, left: 0, top: 0, width, height };
  const drawing = document.startDrawing(1, area);
  if (!drawing.ok) throw new Error(drawing.error.code);
  expect(drawing.value.step(Infinity)).toBe('done');
  const pixels = drawing.value.pixels().slice();
  drawing.value.close();
  return { pixels, width, height };
}

const wanted = 'Ärendet gäller bygglov på fastigheten';

/** The wanted line between two others, lines `pitch` sizes apart. */
const threeLines = (font: string, size: number, pitch = 1.2): TestPageContent =>
  all(
    words({ text: 'Åtgärdsplanen följs upp årligen, jfr bilaga', x: 40, y: 60, size, font }),
    words({ text: wanted, x: 40, y: 60 + size * pitch, size, font, isRed: true }),
    words({ text: 'Ägaren åläggs att följa översiktsplanen', x: 40, y: 60 + 2 * size * pitch, size, font }),
  );

const expectCovered = ({ red, blue }: { red: number; blue: number }): void => {
  expect(red).toBeGreaterThan(0.985);
  expect(blue).toBeLessThan(0.02);
};

describe('the rectangles of selected words', () => {
  const cases = Object.entries(fonts).flatMap(([name, font]) =>
    [7, 11, 16].map((size) => ({ name, font, size })),
  );
  it.each(cases)('cover a line of $name at $size points and not its neighbours', async ({ font, size }) => {
    expectCovered(await inkSelected(threeLines(font, size), wanted));
  });

  it.each([1, 2, 3])('cover it on a page that appears turned %i times', async (turns) => {
    expectCovered(await inkSelected(rotated(turns, threeLines('Helvetica', 11)), wanted));
  });

  it('cover it where only a part of the page is shown', async () => {
    const cropped: TestPageContent = (page, number) => {
      Object.assign(page.page.dictionary.data, { CropBox: [25, 60, 390, 290] });
      threeLines('Times-Roman', 12)(page, number);
    };
    expectCovered(await inkSelected(cropped, wanted));
  });

  it('cover it in its column only', async () => {
    const column = (x: number, isRed: boolean): TestPageContent[] =>
      ['Kommunens budget är i balans', 'för tredje året i rad och', 'skulderna minskar något.'].map(
        (text, i) => words({ text, x, y: 60 + i * 13, size: 10, isRed }),
      );
    const text = [
      'Kommunens budget är i balans',
      'för tredje året i rad och',
      'skulderna minskar något.',
    ].join('\n');
    expectCovered(await inkSelected(all(...column(220, false), ...column(40, true)), text));
  });

  it('cover a part of a word with ligatures', async () => {
    const font = fonts['embedded serif'];
    const line: TestPageContent = (page) => {
      page.font(font).fontSize(20).fillColor('#0000ff');
      page.text('office', 40, 60, { lineBreak: false, continued: true }).fillColor('#ff0000');
      page.text(' effektivt', { lineBreak: false });
    };
    expectCovered(await inkSelected(line, 'effektivt'));
  });

  it('cover words with wide spaces between the letters, and one word of them', async () => {
    const spaced = all(
      words({ text: 'STRATEGI', x: 40, y: 60, characterSpacing: 2.4, isRed: true }),
      words({ text: 'FÖR LÄNET', x: 125, y: 60, characterSpacing: 2.4 }),
    );
    expectCovered(await inkSelected(spaced, 'STRATEGI'));
  });

  it('cover writing that runs upwards', async () => {
    const upwards =
      (x: number, text: string, isRed: boolean): TestPageContent =>
      (page, number) => {
        page.save().rotate(-90, { origin: [x, 250] });
        words({ text, x, y: 250, isRed })(page, number);
        page.restore();
      };
    const content = all(upwards(60, wanted, true), upwards(74, 'Detaljplan för området', false));
    expectCovered(await inkSelected(content, wanted));
  });

  it('cover large and small words of one line', async () => {
    const line = all(
      words({ text: 'Förslag', x: 40, y: 60, size: 24, isRed: true }),
      words({ text: 'Ett helt annat ärende', x: 40, y: 95, size: 11 }),
    );
    expectCovered(await inkSelected(line, 'Förslag'));
  });
});
