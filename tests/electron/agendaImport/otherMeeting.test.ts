import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportProposal } from '../../../core/agendaImport/proposal.ts';
import { documentsIn } from '../../../core/agendaImport/reviewEdits.ts';
import type { ImportBench } from './importBench.ts';
import { importBench } from './importBench.ts';
import { otherDocuments, otherFile, otherMerged, otherRanges } from './otherMeeting.ts';

const job = '22222222-2222-4222-8222-222222222222';
let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.end());

async function proposed(
  paths: readonly string[],
  pastedAgenda: string | null = null,
): Promise<ImportProposal> {
  const proposal = await bench.jobs.propose({ job, draftId: bench.draftId, paths, pastedAgenda });
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
  return proposal.value;
}

const numberOf = (proposal: ImportProposal, place: string | null): string | null =>
  proposal.items.find(({ id }) => id === place)?.number ?? null;

describe('another municipality’s meeting', () => {
  test('finds the right item for every loose file, told by names alone', async () => {
    for (const document of otherDocuments) await bench.put(document.fileName, await otherFile(document));
    const proposal = await proposed([bench.folder]);
    const places = Object.fromEntries(
      documentsIn(proposal).map(({ document, place }) => [
        proposal.files.find(({ sha256 }) => sha256 === document.file)?.name,
        numberOf(proposal, place),
      ]),
    );
    expect(places).toEqual(Object.fromEntries(otherDocuments.map(({ fileName, item }) => [fileName, item])));
  });

  test('cuts the merged file where its documents begin and puts them under the agenda of its summons', async () => {
    const file = await bench.put('Kallelse och handlingar.pdf', await otherMerged());
    const proposal = await proposed([file]);
    expect(
      proposal.items.map(({ number, title, registryNumber }) => [number, title, registryNumber]),
    ).toEqual([
      [null, 'Kallelse', null],
      ['1', 'Upprop', null],
      ['2', 'Val av protokollsjusterare', null],
      ['3', 'Tillsynsplan 2027', 'MBN 2026/112'],
      ['4', 'Förhandsbesked Berget 2:14', 'MBN 2026/87'],
      ['5', 'Taxa för livsmedelskontroll', 'MBN 2026/130'],
    ]);
    const parts = documentsIn(proposal)
      .map(({ document, place }) => ({ ...document.pages, item: numberOf(proposal, place) }))
      .toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
    expect(parts).toEqual([{ from: 1, to: 1, item: null }, ...otherRanges()]);
  });

  test('reads body, time and place in the summons', async () => {
    const file = await bench.put('Kallelse och handlingar.pdf', await otherMerged());
    expect((await proposed([file])).meeting).toEqual({
      title: 'Miljö- och byggnadsnämnden',
      bodyName: 'Miljö- och byggnadsnämnden',
      start: '2026-09-09T13:00:00+02:00',
      place: 'Stora salen, kommunhuset i Mörtfors',
    });
  });
});
