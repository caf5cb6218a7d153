import type { TestPageContent } from '../../support/testPdf.ts';
import { all, line, testPdf } from '../../support/testPdf.ts';

/*
 * A meeting of a made-up municipality whose documents look as differently from others' as they may: an agenda table with
 * pages in the summons, reports with page numbers above, an attachment without any, a drawing, a scan.
 */

const a3: [number, number] = [1190.55, 841.89];

interface OtherDocument {
  readonly item: string;
  readonly fileName: string;
  readonly pages: readonly TestPageContent[];
}

const body = (from: number, count: number, words: string): TestPageContent =>
  all(
    ...Array.from({ length: count }, (_, at) =>
      line(
        `${words} och fortsätter med ord nummer ${from + at} i en mening som går vidare.`,
        70,
        200 + at * 16,
        11,
      ),
    ),
  );

/** A report: authority, page of pages at the upper right, title in the letters of the text but bold-like size. */
const report = (title: string, page: number, of: number): TestPageContent =>
  page === 1
    ? all(
        line('Miljö- och byggnadsförvaltningen', 70, 40, 9),
        line(`${page} (${of})`, 500, 40, 9),
        line('Tjänsteutlåtande', 70, 80, 11),
        line('2026-08-20', 400, 80, 11),
        line(title, 70, 130, 14),
        line('Förslag till beslut', 70, 170, 12),
        body(1, 20, 'Nämnden föreslås besluta enligt förvaltningen'),
      )
    : all(line(`${page} (${of})`, 500, 40, 9), body(40, 24, 'Ärendet bereddes av förvaltningen'));

const attachment = (title: string, page: number): TestPageContent =>
  page === 1
    ? all(line(title, 70, 90, 24), body(1, 12, 'Här beskrivs bakgrunden'))
    : body(page * 30, 30, 'Texten i bilagan handlar om tillsyn');

export const otherDocuments: readonly OtherDocument[] = [
  {
    item: '3',
    fileName: '3 Tjänsteutlåtande tillsynsplan.pdf',
    pages: [report('Tillsynsplan för 2027', 1, 2), report('Tillsynsplan för 2027', 2, 2)],
  },
  {
    item: '3',
    fileName: '3 Bilaga 1 Behovsutredning.pdf',
    pages: [1, 2, 3].map((page) => attachment('Tillsynsplan 2027 med behovsutredning', page)),
  },
  {
    item: '4',
    fileName: '4. Förhandsbesked Berget 2_14.pdf',
    pages: [report('Förhandsbesked för enbostadshus på Berget 2:14', 1, 1)],
  },
  {
    item: '4',
    fileName: '§ 4 bilaga situationsplan.pdf',
    pages: [all(line('SITUATIONSPLAN', 900, 760, 10), line('Skala 1:500', 900, 780, 8))],
  },
  {
    item: '5',
    fileName: 'Taxa livsmedelskontroll tjänsteutlåtande.pdf',
    pages: [1, 2, 3].map((page) => report('Taxa för offentlig livsmedelskontroll', page, 3)),
  },
  {
    item: '5',
    fileName: 'Bilaga 1 till punkt 5 förslag.pdf',
    pages: [1, 2].map((page) => attachment('Taxa för livsmedelskontrollen', page)),
  },
];

/** Where each begins in the merged file, which begins with the summons. */
export function otherRanges(): readonly {
  readonly from: number;
  readonly to: number;
  readonly item: string;
}[] {
  let next = 2;
  return otherDocuments.map(({ pages, item }) => {
    const from = next;
    next += pages.length;
    return { from, to: next - 1, item };
  });
}

const items: readonly (readonly [string, string, string])[] = [
  ['1', 'Upprop', ''],
  ['2', 'Val av protokollsjusterare', ''],
  ['3', 'Tillsynsplan 2027', 'MBN 2026/112'],
  ['4', 'Förhandsbesked Berget 2:14', 'MBN 2026/87'],
  ['5', 'Taxa för livsmedelskontroll', 'MBN 2026/130'],
];

const summons: TestPageContent = all(
  line('KALLELSE', 70, 60, 20),
  line('Miljö- och byggnadsnämnden', 70, 100, 14),
  line('Tid: onsdagen den 9 september 2026 kl. 13.00', 70, 130, 11),
  line('Plats: Stora salen, kommunhuset i Mörtfors', 70, 150, 11),
  ...items.flatMap(([number, title, registry], at) => [
    line(`${number}. ${title}`, 70, 200 + at * 24, 11),
    line(registry, 400, 200 + at * 24, 11),
  ]),
);

export const otherFile = (document: OtherDocument): Promise<Uint8Array> =>
  testPdf({ pages: document.pages, ...(document.fileName.includes('situationsplan') ? { size: a3 } : {}) });

/** Everything as one file, the drawing in its own size. */
export function otherMerged(): Promise<Uint8Array> {
  const pages = otherDocuments.flatMap(({ pages: own }) => own);
  const sizes = otherDocuments.flatMap(({ pages: own, fileName }) =>
    own.map(() => (fileName.includes('situationsplan') ? a3 : null)),
  );
  return testPdf({ pages: [summons, ...pages], sizes: [null, ...sizes] });
}
