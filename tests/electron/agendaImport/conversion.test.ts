import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { convertWithOffice } from '../../../electron/agendaImport/convertWithOffice.ts';
import { lookAtPdf } from '../../../electron/agendaImport/lookAtPdf.ts';
import { findOffice } from '../../../electron/agendaImport/officeProgram.ts';
import { loadPdfium, pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';
import type { ImportBench } from './importBench.ts';
import { importBench } from './importBench.ts';
import { openDocumentFile, wordFile, wordParagraph, wordTable } from './officeFiles.ts';

const job = '44444444-4444-4444-8444-444444444444';
let bench: ImportBench;
afterEach(() => bench.end());

const word = wordFile(wordParagraph('Förvaltningen föreslår att taxan höjs.'));

/** A program that answers as LibreOffice does; `work` is what it does to convert. */
async function fakeOffice(folder: string, work: string): Promise<string> {
  const file = path.join(folder, 'soffice');
  const script = `#!/usr/bin/env node
const fs = require('node:fs');
const args = process.argv.slice(2);
if (args[0] === '--version') { console.log('LibreOffice 99.1.2 abc'); process.exit(0); }
const out = args[args.indexOf('--outdir') + 1];
${work}`;
  await fs.writeFile(file, script, { mode: 0o755 });
  return file;
}

const makesPdf = `fs.writeFileSync(out + '/document.pdf', Buffer.from('${Buffer.from(tinyPdf('Taxan', 'två')).toString('base64')}', 'base64'));`;

async function taken(name: string, bytes: Uint8Array) {
  await bench.put(`in/${name}`, bytes);
  const answer = await bench.jobs.propose({
    job,
    draftId: bench.draftId,
    paths: [path.join(bench.folder, 'in')],
    pastedAgenda: null,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function wordsIn(sha256: string): Promise<string> {
  const engine = await loadPdfium(pdfiumFile());
  const looked = lookAtPdf(engine, path.join(bench.folder, '../files', sha256), true).looked;
  return looked?.pages.map(({ text }) => text).join('\n') ?? '';
}

describe('a Word file', () => {
  test('becomes a PDF by LibreOffice, whose version is told, and the original is kept', async () => {
    const first = await importBench();
    const office = await fakeOffice(first.folder, makesPdf);
    bench = await importBench({ office });
    const proposal = await taken('7 Taxa.docx', word);
    await first.end();
    expect(proposal.convertedPlainly).toBe(false);
    expect(proposal.files).toMatchObject([
      {
        name: '7 Taxa.pdf',
        mediaType: 'application/pdf',
        pageCount: 2,
        converted: { name: '7 Taxa.docx', by: 'libreOffice', version: 'LibreOffice 99.1.2' },
      },
    ]);
    expect(bench.kept()).toHaveLength(2);
    expect(bench.kept()).toContain(proposal.files[0]?.converted?.original);
    expect(proposal.items).toMatchObject([{ number: '7', title: 'Taxa' }]);
  });

  test('is made into a plain PDF without LibreOffice, and that is said', async () => {
    bench = await importBench();
    const proposal = await taken('7 Taxa.docx', word);
    expect(proposal.convertedPlainly).toBe(true);
    const [file] = proposal.files;
    expect(file).toMatchObject({ condition: 'readable', converted: { by: 'builtIn' } });
    expect(await wordsIn(file?.sha256 ?? '')).toContain('Förvaltningen föreslår att taxan höjs.');
  });

  test('is drawn by a window where there is one', async () => {
    const pages: string[] = [];
    bench = await importBench({
      render: (html) => {
        pages.push(html);
        return Promise.resolve(tinyPdf('ritad'));
      },
    });
    const proposal = await taken('7 Taxa.docx', word);
    expect(await wordsIn(proposal.files[0]?.sha256 ?? '')).toContain('ritad');
    expect(pages[0]).toContain("default-src 'none'");
    expect(pages[0]).toContain('Förvaltningen föreslår');
  });

  test('is made plainly when LibreOffice cannot read it', async () => {
    const first = await importBench();
    bench = await importBench({ office: await fakeOffice(first.folder, 'process.exit(0);') });
    const proposal = await taken('7 Taxa.docx', word);
    await first.end();
    expect(proposal.files[0]?.converted).toMatchObject({ by: 'builtIn' });
  });

  test('that nobody can read stays as it is, so that pre-flight tells of it', async () => {
    bench = await importBench();
    const proposal = await taken('7 Taxa.docx', Buffer.from('PK\u0003\u0004 och sedan ingenting'));
    expect(proposal.files).toMatchObject([
      { name: '7 Taxa.docx', condition: 'other', converted: null, pageCount: null },
    ]);
  });

  test('alone with a table of fees is a document, not an agenda', async () => {
    bench = await importBench();
    const fees = wordTable([
      ['Avgift', 'Kronor'],
      ['Brukning', '120'],
    ]);
    const proposal = await taken('3 Taxa.docx', wordFile(wordParagraph('Taxan höjs.') + fees));
    expect(proposal.items.map(({ title, documents }) => [title, documents.length])).toEqual([['Taxa', 1]]);
  });

  test('with the agenda as a table gives its items', async () => {
    bench = await importBench();
    const table = wordTable([
      ['Nr', 'Ärende', 'Dnr', 'Föredragande'],
      ['1', 'Upprop', '', ''],
      ['2', 'Taxa för vatten', 'KS 2026/31', 'VA-chefen'],
    ]);
    const proposal = await taken('Föredragningslista.docx', wordFile(wordParagraph('Kallelse') + table));
    expect(
      proposal.items.map(({ number, title, registryNumber, presenter }) => [
        number,
        title,
        registryNumber,
        presenter,
      ]),
    ).toEqual([
      ['1', 'Upprop', null, null],
      ['2', 'Taxa för vatten', 'KS 2026/31', 'VA-chefen'],
    ]);
    expect(proposal.files).toEqual([]);
  });
});

test('an ODF file keeps its headings, lists and tables in words', async () => {
  bench = await importBench();
  const body =
    '<text:h text:outline-level="1">Taxa för vatten</text:h><text:p>Höjs med<text:s/>5 %.</text:p>' +
    '<text:list><text:list-item><text:p>Brukning</text:p></text:list-item></text:list>' +
    '<table:table><table:table-row><table:table-cell><text:p>Avgift</text:p></table:table-cell><table:table-cell><text:p>120 kr</text:p></table:table-cell></table:table-row></table:table>';
  const proposal = await taken('7 Taxa.odt', openDocumentFile(body));
  const words = await wordsIn(proposal.files[0]?.sha256 ?? '');
  for (const said of ['Taxa för vatten', 'Höjs med 5 %.', '• Brukning', 'Avgift | 120 kr'])
    expect(words).toContain(said);
});

describe('LibreOffice', () => {
  test('is found with its version, and is nobody else', async () => {
    bench = await importBench();
    const file = await fakeOffice(bench.folder, '');
    expect(await findOffice(file)).toEqual({ file, version: 'LibreOffice 99.1.2' });
    const other = await bench.put('other', '#!/bin/sh\nexit 3\n');
    await fs.chmod(other, 0o755);
    expect(await findOffice(other)).toBeNull();
    expect(await findOffice(path.join(bench.folder, 'none'))).toBeNull();
  });

  test('that does not end is ended, with what it started', async () => {
    bench = await importBench();
    const pidFile = path.join(bench.folder, 'pid');
    const work = `const child = require('node:child_process').spawn('sleep', ['60']);
fs.writeFileSync('${pidFile}', String(child.pid)); setInterval(() => {}, 1000);`;
    const file = await fakeOffice(bench.folder, work);
    const folder = path.join(bench.folder, 'out');
    await fs.mkdir(folder);
    const made = await convertWithOffice({
      office: { file, version: '1' },
      file: await bench.put('document.docx', word),
      folder,
      timeoutMs: 1500,
      signal: new AbortController().signal,
    });
    expect(made).toMatchObject({ ok: false, error: { code: 'convertFailed' } });
    const child = Number(await fs.readFile(pidFile, 'utf8'));
    await expect.poll(() => isRunning(child), { timeout: 5000 }).toBe(false);
  });

  test('is told to run no macros and to fetch nothing', async () => {
    bench = await importBench();
    const file = await fakeOffice(bench.folder, makesPdf);
    const folder = path.join(bench.folder, 'out');
    await fs.mkdir(folder);
    await convertWithOffice({
      office: { file, version: '1' },
      file: await bench.put('document.docx', word),
      folder,
      timeoutMs: 20_000,
      signal: new AbortController().signal,
    });
    const settings = await fs.readFile(path.join(folder, 'profile/user/registrymodifications.xcu'), 'utf8');
    for (const name of ['DisableMacrosExecution', 'BlockUntrustedRefererLinks'])
      expect(settings).toContain(name);
  });
});

/** A zombie that nobody has waited for yet is not running either. */
async function isRunning(pid: number): Promise<boolean> {
  const state = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return state !== null && !/\) Z /.test(state);
}
