import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import type { PageText } from '../../../core/text/pageText.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { rawPages } from '../../support/rawPdf.ts';

describe('text that is turned or follows a path', () => {
  let engine: PdfEngine;
  beforeAll(async () => {
    engine = await startPdfium();
  });

  const written = async (...lines: readonly (readonly [string, string])[]): Promise<PageText> => {
    const content = lines.map(([matrix, text]) => `BT /F1 10 Tf ${matrix} Tm (${text}) Tj ET`).join(' ');
    const page = '/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>';
    const stream = `<</Length ${content.length}>>stream\n${content}\nendstream`;
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
    const document = openPdf(engine, rawPages(1, { page, more: [stream, font] }));
    const characters = document.characters(1);
    document.close();
    if (!characters.ok) throw new Error(characters.error.code);
    return layOutText(characters.value);
  };

  it('reads text upwards, downwards and upside down in the order in which it is written', async () => {
    const turns = { '0 1 -1 0': 1, '-1 0 0 -1': 2, '0 -1 1 0': 3 };
    for (const [matrix, expected] of Object.entries(turns)) {
      const page = await written([`${matrix} 200 300`, 'Skala 1:1000']);
      expect(page.text).toBe('Skala 1:1000');
      expect(page.lines.map((found) => found.turns)).toEqual([expected]);
    }
  });

  it('joins two pieces of a line that runs upwards in the order of the line', async () => {
    const page = await written(['0 1 -1 0 200 330', 'vatten'], ['0 1 -1 0 200 300', 'Dricks']);
    expect(page.text).toBe('Dricks vatten');
  });

  /** Letters that each turn on from the one before, as along a street or the rim of a wheel; `advance` in points. */
  const alongPath = (
    word: string,
    angleOf: (index: number) => number,
    advance: (letter: string) => number = () => 5.8,
  ): [string, string][] => {
    let [x, y] = [200, 300];
    return [...word].map((letter, i): [string, string] => {
      const [cosine, sine] = [Math.cos(angleOf(i)), Math.sin(angleOf(i))];
      const matrix = [cosine, sine, -sine, cosine, x, y].map((number) => number.toFixed(4)).join(' ');
      x += advance(letter) * cosine;
      y += advance(letter) * sine;
      return [matrix, letter];
    });
  };

  it('keeps a word whole that follows a bent street, apart from the line it crosses', async () => {
    const page = await written(...alongPath('Sjogatan', (i) => 0.2 + i * 0.08), [
      '1 0 0 1 150 305',
      'Torget',
    ]);
    expect(page.text.split('\n\n').toSorted()).toEqual(['Sjogatan', 'Torget']);
  });

  it('keeps a word whole that is level in the middle of its path', async () => {
    const word = 'UPPFUTVRDERING';
    const page = await written(
      ...alongPath(
        word,
        (i) => 0.9 - i * 0.1,
        (letter) => (letter === 'I' ? 3.5 : 7.2),
      ),
    );
    expect(page.text).toBe(word);
  });

  it('keeps thin letters on a path together', async () => {
    const widths: Record<string, number> = { i: 2.2, l: 2.2, t: 2.8 };
    const page = await written(
      ...alongPath(
        'Trollhillen',
        () => -0.4,
        (letter) => widths[letter] ?? 5.4,
      ),
    );
    expect(page.text).toBe('Trollhillen');
  });
});
