import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { all, line, rotated, testPdf, turned, twoColumns } from '../../support/testPdf.ts';
import type { TestPageContent } from '../../support/testPdf.ts';
import { charactersOf, pageOf, paragraph } from './charactersOf.ts';

describe('reading order', () => {
  it('joins letters to words, words to lines, lines to paragraphs', () => {
    const page = pageOf(
      ...paragraph(['Förslag till beslut', 'Nämnden beslutar']),
      ...paragraph(['Bakgrund'], 50, 640),
    );
    expect(page.text).toBe('Förslag till beslut\nNämnden beslutar\n\nBakgrund');
    expect(page.blocks).toHaveLength(2);
  });

  it('finds words by the gaps when the file has no spaces', () => {
    const page = pageOf({ text: 'Granåsa', x: 50, y: 700 }, { text: 'kommun', x: 88.5, y: 700 });
    expect(page.text).toBe('Granåsa kommun');
  });

  it('reads one column to its end before the next, whatever the order of the file', () => {
    const left = ['Kommunens budget är i balans', 'för tredje året i rad och', 'skulderna minskar något.'];
    const right = [
      'Skolan får sju miljoner mer',
      'medan kostnaden för vården',
      'av äldre växer långsammare.',
    ];
    const rows = left.flatMap((text, i) => [
      { text, x: 50, y: 700 - i * 12 },
      { text: right[i] ?? '', x: 320, y: 700 - i * 12 },
    ]);
    const heading = { text: 'Ekonomin', x: 50, y: 740, size: 18 };
    expect(pageOf(heading, ...rows).text).toBe(['Ekonomin', left.join('\n'), right.join('\n')].join('\n\n'));
  });

  it('reads three columns one after the other, points of a list and page number included', () => {
    const columns = ['Kommunens', 'Nämndens', 'Bolagets'].map((whose) => [
      `${whose} budget är i balans`,
      'för tredje året i rad och',
      'skulderna minskar något.',
    ]);
    const pieces = columns.flatMap((lines, i) => paragraph(lines, 50 + i * 170));
    const page = pageOf(...pieces, { text: '•', x: 372, y: 700 }, { text: '13', x: 580, y: 20 });
    expect(page.text.replaceAll('\t', ' ').split('\n\n').slice(0, 3)).toEqual([
      columns[0]?.join('\n'),
      columns[1]?.join('\n'),
      `• ${columns[2]?.join('\n')}`,
    ]);
  });

  it('keeps reading columns whose lines do not stand level', () => {
    const left = ['Kommunens budget är i balans', 'för tredje året i rad och', 'skulderna minskar något.'];
    const right = [
      'Skolan får sju miljoner mer',
      'medan kostnaden för vården',
      'av äldre växer långsammare.',
    ];
    const page = pageOf(...paragraph(left, 50, 700), ...paragraph(right, 320, 694));
    expect(page.text).toBe([left.join('\n'), right.join('\n')].join('\n\n'));
  });

  it('reads a table row by row, its cells parted by tabs', () => {
    const cells = [
      ['Enhet', '2024', '2025'],
      ['Kök', '155 923', '149 086'],
      ['Skola', '4 210', '4 305'],
      ['Vård', '812', '839'],
    ];
    const pieces = [0, 1, 2].flatMap((column) =>
      cells.map((row, i) => ({ text: row[column] ?? '', x: 50 + column * 150, y: 700 - i * 12 })),
    );
    expect(pageOf(...pieces).text).toBe(cells.map((row) => row.join('\t')).join('\n'));
  });

  it('puts a raised footnote mark on the line it belongs to, after its word', () => {
    const page = pageOf({ text: 'Kostnaden', x: 50, y: 700 }, { text: '1', x: 95, y: 705, size: 6 });
    expect(page.text).toBe('Kostnaden 1');
  });

  it('puts a raised footnote mark apart from a year, which it would change', () => {
    const page = pageOf({ text: 'läsåret 2023/2024', x: 50, y: 700 }, { text: '6', x: 135, y: 705, size: 6 });
    expect(page.text).toBe('läsåret 2023/2024 6');
  });

  it.each(['40 km', '5,81 kr/m', 'är 10'])('leaves the raised number of "%s" where it is', (text) => {
    const page = pageOf({ text, x: 50, y: 700 }, { text: '2', x: 50 + text.length * 5, y: 705, size: 6 });
    expect(page.text).toBe(`${text}2`);
  });

  it('leaves the square of a unit and a number on the line where they are', () => {
    const unit = pageOf({ text: '40 km', x: 50, y: 700 }, { text: '2', x: 75, y: 705, size: 6 });
    expect(unit.text).toBe('40 km2');
    expect(pageOf({ text: 'Kostnaden2', x: 50, y: 700 }).text).toBe('Kostnaden2');
  });

  it('parts what is written on top of the end of something else', () => {
    const page = pageOf({ text: 'Nämnden', x: 50, y: 700 }, { text: 'Utkast', x: 68, y: 700 });
    expect(page.text).toBe('Nämnden Utkast');
  });

  it('parts two labels of a map that touch but do not stand level', () => {
    const page = pageOf(
      { text: 'Granåsa 1:55>4', x: 50, y: 700 },
      { text: 'Skogen', x: 300, y: 500 },
      { text: 'Granåsa 1:34>1', x: 120, y: 703 },
    );
    expect(page.text).toContain('1:55>4 Granåsa 1:34>1');
  });

  it('begins a block at each point of a list', () => {
    const page = pageOf(...paragraph(['1. Planen antas.', '2. Taxan höjs', 'med två procent.']));
    expect(page.text).toBe('1. Planen antas.\n\n2. Taxan höjs\nmed två procent.');
  });

  it.each([1, 2, 3])('reads text written with %i quarter turns', (turns) => {
    const pieces = paragraph(['Plankarta över', 'Kyrkbyn'], 50, 300).map((piece) => ({ ...piece, turns }));
    expect(pageOf(...pieces).text).toBe('Plankarta över\nKyrkbyn');
  });

  it('reads labels along the edge after the text of the page', () => {
    const page = pageOf(
      { text: 'Skala 1:1000', x: 100, y: -20, turns: 1 },
      ...paragraph(['Detaljplan för Kyrkbyn']),
    );
    expect(page.text).toBe('Detaljplan för Kyrkbyn\n\nSkala 1:1000');
  });
});

describe('a page text', () => {
  const piece = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    x: fc.integer({ min: -100, max: 700 }),
    y: fc.integer({ min: -100, max: 900 }),
    size: fc.integer({ min: 1, max: 40 }),
    turns: fc.nat(3),
  });

  it('has a box for each unit, lines that cover it and blocks that cover the lines', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const page = pageOf(...pieces);
        expect(page.boxes).toHaveLength(page.text.length * 4);
        expect(page.lines.map(({ start, end }) => page.text.slice(start, end)).join('\n')).toBe(
          page.text.replaceAll('\n\n', '\n'),
        );
        expect(page.blocks.flatMap(({ firstLine, endLine }) => page.lines.slice(firstLine, endLine))).toEqual(
          page.lines,
        );
        page.lines.forEach((text) =>
          expect(page.blocks[text.block]?.firstLine).toBeLessThanOrEqual(page.lines.indexOf(text)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('loses and invents no character', () => {
    const seen = (text: string): string => [...text.replace(/\s/gu, '')].toSorted().join('');
    const words = fc.stringMatching(/^[A-Za-zÅÄÖåäö ]{1,15}$/);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ text: words, x: fc.nat(600), y: fc.nat(800), size: fc.integer({ min: 4, max: 30 }) }),
          { maxLength: 20 },
        ),
        (pieces) => {
          expect(seen(pageOf(...pieces).text)).toBe(seen(pieces.map(({ text }) => text).join('')));
        },
      ),
    );
  });

  it('is empty for a page without characters', () => {
    expect(layOutText(charactersOf())).toMatchObject({ text: '', lines: [], blocks: [] });
  });

  it('never holds half a character or a control', () => {
    const characters = charactersOf({ text: 'abc', x: 50, y: 50 });
    const odd = { ...characters, codes: Uint32Array.of(0xd800, 0x07, 0x110000) };
    expect(layOutText(odd).text).toMatch(/^[\ufffd ]+$/);
  });
});

describe('words of a line without spaces', () => {
  /** Letters 5 wide and 10 high with these gaps after them. */
  const spaced = (word: string, gapAfter: (index: number) => number): string => {
    let x = 50;
    const pieces = [...word].map((text, i) => {
      const piece = { text, x, y: 700 };
      x += 5 + gapAfter(i);
      return piece;
    });
    return pageOf(...pieces).text;
  };

  it('are parted by gaps that are wider than those between the letters', () => {
    expect(spaced('hejdu', (i) => (i === 2 ? 1.6 : 0))).toBe('hej du');
    expect(spaced('LÅNGSIKTIGMÅL', (i) => (i === 9 ? 4.5 : 2))).toBe('LÅNGSIKTIG MÅL');
  });

  it('are parted by gaps that are wide for the letters when the font claims to be much higher than they are', () => {
    const tall = (gap: number): string =>
      layOutText({
        ...charactersOf({ text: 'SkalaMeter', x: 0, y: 0 }),
        boxes: Float32Array.from(
          [...'SkalaMeter'].flatMap((_, i) => {
            const left = i * 10 + (i >= 5 ? gap : 0);
            return [left, 0, left + 10, 55];
          }),
        ),
      }).text;
    expect(tall(6)).toBe('Skala Meter');
    expect(tall(1.5)).toBe('SkalaMeter');
  });

  it('stay whole however evenly their letters are spread', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2.4, noNaN: true }), (gap) => {
        expect(spaced('STRATEGI', () => gap)).toBe('STRATEGI');
      }),
    );
  });
});

describe('text of real files', () => {
  let engine: PdfEngine;
  beforeAll(async () => {
    engine = await startPdfium();
  });

  const textOf = async (content: TestPageContent): Promise<string> => {
    const document = openPdf(engine, await testPdf({ pages: [content] }));
    const characters = document.characters(1);
    document.close();
    if (!characters.ok) throw new Error(characters.error.code);
    return layOutText(characters.value).text;
  };

  it('reads two columns and a heading over both', async () => {
    const left = [
      'Kommunens budget är i balans för tredje',
      'året i rad och skulderna minskar något,',
      'säger ekonomichefen i sin rapport.',
    ];
    const right = [
      'Skolan får sju miljoner kronor mer, medan',
      'kostnaden för vården av äldre växer',
      'långsammare än under förra året.',
    ];
    const text = await textOf(all(line('Ekonomisk översikt', 50, 60, 20), twoColumns(left, right)));
    expect(text).toBe(['Ekonomisk översikt', left.join('\n'), right.join('\n')].join('\n\n'));
  });

  it('keeps two lines apart that stand beside one tall heading', async () => {
    const text = await textOf(
      all(
        line('Prioriteringar', 50, 100, 30),
        line('Det gäller hela Västra', 320, 102, 11),
        line('Götalands utveckling.', 320, 116, 11),
      ),
    );
    expect(text).toMatch(/Västra\s/);
    expect(text.indexOf('Götalands')).toBeGreaterThan(text.indexOf('Västra'));
  });

  it('reads a page that appears turned and labels written upwards', async () => {
    expect(await textOf(rotated(1, line('Granåsa kommun', 50, 60)))).toBe('Granåsa kommun');
    const text = await textOf(all(line('Detaljplan', 100, 100), turned('Skala 1:1000', 60, 400)));
    expect(text.split('\n\n').toSorted()).toEqual(['Detaljplan', 'Skala 1:1000']);
  });
});
