import { expect, it } from 'vitest';
import { samplePdf } from '../../../core/pdf/samplePdf.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';

it('is a PDF with text, curves and a picture that PDFium draws', async () => {
  const document = openPdf(await startPdfium(), samplePdf());
  const characters = document.characters(1);
  if (!characters.ok) throw new Error(characters.error.code);
  expect(layOutText(characters.value).text).toContain(
    'kommunstyrelsen återremitterar ärendet för beredning.',
  );
  const drawing = document.startDrawing(1, {
    pageWidth: 300,
    pageHeight: 424,
    left: 0,
    top: 0,
    width: 300,
    height: 424,
  });
  if (!drawing.ok) throw new Error(drawing.error.code);
  expect(drawing.value.step(Infinity)).toBe('done');
  const colours = new Set<number>();
  const pixels = new DataView(drawing.value.pixels().slice().buffer);
  for (let at = 0; at < pixels.byteLength; at += 4) colours.add(pixels.getUint32(at));
  expect(colours.size).toBeGreaterThan(50);
  // The blue of the picture's corner.
  expect([...colours]).toContain(0x0a4060ff);
  drawing.value.close();
  document.close();
});
