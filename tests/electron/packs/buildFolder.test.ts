import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AgendaItem, Manifest } from '../../../core/pack/manifest.ts';
import type { BuiltFolder } from '../../../electron/packs/buildFolder.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { writePack } from '../../../electron/packs/writePack.ts';
import { testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';
import { build, built, meetingJson, pdf, writeFolder } from './folderScene.ts';
import type { FolderContent } from './folderScene.ts';

const titles = (items: readonly AgendaItem[]) => items.map((item) => [item.number, item.title]);
const firstItem = ({ manifest }: BuiltFolder): AgendaItem => {
  const [item] = manifest.agenda;
  if (item === undefined) throw new Error('no item');
  return item;
};

/** Signs what was built and reads it back: the next revision's previous one. */
async function issued(
  result: BuiltFolder,
): Promise<{ manifest: Manifest; manifestSha256: string; file: string }> {
  const file = path.join(await writeFolder({}), 'ut.beredd');
  const written = await writePack(file, { ...result, signer: testSigner() });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return { ...written.value, file };
}

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

describe('ids', () => {
  it('of body and meeting follow from municipality, body name and start', async () => {
    const { manifest } = await built({ '01 A/a.pdf': pdf('a') });
    // UUIDv5 of "Granåsa kommun\nKommunstyrelsen" in the published namespace, and of the start in the body's.
    expect(manifest.meeting.body.id).toBe('73ad13e5-d3c3-5182-80d0-93e096c2e1a0');
    expect(manifest.meeting.id).toBe('9ede6f2a-81e0-5f59-afc7-cb8add8f936d');
  });

  it('that are given win', async () => {
    const id = testId('meeting', 5);
    const result = await built({
      'meeting.json': { ...meetingJson, id, packId: testId('pack', 5) },
      '01 A/a.pdf': pdf('a'),
      '01 A/item.json': { id: testId('item', 5), documents: [{ file: 'a.pdf', id: testId('document', 5) }] },
    });
    expect(result.manifest.meeting.id).toBe(id);
    expect(result.manifest.pack.id).toBe(testId('pack', 5));
    expect(firstItem(result)).toMatchObject({
      id: testId('item', 5),
      documents: [{ id: testId('document', 5) }],
    });
  });

  const before: FolderContent = {
    '01 Budget/förslag.pdf': pdf('budget'),
    '01 Budget/item.json': { registryNumber: 'KS 2026/1' },
    '02 Detaljplan/tjänsteskrivelse.pdf': pdf('plan'),
    '02 Detaljplan/karta.pdf': pdf('karta'),
    '03 Övriga frågor/lista.pdf': pdf('lista'),
  };

  it('are kept in the next revision through renumbering, renaming, moving and replacing', async () => {
    const first = await issued(await built(before));
    const next = await built(
      {
        'meeting.json': { ...meetingJson, start: '2026-12-08T13:00:00+01:00' },
        '01 Detaljplan/tjänsteskrivelse.pdf': pdf('plan, ändrad'),
        '01 Detaljplan/ritning.pdf': pdf('karta'),
        '02 Ny punkt/ny.pdf': pdf('ny'),
        '04 Budget och plan 2027/förslag.pdf': pdf('budget'),
        '04 Budget och plan 2027/item.json': { registryNumber: 'KS 2026/1' },
      },
      { previous: first },
    );
    const [budget, plan] = first.manifest.agenda;
    const [newPlan, added, newBudget] = next.manifest.agenda;
    expect(next.manifest.pack).toMatchObject({
      id: first.manifest.pack.id,
      revision: 2,
      previous: first.manifestSha256,
      supplementTo: null,
    });
    expect(next.manifest.meeting.id).toBe(first.manifest.meeting.id);
    expect(newPlan?.id).toBe(plan?.id);
    expect(newBudget?.id).toBe(budget?.id);
    expect(newPlan?.documents.map((document) => document.id).toSorted()).toEqual(
      plan?.documents.map((document) => document.id).toSorted(),
    );
    const known = new Set(first.manifest.agenda.map((item) => item.id));
    expect(known.has(added?.id ?? '')).toBe(false);
  });

  it('do not follow the title to a matter with another registry number', async () => {
    const motion = (registryNumber: string): FolderContent => ({
      '01 Svar på motion/m.pdf': pdf(registryNumber),
      '01 Svar på motion/item.json': { registryNumber },
    });
    const first = await issued(await built(motion('KS 2026/1')));
    const next = await built(motion('KS 2026/2'), { previous: first });
    expect(firstItem(next).id).not.toBe(first.manifest.agenda[0]?.id);
  });
});

describe('a supplement', () => {
  it('carries only what the previous revision lacks, and lists the rest', async () => {
    const first = await issued(await built({ '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b') }));
    const next = await built(
      { '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b, ändrad') },
      { previous: first, supplement: true },
    );
    expect(next.sources.map((source) => source.path)).toEqual(['docs/02-b/b.pdf']);
    const written = await issued(next);
    expect(written.manifest.pack.supplementTo).toEqual({ revision: 1, manifest: first.manifestSha256 });
    const opened = await openPack(written.file);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(opened.value.carried.size).toBe(1);
    await opened.value.close();
  });
});

describe('two builds', () => {
  it('with the same folder, clock and ids are the same to the byte', async () => {
    const folder = await writeFolder({ '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b') });
    const hashes = [];
    for (let i = 0; i < 2; i++) {
      const result = await build(folder);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      hashes.push((await issued(result.value)).manifestSha256);
    }
    expect(hashes[1]).toBe(hashes[0]);
  });
});

describe('a mistake', () => {
  const refusal = async (content: FolderContent) => {
    const result = await build(await writeFolder(content));
    return result.ok ? null : result.error;
  };
  const item = (json: unknown): FolderContent => ({
    '07 Plan/a.pdf': pdf('a'),
    '07 Plan/item.json': typeof json === 'string' ? json : JSON.stringify(json),
  });

  it.each([
    ['that is not JSON', '{', 'not-json', ''],
    ['with an unknown key', { titel: 'x' }, 'unknown-key', 'titel'],
    ['with a word that is none', { itemKind: 'beslut' }, 'choice', 'itemKind'],
    ['with a value of the wrong kind', { minutes: 'tjugo' }, 'kind-of-value', 'minutes'],
    [
      'that names a file that is not there',
      { documents: [{ file: 'b.pdf' }] },
      'file-missing',
      'documents.0.file',
    ],
    [
      'that names a file outside FOLDER',
      { documents: [{ file: '../../../etc/hostname' }] },
      'file-missing',
      'documents.0.file',
    ],
    [
      'with pages that the file does not have',
      { documents: [{ file: 'a.pdf', pages: { from: 1, to: 2 } }] },
      'page-range',
      'documents.0.pages',
    ],
    ['with invisible characters', { title: 'Pl\u200ban' }, 'string-invisible', 'title'],
    [
      'with an id used twice',
      { id: testId('item', 1), documents: [{ file: 'a.pdf', id: testId('item', 1) }] },
      'id-twice',
      'documents.0.id',
    ],
  ])('in an item.json %s is told with folder, place and rule', async (_, json, rule, at) => {
    expect(await refusal(item(json))).toMatchObject({
      code: 'folderItem',
      file: '07 Plan',
      detail: { rule, path: at },
    });
  });

  it('in meeting.json is told with place and rule', async () => {
    const { start: _start, ...rest } = meetingJson;
    expect(await refusal({ 'meeting.json': rest, ...item({}) })).toMatchObject({
      code: 'folderMeeting',
      detail: { rule: 'missing-key', path: 'start' },
    });
    expect(await refusal({ 'meeting.json': { ...meetingJson, start: '1 juni' }, ...item({}) })).toMatchObject(
      {
        code: 'folderMeeting',
        detail: { rule: 'instant', path: 'start' },
      },
    );
  });

  it.each([
    [
      'an HTML page',
      '<!doctype html><title>404</title>',
      { code: 'documentNotPdf', detail: { looksLike: 'html' } },
    ],
    ['an empty file', '', { code: 'documentNotPdf', detail: { looksLike: 'empty' } }],
    ['a damaged PDF', '%PDF-1.4\n%%EOF', { code: 'documentDamaged' }],
  ])('like %s under the name of a PDF is refused by its name', async (_, content, error) => {
    expect(await refusal({ '07 Plan/skrivelse.pdf': content })).toMatchObject({
      file: '07 Plan/skrivelse.pdf',
      ...error,
    });
  });

  it('like no item, no folder or no meeting.json is told', async () => {
    expect(await refusal({})).toMatchObject({ code: 'folderEmpty' });
    expect(await build('/finns/inte')).toMatchObject({ error: { code: 'folderUnreadable' } });
    const bare = await writeFolder({});
    await mkdir(path.join(bare, '01 A'));
    expect(await build(path.join(bare, '01 A'))).toMatchObject({
      error: { code: 'folderMeeting', detail: { rule: 'file-missing' } },
    });
  });

  it('like a link that leads out of FOLDER is told', async () => {
    const folder = await writeFolder({ '01 A/a.pdf': pdf('a') });
    const outside = path.join(await writeFolder({}), 'hemlig.pdf');
    await writeFile(outside, pdf('hemlig'));
    await symlink(outside, path.join(folder, '01 A/länk.pdf'));
    expect(await build(folder)).toMatchObject({
      error: { code: 'folderUnreadable', file: '01 A/länk.pdf', detail: { rule: 'outside' } },
    });
  });
});
