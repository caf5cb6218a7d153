import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { identityBackupPart } from '../../../electron/identity/identityBackup.ts';
import type { SystemKeyStore } from '../../../electron/identity/keyProtection.ts';
import type { Keyring } from '../../../electron/identity/keyring.ts';
import { openKeyring } from '../../../electron/identity/keyring.ts';
import { createOwnIdentity } from '../../../electron/identity/ownIdentity.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { takePartIn } from '../../support/takePartIn.ts';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

// Weak on purpose: the strength is the backup's, tested there.
const passphrases = ageSealing(4);
const noStore: SystemKeyStore = {
  isAvailable: () => false,
  wrap: () => new Uint8Array(),
  unwrap: () => null,
};

async function computer(): Promise<Keyring> {
  const folder = await mkdtemp(path.join(tmpdir(), 'beredd-identity-'));
  folders.push(folder);
  return valueOf(await openKeyring({ folder, protection: { system: noStore, passphrases }, now: () => 1 }));
}

const ownOf = (keyring: Keyring) =>
  createOwnIdentity({ keyring, passphrases, instant: () => '2026-11-22T10:00:00+01:00' });
const person = { person: testId('person', 1), name: 'Alva Ödmark', bodies: [], roles: [] };

describe('the identity in a backup', () => {
  test('comes to another computer under the backup’s passphrase, and twice changes nothing', async () => {
    const old = await computer();
    valueOf(await ownOf(old).make(person, 'gammal fras'));
    const data = valueOf(await identityBackupPart(old).export());
    const fresh = await computer();
    const part = identityBackupPart(fresh);
    valueOf(await takePartIn(part, data, 'säkerhetskopians fras'));
    expect(ownOf(fresh).identities()).toEqual(ownOf(old).identities());
    fresh.lock();
    valueOf(await takePartIn(part, data, 'en annan fras'));
    expect(failureOf(await fresh.unlock('en annan fras')).code).toBe('identityPassphrase');
    valueOf(await fresh.unlock('säkerhetskopians fras'));
  });

  test('of a locked identity stays locked under its own passphrase', async () => {
    const old = await computer();
    valueOf(await ownOf(old).make(person, 'gammal fras'));
    const identities = ownOf(old).identities();
    old.lock();
    const data = valueOf(await identityBackupPart(old).export());
    expect(JSON.stringify(data)).not.toContain('AGE-SECRET-KEY');
    const fresh = await computer();
    valueOf(await takePartIn(identityBackupPart(fresh), data, 'säkerhetskopians fras'));
    expect(fresh.state()).toBe('locked');
    valueOf(await fresh.unlock('gammal fras'));
    expect(ownOf(fresh).identities()).toEqual(identities);
  });

  test('never replaces the person who is here, and refuses what is no identity', async () => {
    const old = await computer();
    valueOf(await ownOf(old).make(person, 'gammal fras'));
    const data = valueOf(await identityBackupPart(old).export());
    const other = await computer();
    valueOf(await ownOf(other).make({ ...person, name: 'Bo Lind' }, 'en fras'));
    valueOf(await takePartIn(identityBackupPart(other), data, 'x'));
    expect(ownOf(other).person()?.name).toBe('Bo Lind');
    expect(failureOf(await takePartIn(identityBackupPart(other), { kept: 'open' }, 'x')).code).toBe(
      'backupDamaged',
    );
    expect(valueOf(await identityBackupPart(await computer()).export())).toBeNull();
  });
});
