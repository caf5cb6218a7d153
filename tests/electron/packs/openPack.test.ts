import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicKeyLine } from '../../../core/pack/minisign.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { buildTestPack, testPackBytes } from '../../support/packBuilder.ts';
import { entriesOf, failureOf, valueOf } from '../../support/packReading.ts';
import { deflated, rawZip } from '../../support/rawZip.ts';
import { plainAgenda } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const refusal = async (name: string, content: Uint8Array | string) =>
  failureOf(await openPack(await put(name, content)));

describe('opening a pack', () => {
  test('gives the manifest, the raw signed bytes and the key', async () => {
    const pack = await buildTestPack({ folder });
    const opened = valueOf(await openPack(pack.file));
    expect(opened.manifest).toEqual(pack.manifest);
    expect(digest(opened.manifestBytes)).toBe(pack.manifestSha256);
    expect(opened.manifestSha256).toBe(pack.manifestSha256);
    expect(opened.issuerKey).toBe(publicKeyLine(testSigner().publicKey));
    expect(opened.rootKey).toBeNull();
    expect([...opened.carried]).toEqual(
      pack.manifest.agenda.flatMap((item) => item.documents.map((d) => d.sha256)),
    );
    await opened.close();
  });

  test('works under any name', async () => {
    const file = await put('kallelse.pdf', await testPackBytes());
    await valueOf(await openPack(file)).close();
  });

  test('shows a sealed item as sealed and carries its ciphertext', async () => {
    const pack = await buildTestPack({ folder, agenda: [{ title: 'Sekretessärende', sealed: {} }] });
    const opened = valueOf(await openPack(pack.file));
    expect(opened.manifest.agenda[0]).toMatchObject({
      itemKind: null,
      documents: [],
      sealed: { reason: 'secrecy' },
    });
    expect(opened.carried.size).toBe(3);
    await opened.close();
  });

  test('opens a supplement alone and says what it does not carry', async () => {
    const base = await buildTestPack({ folder });
    const supplement = await buildTestPack({
      folder,
      name: 'rev2.beredd',
      supplementTo: base,
      pack: { revision: 2, previous: base.manifestSha256 },
      agenda: [...plainAgenda, { title: 'Ny punkt', documents: [{ title: 'Ny handling' }] }],
    });
    const opened = valueOf(await openPack(supplement.file));
    expect(opened.manifest.pack.supplementTo).toEqual({ revision: 1, manifest: base.manifestSha256 });
    expect(opened.manifest.files).toHaveLength(4);
    expect([...opened.carried]).toEqual([opened.manifest.agenda[2]?.documents[0]?.sha256]);
    const lacking = opened.manifest.agenda[0]?.documents[0]?.sha256 ?? '';
    expect(failureOf(await opened.extractDocument(lacking, path.join(folder, 'out'))).code).toBe(
      'documentMissing',
    );
    await opened.close();
  });
});

describe('taking a document out', () => {
  test('gives the bytes that were signed, and replaces an older file', async () => {
    const pack = await buildTestPack({ folder });
    const opened = valueOf(await openPack(pack.file));
    const target = await put('document', 'old');
    for (const sha256 of opened.carried) {
      valueOf(await opened.extractDocument(sha256, target));
      expect(digest(await readFile(target))).toBe(sha256);
    }
    await opened.close();
    expect((await readdir(folder)).sort()).toEqual(['document', 'kallelse.beredd']);
  });

  test('reads documents of any size, in several chunks', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 'beredd');
    const pack = await buildTestPack({ folder, agenda: [{ documents: [{ bytes }] }] });
    const opened = valueOf(await openPack(pack.file));
    valueOf(await opened.extractDocument(digest(bytes), path.join(folder, 'document')));
    expect(Buffer.compare(await readFile(path.join(folder, 'document')), bytes)).toBe(0);
    await opened.close();
  });

  test.each([
    ['payload', 0, 'sha256'],
    ['local header', -60, 'local-header'],
  ])(
    'refuses a document with a damaged %s, leaves nothing, and gives the others',
    async (_part, shift, rule) => {
      const bytes = await testPackBytes();
      const [, , damaged, sound] = entriesOf(bytes);
      const start = (damaged?.offset ?? 0) + 30 + (damaged?.name.length ?? 0);
      bytes[start + shift] = (bytes[start + shift] ?? 0) ^ 1;
      const opened = valueOf(await openPack(await put('damaged.beredd', bytes)));
      const shaOf = (name = '') => opened.manifest.files.find((file) => file.path === name)?.sha256 ?? '';
      const error = failureOf(
        await opened.extractDocument(shaOf(damaged?.name), path.join(folder, 'document')),
      );
      expect(error).toEqual({
        code: 'packDocumentDamaged',
        file: 'damaged.beredd',
        detail: { document: damaged?.name, rule },
      });
      expect(await readdir(folder)).toEqual(['damaged.beredd']);
      valueOf(await opened.extractDocument(shaOf(sound?.name), path.join(folder, 'other')));
      await opened.close();
    },
  );

  test('refuses when the file is cut behind the reader’s back', async () => {
    const pack = await buildTestPack({ folder });
    const opened = valueOf(await openPack(pack.file));
    await truncate(pack.file, 3000);
    const [, last = ''] = [...opened.carried];
    expect(failureOf(await opened.extractDocument(last, path.join(folder, 'out'))).code).toBe(
      'packDocumentDamaged',
    );
    await opened.close();
  });

  test('stops when told to and leaves nothing', async () => {
    const bytes = Buffer.alloc(4 * 1024 * 1024, 7);
    const pack = await buildTestPack({ folder, agenda: [{ documents: [{ bytes }] }] });
    const opened = valueOf(await openPack(pack.file));
    const stop = new AbortController();
    const extraction = opened.extractDocument(digest(bytes), path.join(folder, 'out'), stop.signal);
    stop.abort();
    expect(failureOf(await extraction).code).toBe('cancelled');
    expect(await readdir(folder)).toEqual(['kallelse.beredd']);
    await opened.close();
  });

  test('tells a folder that does not take the file', async () => {
    const pack = await buildTestPack({ folder });
    const opened = valueOf(await openPack(pack.file));
    const [sha256 = ''] = [...opened.carried];
    const error = failureOf(await opened.extractDocument(sha256, path.join(folder, 'no', 'folder')));
    expect(error).toMatchObject({ code: 'diskDenied', detail: { reason: 'ENOENT' } });
    await opened.close();
  });
});

describe('bad input gets its own code', () => {
  test('a file that is not there', async () => {
    const error = failureOf(await openPack(path.join(folder, 'gone.beredd')));
    expect(error).toEqual({ code: 'packUnreadable', file: 'gone.beredd', detail: { reason: 'ENOENT' } });
  });

  test('a folder', async () => {
    await mkdir(path.join(folder, 'folder.beredd'));
    expect(failureOf(await openPack(path.join(folder, 'folder.beredd'))).code).toBe('packUnreadable');
  });

  test.runIf(process.platform !== 'win32')('a named pipe, without waiting for it', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.beredd')]);
    expect(failureOf(await openPack(path.join(folder, 'pipe.beredd'))).code).toBe('packUnreadable');
  });

  test('an empty file', async () => {
    expect(await refusal('empty.beredd', '')).toEqual({ code: 'packEmpty', file: 'empty.beredd' });
  });

  test.each([
    '<!DOCTYPE html><html><title>Logga in</title>',
    '\ufeff\r\n  <HTML lang="sv">',
    '<!-- portal -->\n<html>',
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
  ])('a web page that begins %j', async (page) => {
    expect((await refusal('login.beredd', page.padEnd(400))).code).toBe('packIsHtml');
  });

  test('a web page in UTF-16', async () => {
    expect((await refusal('login.beredd', Buffer.from('\ufeff<html><body>Logga in', 'utf16le'))).code).toBe(
      'packIsHtml',
    );
  });

  test('a web page that tries to make its recogniser slow', async () => {
    expect((await refusal('slow.beredd', '<!---->'.repeat(1000))).code).toBe('packNotAPack');
  });

  test.each([
    ['pdf', '%PDF-1.7\n'.padEnd(1000)],
    ['other', 'PKW'.padEnd(1000)],
    ['other', 'x'],
  ])('another file, told as %s', async (looksLike, content) => {
    const error = await refusal('other.beredd', content);
    expect([error.code, error.detail?.['looksLike']]).toEqual(['packNotAPack', looksLike]);
  });

  test('another ZIP file, with the rule it breaks first', async () => {
    const error = await refusal('other.beredd', rawZip([{ name: '../evil.txt', bytes: Buffer.from('x') }]));
    expect(error.code).toBe('packNotAPack');
    expect(error.detail).toMatchObject({ looksLike: 'zip', rule: 'entry-name', entry: '../evil.txt' });
  });

  test('a pack that was unpacked and zipped again', async () => {
    const pack = await testPackBytes();
    const entries = entriesOf(pack)
      .map(({ name, offset, size }) => ({
        name,
        bytes: pack.slice(offset + 30 + name.length, offset + 30 + name.length + size),
      }))
      .reverse();
    const error = await refusal('again.beredd', rawZip(entries.map(deflated)));
    expect(error).toMatchObject({ code: 'packContainer', file: 'again.beredd' });
  });

  test('a pack that was cut, at any place after its first entry', async () => {
    const pack = await testPackBytes();
    for (let length = 80; length < pack.length; length += 97) {
      const error = await refusal('cut.beredd', pack.subarray(0, length));
      expect([error.code, error.detail?.['rule']]).toEqual(['packCut', 'end-missing']);
    }
  });

  test('a pack whose last part was never filled in by the synchronisation', async () => {
    const pack = await testPackBytes();
    expect((await refusal('holes.beredd', pack.fill(0, 3000))).code).toBe('packCut');
  });

  test('a pack with something after its end', async () => {
    const pack = await testPackBytes();
    const error = await refusal('longer.beredd', Buffer.concat([pack, Buffer.from('\r\n')]));
    expect([error.code, error.detail?.['rule']]).toEqual(['packCut', 'bytes-after-end']);
  });
});
