import { beforeAll, describe, expect, it } from 'vitest';
import { isMostlyPicture, keptAreas } from '../../../core/pdf/keptAreas.ts';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import type { PageColours } from '../../../core/pdf/recolour.ts';
import { recolour } from '../../../core/pdf/recolour.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { all, greyJpeg, line, scan, testPdf } from '../../support/testPdf.ts';

const dark: PageColours = { paper: [30, 30, 28], ink: [232, 230, 225], isInverted: true, contrast: 1 };
const sepia: PageColours = { paper: [244, 236, 216], ink: [62, 48, 36], isInverted: false, contrast: 1 };
const strong: PageColours = { paper: [0, 0, 0], ink: [255, 255, 255], isInverted: true, contrast: 1.8 };

function changed(colour: readonly number[], colours: PageColours): number[] {
  const pixels = Uint8Array.from([...colour, 255]);
  recolour(pixels, 1, 1, [], colours);
  return [...pixels];
}

describe('recolouring a drawing', () => {
  it('makes white the paper and black the ink', () => {
    for (const colours of [dark, sepia, strong]) {
      expect(changed([255, 255, 255], colours)).toEqual([...colours.paper, 255]);
      expect(changed([0, 0, 0], colours)).toEqual([...colours.ink, 255]);
    }
  });

  it('keeps the tint of a colour: dark blue becomes light blue, yellow dark yellow', () => {
    const [red = 0, green = 0, blue = 0] = changed([0, 0, 160], dark);
    expect(blue).toBeGreaterThan(red);
    expect(Math.abs(red - green)).toBeLessThan(4);
    expect(red + green + blue).toBeGreaterThan(450);
    const [r = 0, g = 0, b = 255] = changed([255, 255, 0], dark);
    expect(Math.max(r, g)).toBeLessThan(110);
    expect(b).toBeLessThan(Math.min(r, g));
  });

  it('makes pale grey text clear when contrast is asked for', () => {
    expect(changed([150, 150, 150], strong)[0]).toBeGreaterThan(changed([150, 150, 150], dark)[0] ?? 0);
  });

  it('leaves kept areas as they are, also where they overlap or reach over the edge', () => {
    const pixels = new Uint8Array(6 * 4 * 4).fill(255);
    const kept = [
      { left: 1, top: 1, right: 3, bottom: 3 },
      { left: 2, top: 2, right: 9, bottom: 3 },
    ];
    recolour(pixels, 6, 4, kept, dark);
    const rows = Array.from({ length: 4 }, (_, y) =>
      Array.from({ length: 6 }, (__, x) => (pixels[(y * 6 + x) * 4] === 255 ? '#' : '.')).join(''),
    );
    expect(rows).toEqual(['......', '.##...', '.#####', '......']);
  });
});

describe('pictures of a page', () => {
  let engine: PdfEngine;
  beforeAll(async () => {
    engine = await startPdfium();
  });

  it('are found where they stand, thin lines saved as pictures aside', async () => {
    const bytes = await testPdf({
      size: [400, 600],
      pages: [
        all(
          line('Karta', 50, 50),
          (page) => page.image(Buffer.from(greyJpeg), 100, 200, { width: 150, height: 90 }),
          (page) => page.image(Buffer.from(greyJpeg), 20, 500, { width: 300, height: 2 }),
        ),
      ],
    });
    const document = openPdf(engine, bytes);
    const [pictures, geometry] = [document.pictures(1), document.geometry(1)];
    if (!pictures.ok || !geometry.ok) throw new Error('the test’s own page is readable');
    const round = ({ left, bottom, right, top }: (typeof pictures.value)[number]) =>
      [left, bottom, right, top].map(Math.round);
    expect(pictures.value.map(round)).toEqual([[100, 310, 250, 400]]);
    expect(isMostlyPicture(geometry.value, pictures.value)).toBe(false);
    const area = { pageWidth: 800, pageHeight: 1200, left: 150, top: 350, width: 200, height: 500 };
    expect(keptAreas(geometry.value, pictures.value, area)).toEqual([
      { left: 50, top: 50, right: 200, bottom: 230 },
    ]);
    const turned = { ...geometry.value, quarterTurns: 1 };
    const whole = { pageWidth: 600, pageHeight: 400, left: 0, top: 0, width: 600, height: 400 };
    expect(keptAreas(turned, pictures.value, whole)).toEqual([
      { left: 310, top: 100, right: 400, bottom: 250 },
    ]);
  });

  it('make a scan of a page that they fill', async () => {
    const document = openPdf(engine, await testPdf({ pages: [scan(greyJpeg)] }));
    const [pictures, geometry] = [document.pictures(1), document.geometry(1)];
    if (!pictures.ok || !geometry.ok) throw new Error('the test’s own page is readable');
    expect(isMostlyPicture(geometry.value, pictures.value)).toBe(true);
  });

  it('of a page that is not there are a failure', async () => {
    const document = openPdf(engine, await testPdf({ pages: [line('En sida', 50, 50)] }));
    expect(document.pictures(2).ok).toBe(false);
  });
});
