import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { flowText } from '../../../core/structure/flowText.ts';
import type { Block, Words } from '../../../core/structure/pageStructure.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';
import { structureOf } from '../../../core/structure/structureOf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { all, line, scan, greyJpeg, testPdf } from '../../support/testPdf.ts';
import type { TestPageContent } from '../../support/testPdf.ts';
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

/** A page as an outline of what its blocks are and say. */
function outline({ text: page, structure }: StructuredText): unknown[] {
  const say = (words: Words): string => flowText(page, words).text;
  const of = (block: Block): unknown => {
    switch (block.type) {
      case 'heading':
        return [`h${block.level}`, say(block.words)];
      case 'list':
        return ['list', ...block.items.map((item) => [say(item.label), ...item.blocks.map(of)])];
      case 'table':
        return [
          'table',
          ...block.rows.map((row) => row.map((cell) => [cell.scope ?? 'value', ...cell.blocks.map(of)])),
        ];
      case 'figure':
        return ['figure', block.alternative, say(block.words)];
      case 'rows':
        return ['rows', ...block.rows.map(say)];
      default:
        return [block.type, say(block.words)];
    }
  };
  return structure.blocks.map(of);
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

describe('a page without tags', () => {
  it('takes large letters for headings, bullets for lists and gaps for cells', async () => {
    const bytes = await testPdf({
      pages: [
        all(
          line('Detaljplan för Kyrkbyn', 50, 60, 24),
          line('Bakgrund', 50, 120, 16),
          line('Kommunen har ritat en plan för ett nytt kvarter', 50, 150, 11),
          line('med bostäder, skola och handel nära stationen.', 50, 164, 11),
          line('• Gatan breddas.', 50, 200, 11),
          line('• Parken behålls.', 50, 218, 11),
          line('Namn', 50, 300, 11),
          line('Ekonomichef', 300, 300, 11),
        ),
      ],
    });
    const page = pageOf(bytes);
    expect(page.structure.source).toBe('looks');
    expect(outline(page)).toEqual([
      ['h1', 'Detaljplan för Kyrkbyn'],
      ['h2', 'Bakgrund'],
      [
        'paragraph',
        'Kommunen har ritat en plan för ett nytt kvarter med bostäder, skola och handel nära stationen.',
      ],
      ['list', ['•', ['paragraph', 'Gatan breddas.']], ['•', ['paragraph', 'Parken behålls.']]],
      ['rows', 'Namn\tEkonomichef'],
    ]);
  });

  it('takes short bold lines of the body for headings, also right on top of what they head', async () => {
    const bold =
      (text: string, y: number): TestPageContent =>
      (page) =>
        page.font('Helvetica-Bold').fontSize(11).text(text, 50, y, { lineBreak: false }).font('Helvetica');
    const bytes = await testPdf({
      pages: [
        all(
          bold('Ärendebeskrivning', 100),
          line('Det finns tre vattenverk och ett reningsverk i kommundelen.', 50, 113, 11),
          line('Anläggningarna behöver renoveras inom de närmaste åren.', 50, 126, 11),
          bold('Nämnden ska svara senast den 1 maj.', 170),
          line('Svaret skickas till länsstyrelsen i god tid före mötet.', 50, 183, 11),
        ),
      ],
    });
    expect(outline(pageOf(bytes))).toEqual([
      ['h4', 'Ärendebeskrivning'],
      [
        'paragraph',
        'Det finns tre vattenverk och ett reningsverk i kommundelen. Anläggningarna behöver renoveras inom de närmaste åren.',
      ],
      ['paragraph', 'Nämnden ska svara senast den 1 maj.'],
      ['paragraph', 'Svaret skickas till länsstyrelsen i god tid före mötet.'],
    ]);
  });

  it('takes no bold line for a heading where nearly everything is bold', async () => {
    const bytes = await testPdf({
      pages: [
        (page) => {
          page.font('Helvetica-Bold').fontSize(11);
          page.text('Kallelse', 50, 100, { lineBreak: false });
          page.text('Tid och plats', 50, 160, { lineBreak: false }).font('Helvetica');
        },
      ],
    });
    expect(outline(pageOf(bytes)).map((block) => (Array.isArray(block) ? block[0] : null))).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });

  it('puts a picture where it stands between the words, but not one that heads the page or lies behind them', async () => {
    const picture =
      (x: number, y: number, width: number, height: number): TestPageContent =>
      (page) =>
        page.image(Buffer.from(greyJpeg), x, y, { width, height });
    const bytes = await testPdf({
      pages: [
        all(
          picture(0, 0, 595, 842),
          picture(50, 20, 60, 60),
          line('Före bilden.', 50, 150, 11),
          picture(50, 200, 300, 200),
          line('Efter bilden.', 50, 450, 11),
        ),
      ],
    });
    const page = pageOf(bytes);
    expect(outline(page)).toEqual([
      ['paragraph', 'Före bilden.'],
      ['figure', '', ''],
      ['paragraph', 'Efter bilden.'],
    ]);
    const [, figure] = page.structure.blocks;
    expect(figure?.type === 'figure' && figure.box).toMatchObject({
      left: expect.closeTo(50, 0),
      right: expect.closeTo(350, 0),
      top: expect.closeTo(641.9, 0),
    });
  });

  it('says that a scan has no words but a picture, and that an empty page has neither', async () => {
    const bytes = await testPdf({ pages: [scan(greyJpeg), () => undefined] });
    expect(pageOf(bytes, 1).structure).toMatchObject({ blocks: [], hasDrawings: true });
    expect(pageOf(bytes, 2).structure).toMatchObject({ blocks: [], hasDrawings: false });
  });
});
