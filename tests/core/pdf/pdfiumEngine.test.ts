import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawArea, PageCharacters, PdfDocument, PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { toView } from '../../../core/pdf/pageGeometry.ts';
import { memorySource, openPdf, startPdfium } from '../../support/pdfium.ts';
import { rawPages } from '../../support/rawPdf.ts';
import { all, greyJpeg, line, rotated, scan, testPdf } from '../../support/testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

const whole = (width: number, height: number): DrawArea => ({
  pageWidth: width,
  pageHeight: height,
  left: 0,
  top: 0,
  width,
  height,
});

function draw(document: PdfDocument, page: number, area: DrawArea): Uint8Array {
  const drawing = document.startDrawing(page, area);
  if (!drawing.ok) throw new Error(drawing.error.code);
  try {
    expect(drawing.value.step(Infinity)).toBe('done');
    return drawing.value.pixels().slice();
  } finally {
    drawing.value.close();
  }
}

function wordsOf(document: PdfDocument, page: number): string {
  const characters = document.characters(page);
  if (!characters.ok) throw new Error(characters.error.code);
  return String.fromCodePoint(...characters.value.codes);
}

describe('opening', () => {
  it('tells the number and sizes of pages', async () => {
    const bytes = await testPdf({ size: [300, 500], pages: [line('ett', 20, 20), line('två', 20, 20)] });
    const document = openPdf(engine, bytes);
    expect(document.pageCount).toBe(2);
    expect(document.pageSize(2)).toEqual({ width: 300, height: 500 });
    document.close();
  });

  it('reads only the parts of a large file that it needs', async () => {
    const filler = `% ${'x'.repeat(998)}\n`.repeat(2000);
    const pages = Array.from({ length: 40 }, (_, i) => line(`Sida ${i + 1} ${'ord '.repeat(200)}`, 20, 20));
    const small = await testPdf({ pages });
    const header = new TextEncoder().encode(filler);
    // Two megabytes of comments after the header: offsets no longer fit, so this also reads a repaired file.
    const large = new Uint8Array([...small.subarray(0, 9), ...header, ...small.subarray(9)]);
    const source = memorySource(small);
    const opened = engine.open(source);
    expect(opened.ok && opened.value.pageCount).toBe(40);
    expect(source.readBytes()).toBeLessThan(small.length * 2);
    expect(openPdf(engine, large).pageCount).toBe(40);
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['a web page', new TextEncoder().encode('\n<!DOCTYPE html><html><body>Logga in'), 'html'],
    ['something else', new TextEncoder().encode('PK\u0003\u0004 not a pdf'), 'other'],
  ])('refuses %s and says what it is', (_, bytes, looksLike) => {
    expect(engine.open(memorySource(bytes))).toEqual({
      ok: false,
      error: { code: 'documentNotPdf', detail: { looksLike } },
    });
  });

  it('refuses a file that needs a password', async () => {
    const bytes = await testPdf({ pages: [line('hemligt', 20, 20)], userPassword: 'kommun' });
    expect(engine.open(memorySource(bytes))).toEqual({ ok: false, error: { code: 'documentEncrypted' } });
  });

  it('refuses a PDF that holds no pages', () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\nnothing more\n%%EOF');
    expect(engine.open(memorySource(bytes))).toEqual({ ok: false, error: { code: 'documentDamaged' } });
  });

  it('tells bytes that cannot be read from bytes that are wrong', async () => {
    const bytes = await testPdf({ pages: Array.from({ length: 30 }, (_, i) => line(`sida ${i}`, 20, 20)) });
    const unreadable = engine.open({ size: bytes.length, read: () => null });
    expect(unreadable).toEqual({ ok: false, error: { code: 'documentMissing' } });
    const cutShort = engine.open({
      size: bytes.length,
      read: (from, to) => (from > 4000 ? null : bytes.subarray(from, to)),
    });
    expect(cutShort).toEqual({ ok: false, error: { code: 'documentMissing' } });
  });

  it('survives any cut of a file, opened or refused', async () => {
    const bytes = await testPdf({ pages: [line('ett', 20, 20), line('två', 20, 20)] });
    for (let length = 0; length < bytes.length; length += 97) {
      const opened = engine.open(memorySource(bytes.subarray(0, length)));
      if (opened.ok) opened.value.close();
      else expect(['documentDamaged', 'documentNotPdf']).toContain(opened.error.code);
    }
  });
});

describe('drawing', () => {
  it('draws dark where the words are and white elsewhere', async () => {
    const document = openPdf(engine, await testPdf({ size: [200, 200], pages: [line('MMMM', 20, 100, 30)] }));
    const pixels = draw(document, 1, whole(200, 200));
    const darkRows = Array.from({ length: 200 }, (_, y) =>
      pixels.subarray(y * 800, y * 800 + 800).some((value) => value < 100),
    );
    expect(darkRows.indexOf(true)).toBeGreaterThan(95);
    expect(darkRows.lastIndexOf(true)).toBeLessThan(135);
    document.close();
  });

  it('draws a part of the page as it looks in the whole', async () => {
    const document = openPdf(
      engine,
      await testPdf({ size: [200, 200], pages: [line('Kyrkbyn', 20, 90, 30)] }),
    );
    const page = draw(document, 1, whole(400, 400));
    const area = { pageWidth: 400, pageHeight: 400, left: 40, top: 160, width: 128, height: 96 };
    const part = draw(document, 1, area);
    const cut = Uint8Array.from(part, (_, i) => {
      const [x, y] = [Math.floor(i / 4) % area.width, Math.floor(i / 4 / area.width)];
      return page[((area.top + y) * 400 + area.left + x) * 4 + (i % 4)] ?? 0;
    });
    const differences = part.map((value, i) => Math.abs(value - (cut[i] ?? 0)));
    // Rounding of edges, no more.
    expect(Math.max(...differences)).toBeLessThanOrEqual(2);
    expect(Math.min(...part)).toBe(0);
    document.close();
  });

  it('stops at the end of its slice and goes on where it was', async () => {
    let clock = 0;
    const ticking = await startPdfium(() => clock++);
    const many = all(
      ...Array.from({ length: 600 }, (_, i) => line('x', (i % 60) * 9, Math.floor(i / 60) * 16)),
    );
    const document = openPdf(ticking, await testPdf({ pages: [many] }));
    const drawing = document.startDrawing(1, whole(595, 842));
    if (!drawing.ok) throw new Error(drawing.error.code);
    const states: string[] = [];
    do states.push(drawing.value.step(clock + 1));
    while (states.at(-1) === 'more' && states.length < 1000);
    expect(states.length).toBeGreaterThan(2);
    expect(states.at(-1)).toBe('done');
    const sliced = drawing.value.pixels().slice();
    drawing.value.close();
    // Two million numbers, which toEqual looks at one by one.
    expect(Buffer.compare(draw(document, 1, whole(595, 842)), sliced)).toBe(0);
    document.close();
  });

  it('names the page that does not exist', async () => {
    const document = openPdf(engine, await testPdf({ pages: [line('ett', 20, 20)] }));
    expect(document.startDrawing(2, whole(10, 10))).toEqual({
      ok: false,
      error: { code: 'documentDamaged', detail: { page: 2 } },
    });
    document.close();
  });

  it('does not grow its heap when documents are opened and closed', async () => {
    const bytes = await testPdf({ pages: [line('ett', 20, 20), scan(greyJpeg)] });
    const use = (): void => {
      const document = openPdf(engine, bytes);
      draw(document, 1, whole(600, 800));
      wordsOf(document, 1);
      document.close();
    };
    for (let i = 0; i < 10; i++) use();
    const before = engine.heapBytes();
    for (let i = 0; i < 60; i++) use();
    expect(engine.heapBytes()).toBe(before);
  });
});

describe('characters', () => {
  /** Of "A", a glyph that the font's ToUnicode map reads as `utf16`, and "B". */
  const charactersWithGlyph = (utf16: string): PageCharacters => {
    const content = 'BT /F1 20 Tf 40 60 Td (A\\001B) Tj ET';
    const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfchar <01> <${utf16}> <41> <0041> <42> <0042> endbfchar endcmap`;
    const bytes = rawPages(1, {
      page: '/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>',
      more: [
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R/Encoding<</Differences[1/fi]>>>>',
        `<</Length ${map.length}>>stream\n${map}\nendstream`,
      ],
    });
    const document = openPdf(engine, bytes);
    const characters = document.characters(1);
    document.close();
    if (!characters.ok) throw new Error(characters.error.code);
    return characters.value;
  };

  it('come with their code points, å, ä and ö included', async () => {
    const document = openPdf(engine, await testPdf({ pages: [line('Åtgärd för ön', 40, 60)] }));
    expect(wordsOf(document, 1)).toBe('Åtgärd för ön');
    document.close();
  });

  it('stand where they were written, in user space', async () => {
    const document = openPdf(engine, await testPdf({ size: [300, 400], pages: [line('Hej', 40, 60, 20)] }));
    const characters = document.characters(1);
    if (!characters.ok) throw new Error(characters.error.code);
    const [left = 0, bottom = 0, right = 0, top = 0] = characters.value.boxes;
    expect(left).toBeCloseTo(40, 0);
    expect(right).toBeGreaterThan(left + 10);
    // 60 points from above on a page 400 points high.
    expect(top).toBeLessThan(400 - 55);
    expect(bottom).toBeGreaterThan(400 - 90);
    document.close();
  });

  it('keep their place on pages that appear turned', async () => {
    const upright = openPdf(engine, await testPdf({ size: [300, 400], pages: [line('Hej', 40, 60, 20)] }));
    const places: { x: number; y: number }[] = [];
    for (const turns of [0, 1, 2, 3]) {
      const bytes = await testPdf({ size: [300, 400], pages: [rotated(turns, line('Hej', 40, 60, 20))] });
      const document = openPdf(engine, bytes);
      const characters = document.characters(1);
      if (!characters.ok) throw new Error(characters.error.code);
      const { boxes, geometry } = characters.value;
      expect(geometry.quarterTurns).toBe(turns);
      places.push(toView(geometry, boxes[0] ?? 0, boxes[3] ?? 0));
      expect(document.pageSize(1)).toEqual(
        turns % 2 === 1 ? { width: 400, height: 300 } : { width: 300, height: 400 },
      );
      document.close();
    }
    upright.close();
    const [at0, at1, at2, at3] = places;
    if (!at0 || !at1 || !at2 || !at3) throw new Error('four turns, four places');
    // A clockwise quarter turn takes (x, y) of a page 300 × 400 to (400 − y, x).
    expect(at1.x).toBeCloseTo(400 - at0.y, 1);
    expect(at1.y).toBeCloseTo(at0.x, 1);
    expect(at2.x).toBeCloseTo(300 - at0.x, 1);
    expect(at2.y).toBeCloseTo(400 - at0.y, 1);
    expect(at3.x).toBeCloseTo(at0.y, 1);
    expect(at3.y).toBeCloseTo(300 - at0.x, 1);
  });

  it('share the box of a ligature', () => {
    // The glyph "fi" of WinAnsi's neighbour: a code that the font's ToUnicode map reads as two letters.
    const { codes, boxes } = charactersWithGlyph('00660069');
    expect(String.fromCodePoint(...codes)).toBe('AfiB');
    const side = (character: number, number: number): number => boxes[character * 4 + number] ?? NaN;
    expect(side(1, 2)).toBeCloseTo(side(2, 0), 3);
    expect(side(1, 2) - side(1, 0)).toBeCloseTo(side(2, 2) - side(2, 0), 3);
    expect(side(1, 0)).toBeCloseTo(side(0, 2), 1);
    expect(side(2, 2)).toBeCloseTo(side(3, 0), 1);
  });

  it('are whole where they lie beyond the first plane: mathematics is written with such', () => {
    const { codes } = charactersWithGlyph('d835dc47');
    expect(String.fromCodePoint(...codes)).toBe('A\u{1d447}B');
  });

  it('are none on a scan', async () => {
    const document = openPdf(engine, await testPdf({ pages: [scan(greyJpeg)] }));
    expect(wordsOf(document, 1)).toBe('');
    document.close();
  });
});

describe('a full-page scan', () => {
  it('is given out as the JPEG it is', async () => {
    const document = openPdf(engine, await testPdf({ pages: [scan(greyJpeg)] }));
    expect(document.fullPageJpeg(1)).toEqual(greyJpeg);
    expect(new Set(draw(document, 1, whole(20, 30)))).toEqual(new Set([191, 255]));
    document.close();
  });

  it.each([
    ['has words drawn on it', all(scan(greyJpeg), line('Kopia', 40, 40))],
    ['appears turned', rotated(1, scan(greyJpeg))],
    [
      'does not fill the page',
      (page: PDFKit.PDFDocument) => page.image(Buffer.from(greyJpeg), 20, 20, { width: 300, height: 300 }),
    ],
  ])('is drawn by PDFium when it %s', async (_, content) => {
    const document = openPdf(engine, await testPdf({ pages: [content] }));
    expect(document.fullPageJpeg(1)).toBeNull();
    document.close();
  });
});
