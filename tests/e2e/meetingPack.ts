import { chmodSync } from 'node:fs';
import path from 'node:path';
import type { TestPack, TestPackSpec } from '../support/packBuilder.ts';
import { buildTestPack } from '../support/packBuilder.ts';
import { all, line, testPdf } from '../support/testPdf.ts';
import { freshFolder } from './launch.ts';

/** A document of several pages of real text: page n has the lines "Sida n rad 1" and so on. */
export const textDocument = (title: string, pages: number): Promise<Uint8Array> =>
  testPdf({
    pages: Array.from({ length: pages }, (_, page) =>
      all(
        line(title, 70, 80, 20),
        ...Array.from({ length: 24 }, (__, row) =>
          line(`Sida ${page + 1} rad ${row + 1}: nämnden föreslår att gatan breddas.`, 70, 130 + row * 26),
        ),
      ),
    ),
  });

/** A meeting of three items with documents of 3, 12 and 2 pages, and an item without documents. */
export async function meetingPack(spec: TestPackSpec = {}): Promise<TestPack> {
  const [report, plan, reply] = await Promise.all([
    textDocument('Tjänsteskrivelse', 3),
    textDocument('Planbeskrivning', 12),
    textDocument('Svar på motion', 2),
  ]);
  const pack = await buildTestPack({
    folder: freshFolder('packs'),
    agenda: [
      { number: '1', title: 'Sammanträdet öppnas', itemKind: 'formality' },
      {
        number: '7',
        title: 'Detaljplan för Kyrkbyn',
        itemKind: 'decision',
        registryNumber: 'KS 2026/0123',
        presenter: 'Maj-Britt Ekdala',
        proposedDecision: ['Planen godkänns.', 'Planen ställs ut för granskning.'],
        documents: [
          { title: 'Tjänsteskrivelse', documentKind: 'officialReport', bytes: report, pageCount: 3 },
          { title: 'Planbeskrivning', documentKind: 'attachment', bytes: plan, pageCount: 12 },
        ],
      },
      {
        number: '8',
        title: 'Svar på motion om cykelvägar',
        itemKind: 'decision',
        documents: [{ title: 'Svar på motion', bytes: reply, pageCount: 2 }],
      },
      { title: 'Sekretessärende', sealed: {} },
    ],
    ...spec,
  });
  chmodSync(pack.file, 0o644);
  chmodSync(path.dirname(pack.file), 0o777);
  return pack;
}
