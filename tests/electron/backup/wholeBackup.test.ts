import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { encodeBackup, parseBackup } from '../../../core/backup/backupEnvelope.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import type { SystemKeyStore } from '../../../electron/identity/keyProtection.ts';
import { openKeyring } from '../../../electron/identity/keyring.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { beredd, jsonOf, newFolder } from '../cli/cliScene.ts';
import { all, env, furnished, keysPassphrase, passphrase, reopened } from './belongings.ts';
import { officeComputer } from './officeComputer.ts';

let root: string;
beforeEach(async () => {
  root = await newFolder();
});
const inRoot = (name: string): string => path.join(root, name);
const cli = (...argv: string[]) => beredd(root, [...argv, '--json'], env);
const withoutKeys = (...argv: string[]) =>
  beredd(root, [...argv, '--json'], { ...env, BEREDD_KEYS_PASSPHRASE: '' });

/** What stands in a backup of these belongings, and the file. */
async function savedWith(chosen: readonly string[]): Promise<{ file: string; text: string }> {
  const file = inRoot('allt.beredd-backup');
  const office = await furnished(inRoot('avsändare'), chosen);
  valueOf(await office.backup.save(file, passphrase));
  await office.close();
  const opened = await ageSealing().unseal(await readFile(file), passphrase);
  if (opened.state !== 'open') throw new Error('not opened');
  return { file, text: Buffer.from(opened.plain).toString() };
}

const writeBackup = async (name: string, text: string): Promise<void> =>
  writeFile(inRoot(name), await ageSealing(4).seal(Buffer.from(text), passphrase));

describe('the whole backup', () => {
  test('is the same from the app and from the command line, and each reads the other’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(all), async (chosen) => {
        const old = await furnished(inRoot('gammal'), chosen);
        const had = await old.everything();
        valueOf(await old.backup.save(inRoot('app.beredd-backup'), passphrase));
        await old.close();
        expect((await cli('backup', '--profile', 'gammal', '-o', 'cli.beredd-backup')).code).toBe(0);

        expect((await cli('restore', '--profile', 'med-cli', 'app.beredd-backup')).code).toBe(0);
        const withCli = await reopened(inRoot('med-cli'));
        expect(await withCli.everything()).toEqual(had);
        await withCli.close();

        const withApp = await officeComputer(inRoot('med-app'));
        valueOf(await withApp.backup.restore(inRoot('cli.beredd-backup'), passphrase));
        expect(await withApp.everything()).toEqual(had);
        valueOf(await withApp.backup.restore(inRoot('app.beredd-backup'), passphrase));
        expect(await withApp.everything()).toEqual(had);
        await withApp.close();
        for (const name of await readdir(root)) await rm(inRoot(name), { recursive: true });
      }),
      { numRuns: 6, examples: [[all], [[]]] },
    );
  });

  test('brings locked keys as they are, for their own passphrase, and says so', async () => {
    const old = await furnished(inRoot('gammal'), all);
    const had = await old.everything();
    await old.close();
    const saved = await withoutKeys('backup', '--profile', 'gammal', '-o', 'låst.beredd-backup');
    expect(jsonOf(saved)).toMatchObject({
      ok: true,
      keys: 'locked',
      warnings: [expect.stringContaining('låsta')],
    });
    expect((await withoutKeys('restore', '--profile', 'ny', 'låst.beredd-backup')).code).toBe(0);
    const renewed = await officeComputer(inRoot('ny'), keysPassphrase);
    expect(await renewed.everything()).toEqual(had);
    await renewed.close();
    // Elsewhere they are kept beside the keys that are there.
    const other = await furnished(inRoot('annan'), ['identity', 'signingKey']);
    const [own] = other.keys.officeKeys.list();
    valueOf(await other.backup.restore(inRoot('låst.beredd-backup'), passphrase));
    valueOf(await other.backup.restore(inRoot('låst.beredd-backup'), passphrase));
    expect(other.keys.keyring.data().forgotten).toHaveLength(1);
    expect(other.keys.officeKeys.list()).toEqual([own]);
    await other.close();
  });

  test('is refused whole, with nothing changed, when any of its parts is damaged', async () => {
    const { text } = await savedWith(all);
    const here = await furnished(inRoot('här'), ['note', 'identity', 'place']);
    const had = await here.everything();
    await here.close();
    const envelope = valueOf(parseBackup(text));
    for (const name of Object.keys(envelope.parts)) {
      const parts = { ...envelope.parts, [name]: { kept: 'open', keys: [{}], root: 7 } };
      await writeBackup('skadad.beredd-backup', encodeBackup({ ...envelope, parts }));
      const refused = await cli('restore', '--profile', 'här', 'skadad.beredd-backup');
      expect([name, refused.code]).toEqual([name, 1]);
      expect(refused.stderr).toContain('Säkerhetskopian skadad.beredd-backup går inte att läsa');
    }
    const library = { version: 2 };
    for (const newer of [
      text.replace('"version":1}', '"version":2}').replace('"requires":[]', '"requires":["papper"]'),
      encodeBackup({ ...envelope, parts: { ...envelope.parts, library } }),
    ]) {
      await writeBackup('nyare.beredd-backup', newer);
      const refused = await cli('restore', '--profile', 'här', 'nyare.beredd-backup');
      expect(jsonOf(refused)).toMatchObject({ ok: false, errors: [{ code: 'backupNewer' }] });
    }
    const again = await officeComputer(inRoot('här'), keysPassphrase);
    expect(await again.everything()).toEqual(had);
    await again.close();
  });

  test('asks for locked keys before anything is changed, and takes all in once they are unlocked', async () => {
    await savedWith(all);
    const here = await furnished(inRoot('här'), ['signingKey']);
    const had = await here.everything();
    here.keys.keyring.lock();
    expect(failureOf(await here.backup.restore(inRoot('allt.beredd-backup'), passphrase)).code).toBe(
      'identityLocked',
    );
    await here.close();
    expect((await withoutKeys('restore', '--profile', 'här', 'allt.beredd-backup')).code).toBe(1);
    const untouched = await officeComputer(inRoot('här'), keysPassphrase);
    expect(await untouched.everything()).toEqual(had);
    await untouched.close();
    expect((await cli('restore', '--profile', 'här', 'allt.beredd-backup')).code).toBe(0);
    const now = await officeComputer(inRoot('här'), keysPassphrase);
    expect(now.keys.officeKeys.list()).toHaveLength(2);
    expect(now.keys.own.person()?.name).toBe('Alva Ödmark');
    await now.close();
  });

  test('adds to other data without taking any away, and keeps every key that opens something', async () => {
    await savedWith(['identity', 'signingKey', 'sealing', 'place', 'letter', 'speed']);
    const here = await furnished(inRoot('här'), ['identity', 'sealing', 'draft', 'place']);
    const before = here.keys.own.identities();
    valueOf(await here.backup.restore(inRoot('allt.beredd-backup'), passphrase));
    expect(here.keys.own.identities().slice(0, 1)).toEqual(before);
    expect(here.keys.own.identities()).toHaveLength(2);
    expect(here.keys.officeKeys.list()).toHaveLength(1);
    expect(here.issuing.register.read().places).toHaveLength(1);
    expect(here.keys.letters.read().letters).toHaveLength(1);
    expect(here.preparation.read().speedByHand).toBe(210);
    expect(await here.drafts.list()).toHaveLength(1);
    expect(
      valueOf(await here.keys.sealings.record(testId('pack', 1), testId('item', 1)))?.slug,
    ).toBeDefined();
    await here.close();
  });

  test('of an older Beredd is read', async () => {
    const { text } = await savedWith(all);
    const { parts, ...envelope } = valueOf(parseBackup(text));
    const old = Object.entries(parts).filter(([name]) =>
      ['library', 'identity', 'drafts', 'people', 'preparation'].includes(name),
    );
    const asItWas = JSON.stringify({ ...envelope, parts: Object.fromEntries(old) }).replace(
      /,"receipts":\{[^}]*\}/,
      '',
    );
    await writeBackup('äldre.beredd-backup', encodeBackup(JSON.parse(asItWas)));
    const restored = await cli('restore', '--profile', 'ny', 'äldre.beredd-backup');
    expect(jsonOf(restored)).toMatchObject({ ok: true, newNoteCount: 1 });
    const renewed = await reopened(inRoot('ny'));
    expect(renewed.keys.own.person()?.name).toBe('Alva Ödmark');
    expect(await renewed.drafts.list()).toHaveLength(1);
    await renewed.close();
  });

  test('is not made without the keys that only the system’s key store opens', async () => {
    const system: SystemKeyStore = {
      isAvailable: () => true,
      wrap: (text) => Buffer.from(text),
      unwrap: (bytes) => Buffer.from(bytes).toString(),
    };
    await (await officeComputer(inRoot('profil'))).close();
    const protection = { system, passphrases: ageSealing(4) };
    const keyring = valueOf(await openKeyring({ folder: inRoot('profil'), protection, now: () => 1 }));
    valueOf(await keyring.begin(null));
    const refused = await cli('backup', '--profile', 'profil', '-o', 'kopia.beredd-backup');
    expect(jsonOf(refused)).toMatchObject({ ok: false, errors: [{ code: 'backupNeedsApp' }] });
    expect(await readdir(root)).toEqual(['profil']);
  });
});
