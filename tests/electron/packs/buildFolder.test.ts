import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../core/pack/manifest.ts';
import { built, firstItem, issued, meetingJson, pdf } from './folderScene.ts';

const titles = (items: readonly AgendaItem[]) => items.map((item) => [item.number, item.title]);

describe('a folder of items', () => {
  it('becomes an agenda in the order of its numbers, with titles from the names', async () => {
    const { manifest } = await built({
      '10 Meddelanden/x.pdf': pdf('x'),
      '07 Detaljplan Kyrkbyn/tjänsteskrivelse.pdf': pdf('a', 'b'),
      '§ 9 Övriga frågor/y.pdf': pdf('y'),
    });
    expect(titles(manifest.agenda)).toEqual([
      ['7', 'Detaljplan Kyrkbyn'],
      ['9', 'Övriga frågor'],
      ['10', 'Meddelanden'],
    ]);
    expect(manifest.agenda.map((item) => item.itemKind)).toEqual(['decision', 'other', 'notification']);
  });

  it('gives documents title, kind and page count by themselves', async () => {
    const result = await built({
      '07 Detaljplan/01 Tjänsteskrivelse detaljplan.pdf': pdf('a', 'b', 'c'),
      '07 Detaljplan/02_protokollsutdrag_au.pdf': pdf('d'),
      '07 Detaljplan/karta.pdf': pdf('e'),
      '07 Detaljplan/Kallelse.pdf': pdf('f'),
    });
    expect(
      firstItem(result).documents.map(({ title, documentKind, pageCount }) => [
        title,
        documentKind,
        pageCount,
      ]),
    ).toEqual([
      ['Tjänsteskrivelse detaljplan', 'officialReport', 3],
      ['Protokollsutdrag au', 'minutesExtract', 1],
      ['Kallelse', 'summons', 1],
      ['Karta', 'attachment', 1],
    ]);
  });

  it('reads item.json, and takes documents that several items share by page range from anywhere in FOLDER', async () => {
    const result = await built({
      'alla handlingar.pdf': pdf('1', '2', '3', '4', '5'),
      'arkiv/karta.pdf': pdf('karta'),
      '01 Budget/item.json': {
        number: '§ 94',
        title: 'Budget 2027',
        registryNumber: 'KS 2026/1',
        proposedDecision: ['Budgeten antas.'],
        minutes: 20,
        documents: [
          {
            file: 'alla handlingar.pdf',
            title: 'Förslag',
            documentKind: 'officialReport',
            pages: { from: 1, to: 3 },
          },
          { file: 'arkiv/karta.pdf' },
        ],
      },
      '02 Plan/item.json': {
        documents: [{ file: '../alla handlingar.pdf', title: 'Plan', pages: { from: 4, to: 5 } }],
      },
    });
    const [budget, plan] = result.manifest.agenda;
    expect(budget).toMatchObject({
      number: '§ 94',
      itemKind: 'decision',
      minutes: 20,
      documents: [
        { title: 'Förslag', pageCount: 3, pages: { from: 1, to: 3 } },
        { title: 'Karta', pageCount: 1, pages: null },
      ],
    });
    expect(plan?.documents[0]).toMatchObject({ pageCount: 2, sha256: budget?.documents[0]?.sha256 });
    expect(result.sources.map((source) => source.path)).toEqual([
      'docs/01-budget/alla-handlingar.pdf',
      'docs/01-budget/karta.pdf',
    ]);
    expect(result.notIncluded).toEqual([]);
    expect(result.manifest.agenda).toHaveLength(2);
  });

  it('makes numbered folders in an item its children, and takes the files of other folders', async () => {
    const result = await built({
      '03 Motioner/bilagor/a.pdf': pdf('a'),
      '03 Motioner/1 Motion om cykelväg/motion.pdf': pdf('m'),
    });
    const item = firstItem(result);
    expect(item.documents.map((document) => document.title)).toEqual(['A']);
    expect(item.children).toMatchObject([{ number: '1', documents: [{ title: 'Motion' }] }]);
  });

  it('finds files whose names the disk spells in decomposed form', async () => {
    const nfd = 'Överenskommelse på å.pdf'.normalize('NFD');
    const result = await built({
      [`05 Åtgärder/${nfd}`]: pdf('a'),
      '05 Åtgärder/item.json': { documents: [{ file: 'Överenskommelse på å.pdf' }] },
    });
    expect(firstItem(result).documents[0]?.title).toBe('Överenskommelse på å');
    expect(result.sources[0]?.path).toBe('docs/05-atgarder/overenskommelse-pa-a.pdf');
  });

  it('names the files that went into no document, and passes over clutter', async () => {
    const result = await built({
      '01 A/a.pdf': pdf('a'),
      '01 A/anteckningar.odd': 'x',
      'kallelse.pdf': pdf('k'),
      '01 A/.DS_Store': 'x',
      '01 A/~$utkast.docx': 'x',
    });
    expect(result.notIncluded).toEqual(['01 A/anteckningar.odd', 'kallelse.pdf']);
  });

  it('makes names that the container allows of any name', async () => {
    const result = await built({
      '01 CON/NUL.pdf': pdf('a'),
      '02 !!!/….pdf': pdf('b'),
      [`03 ${'Å'.repeat(80)}/${'ö'.repeat(100)}.pdf`]: pdf('c'),
      '04 Lika/a b.pdf': pdf('d'),
      '04 Lika/a-b.pdf': pdf('e'),
    });
    expect((await issued(result)).manifest.files).toHaveLength(6);
    expect(result.sources.map((source) => source.path)).toContain('docs/04-lika/a-b-2.pdf');
  });

  it('takes in unit briefings, whose units and figures keep their ids from pack to pack', async () => {
    const briefings = [
      {
        unit: 'Räddningstjänsten',
        series: 'annual',
        sections: [{ sectionKind: 'assignment', title: 'Uppdrag', points: [{ text: 'Rädda liv.' }] }],
        keyFigures: [{ name: 'Utryckningar', value: 214, asOf: '2025-12-31' }],
        commitments: [{ what: 'Ny plan före årsskiftet', due: '2026-12-31' }],
        documents: [{ file: 'bilder.pdf' }],
      },
    ];
    const day = (start: string) =>
      built({
        'meeting.json': { ...meetingJson, start, kind: 'operationsDay', briefings },
        'bilder.pdf': pdf('b'),
      });
    const [one, two] = [await day('2026-03-01T09:00:00+01:00'), await day('2027-03-01T09:00:00+01:00')];
    const [first, second] = [one.manifest.briefings[0], two.manifest.briefings[0]];
    expect(first).toMatchObject({
      documents: [{ title: 'Bilder', pageCount: 1 }],
      commitments: [{ state: 'given' }],
    });
    expect(second?.unit.id).toBe(first?.unit.id);
    expect(second?.keyFigures[0]?.id).toBe(first?.keyFigures[0]?.id);
    expect((await issued(one)).manifest.meeting.kind).toBe('operationsDay');
  });
});
