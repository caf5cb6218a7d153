import { readdir } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { line, rotated, testPdf } from '../../support/testPdf.ts';
import { rawPages } from '../../support/rawPdf.ts';
import { compose, filePart, newFolder, plainPage, shareOfPixels, textPart, words } from './composeScene.ts';

let folder: string;
let report: Uint8Array;
let plan: Uint8Array;

const pagesOf = (title: string, count: number) =>
  testPdf({ pages: Array.from({ length: count }, (_, at) => line(`${title} sida ${at + 1}`, 70, 200)) });

beforeEach(async () => {
  folder = await newFolder();
  report = await pagesOf('Tjänsteskrivelse', 3);
  plan = await pagesOf('Plan', 5);
});

describe('one PDF of many', () => {
  it('puts chosen pages of documents and pages of text in order', async () => {
    const { texts, composed } = await compose(folder, {
      parts: [
        textPart('Innehåll'),
        await filePart(folder, 'a.pdf', report, [1, 2, 3]),
        await filePart(folder, 'b.pdf', plan, [2, 5]),
        textPart('Anteckningar'),
      ],
    });
    expect(texts).toEqual([
      'Innehåll',
      'Tjänsteskrivelse sida 1',
      'Tjänsteskrivelse sida 2',
      'Tjänsteskrivelse sida 3',
      'Plan sida 2',
      'Plan sida 5',
      'Anteckningar',
    ]);
    expect(composed).toEqual({ sheetCount: 7, leftOut: [] });
  });

  it('stamps each page in its upper right corner as it is shown, also a turned one', async () => {
    const turned = await testPdf({
      pages: [rotated(1, line('Liggande', 70, 200)), line('Stående', 70, 200)],
    });
    const stamped = (page: number) => plainPage(page, { stamp: `Sida ${213 + page} (rev 3)` });
    const { document, texts } = await compose(folder, {
      parts: [await filePart(folder, 'a.pdf', turned, [stamped(1), stamped(2)])],
    });
    expect(texts[0]).toContain('Sida 214 (rev 3)');
    expect(texts[1]).toContain('Sida 215 (rev 3)');
    for (const page of [1, 2]) {
      const { width, height } = document.pageSize(page);
      const corner = document.startDrawing(page, {
        pageWidth: width,
        pageHeight: height,
        left: Math.round(width - 100),
        top: 8,
        width: 90,
        height: 16,
      });
      if (!corner.ok) throw new Error('not drawn');
      while (corner.value.step(Infinity) === 'more');
      const dark = corner.value.pixels().filter((value, at) => at % 4 === 0 && value < 120).length;
      corner.value.close();
      expect(dark).toBeGreaterThan(60);
    }
  });

  it('draws highlights under the words and badges in the margin', async () => {
    const quads = [[60, 660, 260, 660, 60, 600, 260, 600]];
    const marks = [
      { kind: 'highlight' as const, colour: 'yellow' as const, quads, badge: null },
      { kind: 'note' as const, colour: 'yellow' as const, quads, badge: '12 ?' },
    ];
    const { document, texts } = await compose(folder, {
      parts: [await filePart(folder, 'a.pdf', report, [plainPage(1, { marks })])],
    });
    expect(texts[0]).toContain('12 ?');
    const yellow = shareOfPixels(document, 1, (r, g, b) => r > 240 && g > 200 && b < 140);
    expect(yellow).toBeCloseTo((200 * 60) / (595.28 * 841.89), 2);
  });

  it('nests bookmarks under each other, at the first page of their part', async () => {
    const { outline, document } = await compose(folder, {
      parts: [
        textPart('Innehåll'),
        await filePart(folder, 'a.pdf', report, [1, 2, 3]),
        await filePart(folder, 'b.pdf', plan, [1]),
      ],
      bookmarks: [
        { level: 0, title: '§ 7 Detaljplan för Kyrkbyn – beslut', part: 1 },
        { level: 1, title: 'Tjänsteskrivelse', part: 1 },
        { level: 1, title: 'Plan', part: 2 },
        { level: 0, title: 'Övrigt', part: 0 },
      ],
    });
    expect(document.pageCount).toBe(5);
    expect(outline.entries).toMatchObject([
      { level: 1, title: '§ 7 Detaljplan för Kyrkbyn – beslut', target: { type: 'page', page: 2 } },
      { level: 2, title: 'Tjänsteskrivelse', target: { type: 'page', page: 2 } },
      { level: 2, title: 'Plan', target: { type: 'page', page: 5 } },
      { level: 1, title: 'Övrigt', target: { type: 'page', page: 1 } },
    ]);
  });

  it('says title, language and pack pages, and leaves nothing behind', async () => {
    const { bytes } = await compose(folder, {
      parts: [
        textPart('Innehåll'),
        await filePart(folder, 'a.pdf', report, [
          plainPage(2, { label: '214' }),
          plainPage(3, { label: '215' }),
        ]),
      ],
    });
    const text = Buffer.from(bytes).toString('latin1');
    const utf16 = (value: string) => Buffer.from(value, 'utf16le').swap16().toString('hex').toUpperCase();
    expect(text).toContain(`/Title <FEFF${utf16('Nämndens sammanträde åäö')}>`);
    expect(text).toContain(`/Lang <FEFF${utf16('sv-SE')}>`);
    expect(text).toMatch(/\/Nums \[ 0 <<\s*\/P <FEFF2013>\s*>> 1 <<\s*\/S \/D\s*\/St 214\s*>> \]/);
    expect(await readdir(folder)).toEqual(['a.pdf', 'utskrift.pdf']);
  });

  it('writes a name with letters that few fonts have', async () => {
    const { texts } = await compose(folder, {
      parts: [textPart('Łukasz Šćepanović, Ελένη, Олег – “ja” 👍')],
    });
    expect(texts).toEqual(['Łukasz Šćepanović, Ελένη, Олег – “ja” ?']);
  });
});

describe('documents that cannot be taken along', () => {
  it('puts a page in the place of each, and names it in the contents', async () => {
    const locked = await testPdf({ pages: [line('Hemligt', 70, 200)], userPassword: 'lösenord' });
    const missing = { ...(await filePart(folder, 'borta.pdf', '', [1])), path: null };
    const { texts, composed } = await compose(folder, {
      parts: [
        {
          kind: 'text',
          footer: '',
          blocks: [1, 2, 3, 4, 5, 6].map((part) => ({
            kind: 'entry',
            level: 0,
            label: '',
            text: `Handling ${part}`,
            end: '',
            isStrong: false,
            part,
            ifLeftOut: 'kom inte med',
          })),
        },
        await filePart(folder, 'hel.pdf', report, [1]),
        await filePart(folder, 'låst.pdf', locked, [1]),
        await filePart(folder, 'sida.pdf', '<!doctype html><title>Fel</title>', [1]),
        await filePart(folder, 'trasig.pdf', '%PDF-1.7\nsedan ingenting', [1]),
        missing,
        await filePart(folder, 'tabell.xlsx', 'PK', [1], 'other'),
      ],
    });
    expect(texts).toEqual([
      'Handling 1 Handling 2 kom inte med Handling 3 kom inte med Handling 4 kom inte med Handling 5 kom inte med Handling 6 kom inte med',
      'Tjänsteskrivelse sida 1',
      'låst.pdf saknas: documentEncrypted',
      'sida.pdf saknas: documentNotPdf',
      'trasig.pdf saknas: documentDamaged',
      'borta.pdf saknas: documentMissing',
      'tabell.xlsx saknas: documentNotPdf',
    ]);
    expect(composed.leftOut.map(({ part, code }) => `${part} ${code}`)).toEqual([
      '2 documentEncrypted',
      '3 documentNotPdf',
      '4 documentDamaged',
      '5 documentMissing',
      '6 documentNotPdf',
    ]);
  });

  it('keeps the pages that are there when a document is shorter than its pack says', async () => {
    const { texts, composed } = await compose(folder, {
      parts: [await filePart(folder, 'kort.pdf', report, [2, 3, 4, 5])],
    });
    expect(texts).toEqual(['Tjänsteskrivelse sida 2', 'Tjänsteskrivelse sida 3', 'kort.pdf är inte hel']);
    expect(composed.leftOut).toEqual([{ part: 0, code: 'documentDamaged' }]);
  });

  it('does not try what an attempt before did not get over', async () => {
    const { texts } = await compose(folder, {
      parts: [await filePart(folder, 'seg.pdf', report, [1]), await filePart(folder, 'b.pdf', plan, [1])],
      skipped: [{ part: 0, code: 'documentTooSlow' }],
    });
    expect(texts).toEqual(['seg.pdf saknas: documentTooSlow', 'Plan sida 1']);
  });

  it('lets nothing that runs or opens files come along, and keeps links to addresses', async () => {
    const hostile = rawPages(2, {
      catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>',
      page: '/AA<</O<</S/JavaScript/JS(x)>>>>/Annots[5 0 R 6 0 R 7 0 R 8 0 R]',
      more: [
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(calc.exe)>>>>',
        '<</Type/Annot/Subtype/Link/Rect[9 9 18 18]/A<</S/URI/URI(https://granasa.example/)>>>>',
        '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/F(ond.exe)>>>>',
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[4 0 R/Fit]>>',
      ],
    });
    const { bytes, document } = await compose(folder, {
      parts: [await filePart(folder, 'x.pdf', hostile, [1])],
    });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/JavaScript|calc\.exe|ond\.exe|OpenAction|\/AA/);
    const links = document.links(1);
    expect(links.ok && links.value.map(({ target }) => target)).toEqual([
      { type: 'address', address: 'https://granasa.example/' },
    ]);
  });
});

describe('several pages on a sheet', () => {
  it.each([
    [2, 4],
    [4, 2],
  ] as const)('puts %i pages on each of %i sheets, with their stamps', async (perSheet, sheetCount) => {
    const pages = [1, 2, 3, 4, 5].map((page) => plainPage(page, { stamp: `Sida ${page} (rev 1)` }));
    const { texts, composed, outline } = await compose(folder, {
      perSheet,
      parts: [await filePart(folder, 'a.pdf', report, [1, 2]), await filePart(folder, 'b.pdf', plan, pages)],
      bookmarks: [
        { level: 0, title: 'Första', part: 0 },
        { level: 0, title: 'Andra', part: 1 },
      ],
    });
    expect(composed.sheetCount).toBe(sheetCount);
    expect(texts).toHaveLength(sheetCount);
    expect(
      texts
        .join(' ')
        .match(/Plan sida \d/g)
        ?.toSorted(),
    ).toEqual([1, 2, 3, 4, 5].map((n) => `Plan sida ${n}`));
    expect(texts.join(' ').match(/Sida \d \(rev 1\)/g)).toHaveLength(5);
    expect(outline.entries).toMatchObject([
      { target: { page: 1 } },
      { target: { page: perSheet === 2 ? 2 : 1 } },
    ]);
  });

  it('draws what annotations of the document show', async () => {
    const annotated = rawPages(1, {
      page: '/Annots[4 0 R]',
      more: [
        '<</Type/Annot/Subtype/Square/F 4/Rect[100 100 500 700]/AP<</N 5 0 R>>>>',
        '<</Type/XObject/Subtype/Form/BBox[0 0 400 600]/Resources<<>>/Length 29>>\nstream\n1 0 0 rg 0 0 400 600 re f    \nendstream',
      ],
    });
    const { document } = await compose(folder, {
      perSheet: 2,
      parts: [await filePart(folder, 'a.pdf', annotated, [1])],
    });
    expect(shareOfPixels(document, 1, (r, g, b) => r > 200 && g < 60 && b < 60)).toBeGreaterThan(0.1);
  });
});

it('puts a picture on a page of its own', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
    'base64',
  );
  const { document, composed } = await compose(folder, {
    parts: [
      await filePart(folder, 'bild.png', png, [1], 'png'),
      await filePart(folder, 'trasig.png', words('x').length.toString(), [1], 'png'),
    ],
  });
  expect(document.pageCount).toBe(2);
  expect(shareOfPixels(document, 1, (r, g, b) => r < 250 || g < 250 || b < 250)).toBeGreaterThan(0);
  expect(composed.leftOut).toEqual([{ part: 1, code: 'documentDamaged' }]);
});
