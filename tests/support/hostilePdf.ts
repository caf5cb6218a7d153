import { rawPages, rawPdf } from './rawPdf.ts';

const stream = (content: string, more = ''): string =>
  `<</Length ${content.length}${more}>>\nstream\n${content}\nendstream`;
const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const words = (text: string, x = 70, y = 760, size = 18): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;

/** So many pages, each with its number, all in one flat list: object 3 is their font, 4 and 5 the first page. */
export function pdfOfManyPages(count: number): Uint8Array {
  const ids = Array.from({ length: count }, (_, i) => 4 + 2 * i);
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]>>`,
    helvetica,
    ...ids.flatMap((id, i) => [
      `<</Type/Page/Parent 2 0 R/Contents ${id + 1} 0 R>>`,
      stream(words(`Sidan ${i + 1} av den stora handlingen`)),
    ]),
  ]);
}

/** Pages of `contents`, object 4 and 5 the first of them; object 3 is the font F1. */
function pdfOf(
  contents: readonly string[],
  {
    catalogue = '',
    page = '',
    mediaBox = '0 0 595 842',
    resources = '',
    more = [] as readonly string[],
  } = {},
): Uint8Array {
  const ids = contents.map((_, i) => 4 + 2 * i);
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Count ${contents.length}/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]>>`,
    helvetica,
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[${mediaBox}]/Resources<</Font<</F1 3 0 R>>${resources}>>/Contents ${5 + 2 * i} 0 R${i === 0 ? page : ''}>>`,
      stream(content),
    ]),
    ...more,
  ]);
}

/** One page of 200 × 200 inches (14,400 points, the most that ISO 32000-1 allows), with words in two corners. */
export const hugePagePdf = (): Uint8Array =>
  pdfOf(
    [
      `${words('Uppe till vänster', 300, 13900, 300)} ${words('Nere till höger', 11500, 300, 300)}
0.2 0.4 0.6 RG 40 w 100 100 14200 14200 re S 100 100 m 14300 14300 l S`,
    ],
    { mediaBox: '0 0 14400 14400' },
  );

/** An outline whose entries are a circle, are missing, are no entries, and lead to pages that are not there. */
export const brokenOutlinePdf = (): Uint8Array =>
  pdfOf([words('Sidan bakom den trasiga listan'), words('Sidan efter')], {
    catalogue: '/Outlines 8 0 R',
    more: [
      '<</Type/Outlines/First 9 0 R/Last 99 0 R/Count -7>>',
      '<</Title(Sida tva)/Parent 8 0 R/Next 10 0 R/First 9 0 R/Dest[6 0 R/Fit]>>',
      '<</Title(Ingenstans)/Next 11 0 R/Prev 98 0 R/Dest[97 0 R/XYZ null null null]>>',
      '<</Title 42/Next 12 0 R/A<</S/GoTo/D(finns inte)>>>>',
      '<</Title(Runt)/Next 9 0 R/Parent 12 0 R/A 12 0 R>>',
    ],
  });

/** Two pages that link to each other, a tree of names that holds itself, and actions that go on for ever. */
export const circularLinksPdf = (): Uint8Array =>
  pdfOf([words('Till sidan efter'), words('Tillbaka till forsta')], {
    catalogue: '/Names<</Dests 8 0 R>>',
    page: '/Annots[9 0 R 10 0 R 11 0 R]',
    more: [
      '<</Kids[8 0 R 8 0 R]/Limits[(a)(z)]>>',
      '<</Type/Annot/Subtype/Link/Rect[60 750 260 785]/Dest[6 0 R/Fit]/Border[0 0 0]>>',
      '<</Type/Annot/Subtype/Link/Rect[60 700 260 735]/Dest(kretsen)>>',
      '<</Type/Annot/Subtype/Link/Rect[60 650 260 685]/A 12 0 R>>',
      '<</S/GoTo/D[6 0 R/Fit]/Next 12 0 R>>',
    ],
  });

/** Words in fonts that the file does not have, is wrong about, or that hold themselves. */
export const noFontsPdf = (): Uint8Array =>
  rawPages(1, {
    page: '/Resources<</Font<</F2 99 0 R/F3 5 0 R/F4 6 0 R>>>>/Contents 4 0 R',
    more: [
      stream(
        [1, 2, 3, 4]
          .map((n) => `BT /F${n} 24 Tf 70 ${780 - n * 60} Td (Rad ${n} utan typsnitt) Tj ET`)
          .join('\n'),
      ),
      '<</Type/Font/Subtype/TrueType/BaseFont/FinnsInte/FontDescriptor 5 0 R/Widths 5 0 R>>',
      '<</Type/Font/Subtype/Type0/BaseFont/Krets/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
    ],
  });

const field = (appearance: string): string =>
  stream(appearance, '/Type/XObject/Subtype/Form/BBox[0 0 300 30]/Resources<</Font<</F1 3 0 R>>>>');

/** A form with a field that is filled in and one that is not, and a script that would run when it is opened. */
export const formPdf = (): Uint8Array =>
  pdfOf([`${words('Anmalan om jav')} ${words('Namn:', 70, 700, 12)}`], {
    catalogue:
      '/AcroForm<</Fields[6 0 R 8 0 R]/DA(/F1 12 Tf)>>/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>',
    page: '/Annots[6 0 R 8 0 R]',
    more: [
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/V(Maj-Britt Ekdala)/Rect[120 690 420 720]/F 4/AP<</N 7 0 R>>>>',
      field(`0.9 g 0 0 300 30 re f 0 g ${words('Maj-Britt Ekdala', 6, 9, 12)}`),
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(datum)/Rect[120 640 420 670]/F 4/AP<</N 9 0 R>>>>',
      field('0.6 G 1 w 0.5 0.5 299 29 re S'),
    ],
  });

/** Comments by two people, one of them without a word, and a highlight. */
export const commentedPdf = (): Uint8Array =>
  pdfOf(
    [`${words('Granskad handling')} ${words('Kostnaden uppgar till 4,2 miljoner kronor.', 70, 700, 12)}`],
    {
      page: '/Annots[6 0 R 8 0 R 9 0 R]',
      more: [
        `<</Type/Annot/Subtype/Highlight/Rect[68 696 300 714]/QuadPoints[68 714 300 714 68 696 300 696]/C[1 0.9 0.2]/T(Gun Stensson)/Contents(Galler det inklusive moms?)/M(D:20260302081500+01'00')/AP<</N 7 0 R>>>>`,
        stream(
          '/G gs 1 0.9 0.2 rg 68 696 232 18 re f',
          '/Type/XObject/Subtype/Form/BBox[68 696 300 714]/Resources<</ExtGState<</G<</BM/Multiply>>>>>>',
        ),
        '<</Type/Annot/Subtype/Text/Rect[400 740 420 760]/T(Per Axelsson)/Contents(Se aven\nbilaga 3.)/Name/Comment/F 4>>',
        '<</Type/Annot/Subtype/Text/Rect[400 600 420 620]/Contents(Utan namn)/M(i gar)/F 4>>',
      ],
    },
  );

/** A second page of forms within forms, each drawn ten times: 10¹² drawings. The pages around it are ordinary. */
export function neverEndingPdf(): Uint8Array {
  const levels = 12;
  const first = 10;
  const forms = Array.from({ length: levels }, (_, level) => {
    const inner = level === levels - 1 ? '0 0 1 1 re f' : '/X Do '.repeat(10);
    const next = level === levels - 1 ? '' : `/Resources<</XObject<</X ${first + level + 1} 0 R>>>>`;
    return stream(inner, `/Type/XObject/Subtype/Form/BBox[0 0 500 500]${next}`);
  });
  return pdfOf(
    [words('Sidan fore den tunga'), `/X Do ${words('Den tunga sidan')}`, words('Sidan efter den tunga')],
    { resources: `/XObject<</X ${first} 0 R>>`, more: forms },
  );
}

/** A page filled with a pattern of patterns: each tile is drawn from a thousand times a thousand others. */
export function patternBombPdf(): Uint8Array {
  const tile = (next: number): string =>
    stream(
      next === 0 ? '0 0 0.01 0.01 re f' : `/Pattern cs /P scn 0 0 500 500 re f`,
      `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 500 500]/XStep 0.5/YStep 0.5/Resources<<${next === 0 ? '' : `/Pattern<</P ${next} 0 R>>`}>>`,
    );
  return pdfOf([`/Pattern cs /P scn 0 0 595 842 re f`, words('Sidan efter monstret')], {
    resources: '/Pattern<</P 8 0 R>>',
    more: [tile(9), tile(10), tile(0)],
  });
}
