import type { PdfEngine } from '../../../../core/pdf/pdfEngine.ts';
import { samplePdf } from '../../../../core/pdf/samplePdf.ts';
import { layOutText } from '../../../../core/text/layOutText.ts';

const rounds = 3;
const area = { pageWidth: 893, pageHeight: 1263, left: 0, top: 0, width: 893, height: 1263 };

/**
 * Draws and reads a made-up page, so that the browser compiles what the first real one needs. Yields after each piece of some
 * milliseconds: whoever runs it can stop when there is real work.
 */
export function* warmUp(engine: PdfEngine): Generator<void, void, void> {
  const bytes = samplePdf();
  const opened = engine.open({ size: bytes.length, read: (from, to) => bytes.subarray(from, to) });
  if (!opened.ok) throw new Error(`our own page does not open: ${opened.error.code}`);
  const document = opened.value;
  try {
    for (let round = 0; round < rounds; round++) {
      const drawing = document.startDrawing(1, area);
      if (drawing.ok) {
        drawing.value.step(Infinity);
        drawing.value.close();
      }
      yield;
      const characters = document.characters(1);
      if (characters.ok) layOutText(characters.value);
      yield;
    }
  } finally {
    document.close();
  }
}
