import { rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ImportProposal } from '../../../core/agendaImport/proposal.ts';
import type { Result } from '../../../core/errors.ts';
import { sampleDraft, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { testPdf } from '../../support/testPdf.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';
import type { ImportBench } from './importBench.ts';
import { importBench } from './importBench.ts';

const job = '11111111-1111-4111-8111-111111111111';
let bench: ImportBench;
afterEach(() => bench.end());

const propose = (paths: readonly string[], pastedAgenda: string | null = null) =>
  bench.jobs.propose({ job, draftId: bench.draftId, paths, pastedAgenda });

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

const outlineOf = ({ items }: ImportProposal) =>
  items.map(({ number, title, documents }) => [number, title, ...documents.map((one) => one.title)]);

async function twoItems(): Promise<void> {
  await bench.put('Möte/07 Detaljplan för Kvarnängen/Tjänsteskrivelse.pdf', tinyPdf('Detaljplan'));
  await bench.put('Möte/07 Detaljplan för Kvarnängen/Bilaga 1 Karta.pdf', tinyPdf('Karta', 'Karta två'));
  await bench.put('Möte/08 Budget 2027/Budgetförslag.pdf', tinyPdf('Budget'));
}

describe('an import of a folder', () => {
  test('proposes an item for each folder and takes them into the draft', async () => {
    bench = await importBench();
    await twoItems();
    const proposal = valueOf(await propose([path.join(bench.folder, 'Möte')]));
    expect(outlineOf(proposal)).toEqual([
      ['7', 'Detaljplan för Kvarnängen', 'Tjänsteskrivelse', 'Bilaga 1 Karta'],
      ['8', 'Budget 2027', 'Budgetförslag'],
    ]);
    expect(bench.draft().items).toEqual([]);
    const view = valueOf(await bench.jobs.accept({ job, draftId: bench.draftId, proposal }));
    expect(view.draft.items.map(({ title, documents }) => [title, documents.length])).toEqual([
      ['Detaljplan för Kvarnängen', 2],
      ['Budget 2027', 1],
    ]);
    expect(view.draft.files.map(({ pageCount }) => pageCount).toSorted()).toEqual([1, 1, 2]);
    expect(bench.kept()).toEqual(view.draft.files.map(({ sha256 }) => sha256).toSorted());
  });

  test('leaves nothing behind when the proposal is refused', async () => {
    bench = await importBench();
    await twoItems();
    valueOf(await propose([bench.folder]));
    expect(bench.kept()).toHaveLength(3);
    valueOf(await bench.jobs.accept({ job, draftId: bench.draftId, proposal: null }));
    expect(bench.kept()).toEqual([]);
    expect(bench.draft().items).toEqual([]);
  });

  test('removes files of documents that were taken out of the proposal', async () => {
    bench = await importBench();
    await twoItems();
    const proposal = valueOf(await propose([bench.folder]));
    const items = proposal.items.slice(1);
    const view = valueOf(
      await bench.jobs.accept({ job, draftId: bench.draftId, proposal: { ...proposal, items } }),
    );
    expect(view.draft.items).toHaveLength(1);
    expect(bench.kept()).toHaveLength(1);
  });

  test('places documents in the items that the draft has already', async () => {
    const items = [sampleItem(1, { title: 'Upprop' }), sampleItem(2, { title: 'Detaljplan för Kvarnängen' })];
    bench = await importBench({ draft: sampleDraft({ items, files: [] }) });
    await bench.put('detaljplan-for-kvarnangen-karta.pdf', tinyPdf('x'));
    const proposal = valueOf(await propose([bench.folder]));
    const view = valueOf(await bench.jobs.accept({ job, draftId: bench.draftId, proposal }));
    expect(view.draft.items.map(({ id, documents }) => [id, documents.length])).toEqual([
      [items[0]?.id, 0],
      [items[1]?.id, 1],
    ]);
  });

  test('tells what a file is that cannot be read', async () => {
    bench = await importBench();
    const locked = await testPdf({ pages: [() => undefined], userPassword: 'hemligt' });
    await bench.put('1 låst.pdf', locked);
    await bench.put('2 webb.pdf', '<!doctype html><html><body>Logga in</body></html>');
    await bench.put('3 tom.pdf', '');
    await bench.put('4 trasig.pdf', '%PDF-1.7 och sedan ingenting');
    const proposal = valueOf(await propose([bench.folder]));
    expect(proposal.files.map(({ name, condition }) => [name, condition])).toEqual([
      ['1 låst.pdf', 'encrypted'],
      ['2 webb.pdf', 'html'],
      ['3 tom.pdf', 'empty'],
      ['4 trasig.pdf', 'damaged'],
    ]);
  });

  test('leaves out hidden files, links, doubles and what is no document, and says so', async () => {
    bench = await importBench();
    await bench.put('1 Budget.pdf', tinyPdf('Budget'));
    await bench.put('2 Budget igen.pdf', tinyPdf('Budget'));
    await bench.put('.DS_Store', 'x');
    await bench.put('~$Budget.docx', 'x');
    await bench.put('spel.exe', 'MZ');
    await fs.symlink('/etc', path.join(bench.folder, 'genväg'));
    const proposal = valueOf(await propose([bench.folder]));
    expect(proposal.files).toHaveLength(1);
    expect(
      Object.fromEntries(proposal.leftOut.map(({ name, why }) => [name.split('/').at(-1), why])),
    ).toEqual({
      '.DS_Store': 'hidden',
      '~$Budget.docx': 'hidden',
      genväg: 'unknownKind',
      'spel.exe': 'unknownKind',
      '2 Budget igen.pdf': 'twice',
    });
  });
});

describe('an import that cannot be', () => {
  test('says that what was chosen is gone, and leaves the draft as it was', async () => {
    bench = await importBench();
    const before = bench.draft();
    const proposal = await propose([path.join(bench.folder, 'borta')]);
    expect(proposal).toMatchObject({ ok: false, error: { code: 'importGone', file: 'borta' } });
    expect(bench.draft()).toBe(before);
    expect(bench.kept()).toEqual([]);
  });

  test('says what disappeared on the way, and keeps nothing of what was read before', async () => {
    bench = await importBench({
      onReading: (file) => file === 'Karta.pdf' && rmSync(path.join(bench.folder, file)),
    });
    await bench.put('Budget.pdf', tinyPdf('Budget'));
    await bench.put('Karta.pdf', tinyPdf('Karta'));
    expect(await propose([bench.folder])).toMatchObject({
      ok: false,
      error: { code: 'importGone', file: 'Karta.pdf' },
    });
    expect(bench.progress).toEqual(['listing', 'reading Budget.pdf', 'reading Karta.pdf']);
    expect(bench.kept()).toEqual([]);
    expect(bench.draft().items).toEqual([]);
  });

  test('says so when a folder holds no documents', async () => {
    bench = await importBench();
    await bench.put('läs mig.exe', 'MZ');
    expect(await propose([bench.folder])).toMatchObject({ ok: false, error: { code: 'importNothing' } });
  });

  test('takes nothing when it is cancelled', async () => {
    bench = await importBench();
    await twoItems();
    const asked = propose([bench.folder]);
    bench.jobs.cancel(job);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(bench.kept()).toEqual([]);
  });

  test('does not know a draft that is not there', async () => {
    bench = await importBench();
    const asked = await bench.jobs.propose({ job, draftId: job, paths: [bench.folder], pastedAgenda: null });
    expect(asked).toMatchObject({ ok: false, error: { code: 'draftUnknown' } });
  });
});

describe('an agenda that is given', () => {
  test('becomes items, with the files in them', async () => {
    bench = await importBench();
    await bench.put('budget-2027-forslag.pdf', tinyPdf('x'));
    const pasted = '1. Upprop\n2. Budget 2027\tKS 2026/44\n3. Detaljplan för Kvarnängen';
    const proposal = valueOf(await propose([bench.folder], pasted));
    expect(outlineOf(proposal)).toEqual([
      ['1', 'Upprop'],
      ['2', 'Budget 2027', 'Budget 2027 forslag'],
      ['3', 'Detaljplan för Kvarnängen'],
    ]);
    expect(proposal.items[1]?.registryNumber).toBe('KS 2026/44');
  });

  test('is read from a CSV file among the others', async () => {
    bench = await importBench();
    await bench.put('ärenden.csv', 'Nr;Ärende;Föredragande\n1;Upprop;\n2;Budget 2027;Ekonomichefen\n');
    await bench.put('2 budget.pdf', tinyPdf('x'));
    const proposal = valueOf(await propose([bench.folder]));
    expect(outlineOf(proposal)).toEqual([
      ['1', 'Upprop'],
      ['2', 'Budget 2027', 'Budget'],
    ]);
    expect(proposal.items[1]?.presenter).toBe('Ekonomichefen');
  });

  test('is refused when nothing in the text is an agenda', async () => {
    bench = await importBench();
    expect(await propose([], '???')).toMatchObject({ ok: false, error: { code: 'importAgenda' } });
  });
});

describe('an attachment that lies in two items’ folders', () => {
  test('becomes a document in each, with one file', async () => {
    bench = await importBench();
    for (const folder of ['1 Budget', '2 Taxa']) {
      await bench.put(`${folder}/Bilaga.pdf`, tinyPdf('samma'));
      await bench.put(`${folder}/Bilaga igen.pdf`, tinyPdf('samma'));
    }
    const proposal = valueOf(await propose([bench.folder]));
    expect(proposal.items.map(({ documents }) => documents.length)).toEqual([1, 1]);
    expect(proposal.files).toHaveLength(1);
    expect(proposal.leftOut.map(({ why }) => why)).toEqual(['twice', 'twice']);
  });
});

describe('replacing the file of a document', () => {
  test('keeps the document, and takes one file only', async () => {
    bench = await importBench({ draft: sampleDraft({ items: [sampleItem(1)], files: [] }) });
    const old = await bench.put('gammal.pdf', tinyPdf('gammal'));
    const itemId = bench.draft().items[0]?.id ?? '';
    valueOf(await bench.jobs.addFiles({ job, draftId: bench.draftId, itemId, at: 0, paths: [old] }));
    const document = bench.draft().items[0]?.documents[0];
    const order = { job, draftId: bench.draftId, documentId: document?.id ?? '' };
    const file = await bench.put('ny/ny.pdf', tinyPdf('ny', 'två'));
    valueOf(await bench.jobs.replaceFile({ ...order, path: file }));
    expect(bench.draft().items[0]?.documents[0]).toMatchObject({ id: document?.id, title: document?.title });
    expect(bench.draft().files).toMatchObject([{ name: 'ny.pdf', pageCount: 2 }]);
    expect(await bench.jobs.replaceFile({ ...order, path: bench.folder })).toMatchObject({
      ok: false,
      error: { code: 'importNothing' },
    });
  });
});

describe('files added by hand', () => {
  test('become documents of the item, named after the files', async () => {
    bench = await importBench({ draft: sampleDraft({ items: [sampleItem(1)], files: [] }) });
    const file = await bench.put('03_tjänsteskrivelse_om_budget.pdf', tinyPdf('a', 'b'));
    const itemId = bench.draft().items[0]?.id ?? '';
    const view = valueOf(
      await bench.jobs.addFiles({ job, draftId: bench.draftId, itemId, at: 0, paths: [file] }),
    );
    expect(view.draft.items[0]?.documents).toMatchObject([
      { title: 'Tjänsteskrivelse om budget', documentKind: 'officialReport', pages: null },
    ]);
    expect(view.draft.files).toMatchObject([{ pageCount: 2, condition: 'readable', pagesWithoutText: 0 }]);
  });

  test('of a sealed item are handed over where they lie and never copied in plain', async () => {
    const items = [sampleItem(1, { seal: sampleSeal() })];
    bench = await importBench({ draft: sampleDraft({ items, files: [] }) });
    const file = await bench.put('hemlig.pdf', tinyPdf('hemligt'));
    const itemId = items[0]?.id ?? '';
    const view = valueOf(
      await bench.jobs.addFiles({ job, draftId: bench.draftId, itemId, at: 0, paths: [file] }),
    );
    expect(view.draft.items[0]?.documents).toHaveLength(1);
    expect(bench.kept()).toEqual([]);
    expect(bench.sealed).toEqual([view.draft.files[0]?.sha256]);
  });
});
