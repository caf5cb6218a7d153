import { beforeAll, describe, expect, it } from 'vitest';
import type { PageComment } from '../../../core/pdf/comments.ts';
import { pdfDate } from '../../../core/pdf/pdfDate.ts';
import type { PdfEngine } from '../../../core/pdf/pdfEngine.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { rawPages } from '../../support/rawPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  engine = await startPdfium();
});

/** A text of a PDF in UTF-16, as programs write what people write. */
const utf16 = (text: string): string =>
  `<FEFF${[...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`;

function commentsOf(...annotations: readonly string[]): readonly PageComment[] {
  const bytes = rawPages(1, { page: `/Annots[${annotations.join('\n')}]` });
  const document = openPdf(engine, bytes);
  const comments = document.comments(1);
  document.close();
  if (!comments.ok) throw new Error(comments.error.code);
  return comments.value;
}

const note = (more: string): string => `<</Type/Annot/Subtype/Text/Rect[100 700 120 720]${more}>>`;

describe('what others wrote on a page', () => {
  it('is read with who wrote what, when and where', () => {
    const text = `/T${utf16('Åsa Öberg')}/Contents${utf16('Stämmer siffran?\rSe bilaga 3.')}`;
    expect(commentsOf(note(`${text}/M(D:20260302081500+01'00')`))).toEqual([
      {
        kind: 'text',
        author: 'Åsa Öberg',
        time: Date.UTC(2026, 2, 2, 7, 15),
        text: 'Stämmer siffran?\nSe bilaga 3.',
        box: { left: 100, bottom: 700, right: 120, top: 720 },
      },
    ]);
  });

  it('is told apart by kind', () => {
    const kinds = {
      Highlight: 'highlight',
      StrikeOut: 'strikeOut',
      Ink: 'drawing',
      Caret: 'insertion',
      Stamp: 'stamp',
    };
    const comments = commentsOf(
      ...Object.keys(kinds).map((subtype) => `<</Subtype/${subtype}/Rect[10 10 50 20]/T(Alva)>>`),
    );
    expect(comments.map(({ kind }) => kind)).toEqual(Object.values(kinds));
  });

  it('leaves out links, fields, what is hidden and what says neither who nor what', () => {
    expect(
      commentsOf(
        '<</Subtype/Link/Rect[10 10 50 20]/Contents(till sidan 2)>>',
        '<</Subtype/Widget/FT/Tx/T(namn)/Rect[10 10 50 20]>>',
        '<</Subtype/Popup/Rect[10 10 50 20]/Contents(ruta)>>',
        note('/T(Dold)/F 2'),
        note('/T(Osedd)/F 32'),
        note(''),
        note('/T(Sedd)/Contents()'),
      ).map(({ author }) => author),
    ).toEqual(['Sedd']);
  });

  it('loses what would turn or hide the words', () => {
    const [comment] = commentsOf(
      note(`/T${utf16('Bo\u202eegn\u200b')}/Contents${utf16('ett\u0007två\nt\u202ere')}`),
    );
    expect(comment).toMatchObject({ author: 'Bo egn', text: 'ett två\nt re', time: null });
  });

  it('is bounded in number, and survives a list that holds anything', () => {
    expect(commentsOf(...Array.from({ length: 700 }, () => note('/T(A)')))).toHaveLength(500);
    expect(
      commentsOf('null', '42', '[1 2]', '(text)', '99 0 R', '<</Subtype 7>>', note('/T(A)/Rect[1]')),
    ).toHaveLength(1);
  });

  it('of a page that is not there is a damaged document', () => {
    const document = openPdf(engine, rawPages(1, {}));
    expect(document.comments(2)).toMatchObject({ ok: false, error: { code: 'documentDamaged' } });
    document.close();
  });
});

describe('a form', () => {
  it('is told from a document without fields', () => {
    const form = rawPages(1, {
      catalogue: '/AcroForm<</Fields[4 0 R]>>',
      page: '/Annots[4 0 R]',
      more: ['<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/V(Maj)/Rect[10 10 90 30]>>'],
    });
    const documents = [openPdf(engine, form), openPdf(engine, rawPages(1, {}))];
    expect(documents.map((document) => document.hasForm())).toEqual([true, false]);
    for (const document of documents) document.close();
  });
});

describe('a date of a PDF', () => {
  it.each([
    ['D:20260302081500Z', Date.UTC(2026, 2, 2, 8, 15)],
    ["D:20260302081500+01'00'", Date.UTC(2026, 2, 2, 7, 15)],
    ["20260302081500-05'30", Date.UTC(2026, 2, 2, 13, 45)],
    ['D:2026', Date.UTC(2026, 0, 1)],
    ['D:202603020815', Date.UTC(2026, 2, 2, 8, 15)],
    ['D:20261302', null],
    ['i går', null],
    ['', null],
  ])('is read from %s', (text, expected) => {
    expect(pdfDate(text)).toBe(expected);
  });
});
