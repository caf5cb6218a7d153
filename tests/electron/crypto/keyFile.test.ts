import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parsePublicKeyFile } from '../../../core/pack/minisign.ts';
import { createKeyFile, formatKeyFile, parseKeyFile, readKeyFile } from '../../../electron/crypto/keyFile.ts';
import { signMinisign, verifyMinisign } from '../../../electron/crypto/minisignFiles.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testSigner } from '../../support/testSigner.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('a new key file', () => {
  test('signs what its public half verifies', async () => {
    const file = path.join(folder, 'kansliet.key');
    valueOf(await createKeyFile(file, null));
    const signer = valueOf(await readKeyFile(file, null));
    const published = valueOf(parsePublicKeyFile(await readFile(`${file}.pub`), 'kansliet.key.pub'));
    expect(published.line).toBe(signer.publicKey.line);
    const message = Buffer.from('kallelse');
    valueOf(verifyMinisign(published, message, signMinisign(signer, message, 'x'), 'x'));
  });

  test.runIf(process.platform !== 'win32')('can be read by its owner alone', async () => {
    const file = path.join(folder, 'kansliet.key');
    valueOf(await createKeyFile(file, null));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('never replaces a key, nor leaves half a pair', async () => {
    const file = path.join(folder, 'kansliet.key');
    await writeFile(file, 'old');
    expect(failureOf(await createKeyFile(file, null))).toMatchObject({
      code: 'fileExists',
      file: 'kansliet.key',
    });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['kansliet.key']);
  });

  test('is said to be impossible in a folder that is not there', async () => {
    expect(failureOf(await createKeyFile(path.join(folder, 'no', 'key'), null)).code).toBe('diskDenied');
  });
});

describe('a key behind a passphrase', () => {
  test('opens with it, however its letters were composed, and with no other', async () => {
    const text = await formatKeyFile(testSigner(), 'blåbär på fjället');
    expect(text).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    const signer = valueOf(parseKeyFile(text, 'blåbär på fjället'.normalize('NFD')));
    expect(signer.publicKey).toEqual(testSigner().publicKey);
    expect(failureOf(parseKeyFile(text, 'lingon')).detail).toEqual({ reason: 'wrong' });
    expect(failureOf(parseKeyFile(text, '')).detail).toEqual({ reason: 'wrong' });
    expect(failureOf(parseKeyFile(text, null))).toMatchObject({
      code: 'keyPassphrase',
      detail: { reason: 'needed' },
    });
  });

  test.runIf(hasOpenssl)('is a PKCS#8 that openssl opens', async () => {
    const file = path.join(folder, 'kansliet.key');
    await writeFile(file, await formatKeyFile(testSigner(), 'ripa'));
    const shown = execFileSync('openssl', [
      'pkey',
      '-in',
      file,
      '-passin',
      'pass:ripa',
      '-noout',
      '-text',
    ]).toString();
    expect(shown).toContain('ED25519');
  });
});

describe('a key file that is wrong', () => {
  const codeOf = (text: string) => failureOf(parseKeyFile(text, null)).code;

  test.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['without its title', (text) => text.replace('beredd', 'bered')],
    ['with another key id', (text) => text.replace(/key id: ..../, 'key id: ABCD')],
    [
      'with another public key',
      (text) =>
        text
          .replace(/public key: .*/, 'public key: RWTDlSichcxA93Jmquu7zkcC+TvJIRnP9RrFq63f+N5yHgtv5dOmMmuz')
          .replace(/key id: .*/, 'key id: F740CC859C2895C3'),
    ],
    ['with a damaged secret', (text) => text.replace(/AQEBAQ(?=.*\n-----END)/, 'AQEBAR')],
    ['cut', (text) => text.slice(0, 150)],
  ])('is refused: %s', async (_name, damage) => {
    expect(codeOf(damage(await formatKeyFile(testSigner(), null)))).toBe('keyUnreadable');
  });

  test('is refused when it is missing, or far too large', async () => {
    const file = path.join(folder, 'huge.key');
    await writeFile(file, Buffer.alloc(100_000, 'x'));
    expect(failureOf(await readKeyFile(file, null))).toEqual({ code: 'keyUnreadable', file: 'huge.key' });
    expect(failureOf(await readKeyFile(path.join(folder, 'gone.key'), null)).code).toBe('keyUnreadable');
  });
});
