import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';
import { structureOf } from '../../../core/structure/structureOf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { outline } from './pageOutline.ts';
import type { TestElement } from './taggedPdf.ts';
import { taggedPdf, text } from './taggedPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

function pageOf(bytes: Uint8Array, page = 1): StructuredText {
  const tagged = openPdf(engine, bytes).taggedPage(page);
  if (!tagged.ok) throw new Error(tagged.error.code);
  return structureOf(tagged.value);
}

const tagged = async (
  elements: readonly TestElement[],
  more: Partial<Parameters<typeof taggedPdf>[0]['pages'][number]> = {},
): Promise<StructuredText> => pageOf(await taggedPdf({ pages: [{ elements, ...more }] }));

describe('a tagged page', () => {
  it('is read in the order of its tags, not of its lines', async () => {
    const page = await tagged([
      text('H1', 'Beslut', [50, 400]),
      text('P', 'Planen antas.', [50, 430]),
      text('H2', 'Bakgrund', [50, 100]),
      text('P', 'Kommunen har ritat.', [50, 130]),
    ]);
    expect(page.structure.source).toBe('tags');
    expect(outline(page)).toEqual([
      ['h1', 'Beslut'],
      ['paragraph', 'Planen antas.'],
      ['h2', 'Bakgrund'],
      ['paragraph', 'Kommunen har ritat.'],
    ]);
  });

  it('leaves out artifacts', async () => {
    const page = await tagged([text('P', 'Planen antas.', [50, 100])], {
      artifacts: [text('', 'Sida 3 av 12', [50, 800])],
    });
    expect(outline(page)).toEqual([['paragraph', 'Planen antas.']]);
  });

  it('keeps words that no tag knows of where they stand on the page', async () => {
    const page = await tagged(
      [
        text('P', 'Det första stycket är långt nog.', [50, 100]),
        text('P', 'Det andra stycket är lika långt.', [50, 300]),
      ],
      { loose: [text('', 'Inkom 2026-03-02', [50, 200])] },
    );
    expect(outline(page)).toEqual([
      ['paragraph', 'Det första stycket är långt nog.'],
      ['paragraph', 'Inkom 2026-03-02'],
      ['paragraph', 'Det andra stycket är lika långt.'],
    ]);
  });

  it('is not believed when its tags reach less than half of the words', async () => {
    const page = await tagged([text('P', 'Kort.', [50, 300])], {
      loose: [text('', 'Ett mycket längre stycke som ingen har märkt upp.', [50, 100])],
    });
    expect(page.structure.source).toBe('looks');
    expect(outline(page)).toEqual([
      ['paragraph', 'Ett mycket längre stycke som ingen har märkt upp.'],
      ['paragraph', 'Kort.'],
    ]);
  });

  it('has lists with their labels and lists within lists', async () => {
    const item = (
      label: string,
      words: string,
      y: number,
      kids: readonly TestElement[] = [],
    ): TestElement => ({
      type: 'LI',
      kids: [text('Lbl', label, [50, y]), { type: 'LBody', kids: [text('P', words, [80, y]), ...kids] }],
    });
    const page = await tagged([
      {
        type: 'L',
        kids: [
          item('1.', 'Planen antas.', 100, [{ type: 'L', kids: [item('•', 'Med karta.', 120)] }]),
          item('2.', 'Taxan höjs.', 140),
        ],
      },
    ]);
    expect(outline(page)).toEqual([
      [
        'list',
        ['1.', ['paragraph', 'Planen antas.'], ['list', ['•', ['paragraph', 'Med karta.']]]],
        ['2.', ['paragraph', 'Taxan höjs.']],
      ],
    ]);
  });

  it('takes a bullet that stands in the words of an item for its label', async () => {
    const page = await tagged([
      { type: 'L', kids: [{ type: 'LI', kids: [text('LBody', '• Planen antas.', [50, 100])] }] },
    ]);
    expect(outline(page)).toEqual([['list', ['•', ['paragraph', 'Planen antas.']]]]);
  });

  it('has tables whose heading cells say what they are the heading of', async () => {
    const cell = (type: string, words: string, x: number, y: number): TestElement => ({
      type,
      kids: [text('P', words, [x, y])],
    });
    const page = await tagged([
      {
        type: 'Table',
        kids: [
          { type: 'TR', kids: [cell('TH', 'Nämnd', 50, 100), cell('TH', 'Budget', 200, 100)] },
          { type: 'TR', kids: [cell('TH', 'Skola', 50, 120), cell('TD', '96', 200, 120)] },
        ],
      },
    ]);
    expect(outline(page)).toEqual([
      [
        'table',
        [
          ['column', ['paragraph', 'Nämnd']],
          ['column', ['paragraph', 'Budget']],
        ],
        [
          ['row', ['paragraph', 'Skola']],
          ['value', ['paragraph', '96']],
        ],
      ],
    ]);
  });

  it('keeps spans and scopes that the file names', async () => {
    const page = await tagged([
      {
        type: 'Table',
        kids: [
          {
            type: 'TR',
            kids: [text('TH', 'Prognos', [50, 100], { attributes: { ColSpan: 2, Scope: 'Column' } })],
          },
          {
            type: 'TR',
            kids: [
              text('TD', '96', [50, 120]),
              text('TH', 'mnkr', [200, 120], { attributes: { Scope: 'Row', RowSpan: 900 } }),
            ],
          },
        ],
      },
    ]);
    const [table] = page.structure.blocks;
    const cells = table?.type === 'table' ? table.rows.flat() : [];
    expect(cells.map(({ scope, columnSpan, rowSpan }) => [scope, columnSpan, rowSpan])).toEqual([
      ['column', 2, 1],
      [null, 1, 1],
      ['row', 1, 1],
    ]);
  });

  it('is not a table when a table of one column only frames it', async () => {
    const page = await tagged([
      { type: 'Table', kids: [{ type: 'TR', kids: [text('TD', 'Inramad text.', [50, 100])] }] },
    ]);
    expect(outline(page)).toEqual([['paragraph', 'Inramad text.']]);
  });

  it('has pictures with what stands for them, after the sentence they interrupt', async () => {
    const page = await tagged([
      {
        type: 'P',
        kids: [
          text('Span', 'Planen', [50, 100]),
          text('Figure', 'N', [300, 300], { alternative: 'Karta över  Kyrkbyn' }),
          text('Span', 'antas.', [95, 100]),
        ],
      },
    ]);
    expect(outline(page)).toEqual([
      ['paragraph', 'Planen antas.'],
      ['figure', 'Karta över Kyrkbyn', 'N'],
    ]);
  });

  it('knows captions, footnotes and headings without a number', async () => {
    const page = await tagged([
      {
        type: 'Sect',
        kids: [
          { type: 'Sect', kids: [text('H', 'Ekonomi', [50, 100])] },
          text('Caption', 'Tabell 1', [50, 130]),
          text('Note', 'Enligt budget.', [50, 160]),
        ],
      },
    ]);
    expect(outline(page)).toEqual([
      ['h2', 'Ekonomi'],
      ['caption', 'Tabell 1'],
      ['note', 'Enligt budget.'],
    ]);
  });

  it('reads a whole paragraph that is called a heading as a paragraph', async () => {
    const words = 'Nämnden föreslår att planen antas och att taxan höjs. '.repeat(7).trim();
    const lines = words.match(/.{1,80}(?: |$)/g) ?? [];
    const kids = lines.map((part, i) => text('Span', part.trim(), [50, 100 + i * 14]));
    const page = await tagged([{ type: 'H1', kids }]);
    expect(outline(page)).toEqual([['paragraph', words]]);
  });

  it('tells only what of the tree lies on the page', async () => {
    const bytes = await taggedPdf({
      pages: [
        { elements: [text('H1', 'Första sidan', [50, 100])] },
        { elements: [text('P', 'Andra sidan', [50, 100])] },
      ],
    });
    expect(outline(pageOf(bytes, 1))).toEqual([['h1', 'Första sidan']]);
    expect(outline(pageOf(bytes, 2))).toEqual([['paragraph', 'Andra sidan']]);
  });

  it('carries the language of the document and of its parts', async () => {
    const page = await tagged([text('P', 'Bonjour tout le monde', [50, 100], { language: 'fr' })]);
    expect(page.structure.language).toBe('sv-SE');
    expect(page.structure.blocks[0]).toMatchObject({ language: 'fr' });
  });
});
