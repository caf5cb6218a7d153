import type { AnnotationDraft } from '../../core/annotation/annotation.ts';
import type { TestPack } from './packBuilder.ts';
import { buildTestPack } from './packBuilder.ts';
import { testId } from './testManifest.ts';
import { all, line, testPdf } from './testPdf.ts';

export const report = testId('document', 1);
export const annex = testId('document', 2);
const answer = testId('document', 3);
export const roadItem = testId('item', 1);
export const bicycleItem = testId('item', 2);
export const meetingId = testId('meeting', 1);

export const sentences = {
  kept: 'Gatan breddas till sju meter mellan Granån och stationen under nästa år.',
  changed: 'Kostnaden beräknas till 4,2 miljoner kronor och belastar investeringsbudgeten för gator.',
  deleted: 'Samrådet gav elva yttranden varav tre motsätter sig förslaget om nya parkeringar.',
  answer: 'Motionen besvaras med att cykelvägen redan ingår i planen för stationsområdet.',
} as const;

/** No two alike: lines that stand on every page count as its head or foot. */
const matters = [
  'skolan',
  'badhuset',
  'parken',
  'dammen',
  'biblioteket',
  'torget',
  'bron',
  'hallen',
  'vallen',
];
const filler = (page: number): readonly string[] =>
  Array.from({ length: 8 }, (_, at) => {
    const [first, second] = [matters[(page * 5 + at) % 9], matters[(page + at * 4 + 3) % 9]];
    return `Avsnitt ${page}.${at + 1} redogör för ${first} och för ${second} under ${2001 + page * 9 + at}.`;
  });

const printed = (pages: readonly (readonly string[])[], size = 11, top = 120): Promise<Uint8Array> =>
  testPdf({
    pages: pages.map((lines) =>
      all(...lines.map((text, at) => line(text, 70, top + at * (size + 15), size))),
    ),
  });

const firstPages = [
  [...filler(1).slice(0, 3), sentences.kept, ...filler(1).slice(3), sentences.changed],
  [...filler(2).slice(0, 2), sentences.deleted, ...filler(2).slice(2)],
];
const secondPages = [
  ['Sammanfattning av ärendet inför beslutet i kommunstyrelsen.', ...filler(1).slice(0, 2)],
  [
    ...filler(1).slice(2, 3),
    sentences.kept,
    ...filler(1).slice(3),
    sentences.changed.replace('4,2 miljoner kronor', '5,6 miljoner kronor inklusive moms'),
  ],
  filler(2),
];

/** Two revisions: a report replaced by an edited one, an annex printed anew with the same words, an item withdrawn. */
export async function revisedMeeting(folder: string): Promise<{ first: TestPack; second: TestPack }> {
  const [reportBefore, reportAfter, annexBefore, annexAfter, answerBytes] = await Promise.all([
    printed(firstPages),
    printed(secondPages),
    printed([filler(5)]),
    printed([filler(5)], 9, 200),
    printed([[...filler(7), sentences.answer]]),
  ]);
  const road = (bytes: Uint8Array, pageCount: number, annexBytes: Uint8Array, proposal: string) => ({
    id: roadItem,
    number: '7',
    title: 'Detaljplan för Kyrkbyn',
    itemKind: 'decision' as const,
    proposedDecision: [proposal, 'Planen ställs ut för granskning.'],
    documents: [
      { id: report, title: 'Tjänsteskrivelse', documentKind: 'officialReport' as const, bytes, pageCount },
      { id: annex, title: 'Bilaga', documentKind: 'attachment' as const, bytes: annexBytes, pageCount: 1 },
    ],
  });
  const first = await buildTestPack({
    folder,
    agenda: [
      road(reportBefore, 2, annexBefore, 'Planen godkänns med början i oktober.'),
      {
        id: bicycleItem,
        number: '8',
        title: 'Svar på motion om cykelvägar',
        documents: [{ id: answer, title: 'Svar på motion', bytes: answerBytes, pageCount: 1 }],
      },
    ],
  });
  const second = await buildTestPack({
    folder,
    name: 'kallelse-rev2.beredd',
    pack: { revision: 2, previous: first.manifestSha256 },
    meeting: { place: 'Sal B' },
    agenda: [road(reportAfter, 3, annexAfter, 'Planen godkänns med början i september.')],
  });
  return { first, second };
}

/** Notes on the first revision, as the reader would make them. */
export function notesOnFirst({ manifest }: TestPack): readonly AnnotationDraft[] {
  const onWords = (
    words: string,
    documentId: string,
    pages: readonly (readonly string[])[],
    item: string,
  ) => {
    const page = pages.findIndex((lines) => lines.includes(words));
    const text = (pages[page] ?? []).join(' ');
    const start = text.indexOf(words);
    const sha256 =
      manifest.agenda.flatMap(({ documents }) => documents).find(({ id }) => id === documentId)?.sha256 ?? '';
    return {
      kind: 'highlight',
      noteClass: 'private',
      colour: 'yellow',
      text: '',
      target: {
        meeting: meetingId,
        source: { type: 'document', document: documentId, item },
        selectors: [
          { type: 'PageSelector', sha256, page: page + 1, quads: [[70, 700, 300, 700, 70, 688, 300, 688]] },
          {
            type: 'TextQuoteSelector',
            exact: words,
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(start + words.length, start + words.length + 32),
            normalisation: 1,
          },
          { type: 'TextPositionSelector', start, end: start + words.length },
        ],
      },
    } satisfies AnnotationDraft;
  };
  return [
    onWords(sentences.kept, report, firstPages, roadItem),
    onWords(sentences.changed, report, firstPages, roadItem),
    onWords(sentences.deleted, report, firstPages, roadItem),
    onWords(sentences.answer, answer, [[...filler(7), sentences.answer]], bicycleItem),
  ];
}
