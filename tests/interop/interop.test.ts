import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import { formatPublicKeyFile } from '../../core/pack/minisign.ts';
import { packPages } from '../../core/pack/pageNumbers.ts';
import { signMinisign } from '../../electron/crypto/minisignFiles.ts';
import { openPack } from '../../electron/packs/openPack.ts';
import { verifyPack } from '../../electron/packs/verifyPack.ts';
import { buildTestPack } from '../support/packBuilder.ts';
import { entriesOf, failureOf, valueOf } from '../support/packReading.ts';
import { richManifest } from '../support/richManifest.ts';
import { plainAgenda } from '../support/testManifest.ts';
import { testSigner } from '../support/testSigner.ts';

const isThere = (tool: string, argument: string): boolean => spawnSync(tool, [argument]).error === undefined;
const has = {
  python: isThere('python3', '--version'),
  minisign: isThere('minisign', '-v'),
  unzip: isThere('unzip', '-v'),
  openssl: isThere('openssl', 'version'),
};
for (const [tool, present] of Object.entries(has)) {
  if (!present) console.warn(`interop: ${tool} is not installed; what needs it is not checked here`);
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-interop-'));
});
afterEach(() => rm(folder, { recursive: true }));

const script = (name: string): string => path.join(import.meta.dirname, name);

function strictReader(file: string): { status: number | null; stdout: string; stderr: string } {
  const skip = has.openssl ? [] : ['--skip-signature'];
  return spawnSync('python3', [script('strict_reader.py'), ...skip, file], { encoding: 'utf8' });
}

function foreignPack(...options: string[]): string {
  const file = path.join(folder, 'foreign.beredd');
  execFileSync('python3', [script('foreign_writer.py'), file, ...options]);
  return file;
}

describe.runIf(has.python && has.minisign)('a pack written with Python and minisign alone', () => {
  test('is opened, verified and read', async () => {
    const file = foreignPack();
    expect(valueOf(await verifyPack(file, {}))).toMatchObject({ documents: 2, damaged: [] });
    const opened = valueOf(await openPack(file));
    expect(opened.manifest.meeting.title).toBe('Kommunstyrelsen, skriven av någon annan');
    const [first = ''] = [...opened.carried];
    valueOf(await opened.extractDocument(first, path.join(folder, 'document')));
    expect(await readFile(path.join(folder, 'document'), 'utf8')).toContain('Budget för Granåsa');
    await opened.close();
  });

  test('is refused when minisign signed it in its default mode', async () => {
    const error = failureOf(await openPack(foreignPack('--prehashed')));
    expect(error).toMatchObject({ code: 'packSignature', detail: { rule: 'signature-prehashed' } });
  });

  test('is accepted by the strict reader too', () => {
    expect(strictReader(foreignPack())).toMatchObject({ status: 0, stderr: '' });
  });
});

describe.runIf(has.python)('the strict reader, written from the published format alone,', () => {
  test('accepts our packs and counts the same pages', async () => {
    const { agenda, briefings, meeting, extensions } = richManifest;
    const pack = await buildTestPack({
      folder,
      meeting,
      extensions,
      pack: { note: 'Rad ett\nrad två', eraseAfter: '2027-12-31' },
      agenda: agenda.map(({ documents, children: _children, ...item }) => ({
        ...item,
        documents: documents.map(({ sha256: _sha256, ...document }) => document),
      })),
      briefings: briefings.map(({ documents, ...briefing }) => ({
        ...briefing,
        documents: documents.map(({ sha256: _sha256, ...document }) => document),
      })),
    });
    const read = strictReader(pack.file);
    expect(read.stderr).toBe('');
    const pages = packPages(pack.manifest);
    expect(JSON.parse(read.stdout)).toMatchObject({ title: meeting.title, pages: pages.total, missing: 0 });
  });

  test('accepts our supplements and packs with a root', async () => {
    const base = await buildTestPack({ folder });
    const root = testSigner(9);
    const trust = Buffer.from(
      canonicalJson({ format: 'beredd-trust', version: 1, municipality: 'Granåsa kommun', signers: [] }),
    );
    const supplement = await buildTestPack({
      folder,
      name: 'supplement.beredd',
      supplementTo: base,
      pack: { revision: 2, previous: base.manifestSha256 },
      agenda: [...plainAgenda, { title: 'Ny punkt', documents: [{ title: 'Ny handling' }] }],
      root: {
        rootKeyFile: formatPublicKeyFile(root.publicKey),
        trust,
        trustSignature: signMinisign(root, trust, 'trust version:1'),
      },
    });
    const read = strictReader(supplement.file);
    expect(read.stderr).toBe('');
    expect(JSON.parse(read.stdout)).toMatchObject({ revision: 2, missing: 2, pages: 3 });
  });

  test('refuses a pack of ours with one bit turned over, wherever it stands', async () => {
    const pack = await buildTestPack({ folder });
    const bytes = await readFile(pack.file);
    const places = [
      ...entriesOf(bytes).map(({ offset }) => offset + 16),
      40,
      200,
      bytes.length - 200,
      bytes.length - 3,
    ];
    for (const place of places) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ 4;
      await writeFile(path.join(folder, 'flipped.beredd'), flipped);
      expect(strictReader(path.join(folder, 'flipped.beredd')).status).toBe(1);
    }
  });
});

describe('general tools', () => {
  test.runIf(has.unzip)('unzip finds no error in a pack of ours', async () => {
    const pack = await buildTestPack({
      folder,
      agenda: [...plainAgenda, { title: 'Sekretessärende', sealed: {} }],
    });
    expect(execFileSync('unzip', ['-t', pack.file], { encoding: 'utf8' })).toContain('No errors detected');
  });

  test.runIf(has.unzip && has.minisign)('minisign verifies an unpacked pack as its README says', async () => {
    const pack = await buildTestPack({ folder });
    execFileSync('unzip', ['-q', pack.file, '-d', folder]);
    const shown = execFileSync(
      'minisign',
      ['-V', '-p', 'META-INF/issuer.pub', '-m', 'META-INF/manifest.json'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(shown).toContain('Signature and comment signature verified');
    expect(shown).toContain(`pack:${pack.manifest.pack.id} revision:1`);
  });
});
