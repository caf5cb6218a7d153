import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCard } from '../../../core/exchange/card.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { verifyEnvelope } from '../../../electron/crypto/envelopeSigning.ts';
import { createKeyFile } from '../../../electron/crypto/keyFile.ts';
import { createDraftVault } from '../../../electron/identity/draftVault.ts';
import type { SystemKeyStore } from '../../../electron/identity/keyProtection.ts';
import type { Keyring } from '../../../electron/identity/keyring.ts';
import { openKeyring } from '../../../electron/identity/keyring.ts';
import { createOwnIdentity } from '../../../electron/identity/ownIdentity.ts';
import { createOfficeKeys } from '../../../electron/identity/signingKeys.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-keyring-'));
});
afterEach(() => rm(folder, { recursive: true }));

// Weak on purpose: the strength is the backup's, tested there.
const passphrases = ageSealing(4);
const noStore: SystemKeyStore = {
  isAvailable: () => false,
  wrap: () => new Uint8Array(),
  unwrap: () => null,
};
const aStore: SystemKeyStore = {
  isAvailable: () => true,
  wrap: (text) => Buffer.from(text).map((byte) => byte ^ 0x5a),
  unwrap: (wrapped) => Buffer.from(wrapped.map((byte) => byte ^ 0x5a)).toString(),
};
const open = async (system: SystemKeyStore = noStore): Promise<Keyring> =>
  valueOf(await openKeyring({ folder, protection: { system, passphrases }, now: () => 1 }));
const instant = () => '2026-11-22T10:00:00+01:00';
const ownOf = (keyring: Keyring) => createOwnIdentity({ keyring, passphrases, instant });
const person = { person: testId('person', 1), name: 'Alva Ödmark', bodies: [], roles: ['ledamot'] };

describe('an identity with a passphrase', () => {
  test('is made, locked by a new start, and opened by the passphrase alone', async () => {
    const first = ownOf(await open());
    expect(failureOf(await first.make(person, null)).code).toBe('identityPassphrase');
    valueOf(await first.make(person, 'korp valross'));
    const [identity] = first.identities();
    const again = await open();
    const later = ownOf(again);
    expect([again.state(), later.identities(), later.person()?.name]).toEqual(['locked', [], 'Alva Ödmark']);
    expect(failureOf(later.card()).code).toBe('identityLocked');
    expect(failureOf(await again.unlock('fel'))).toMatchObject({ code: 'identityPassphrase' });
    valueOf(await again.unlock('korp valross'));
    expect(later.identities()).toEqual([identity]);
    again.lock();
    expect(later.identities()).toEqual([]);
  });

  test('keeps no secret in the clear, in either generation of its file', async () => {
    const keyring = await open();
    const own = ownOf(keyring);
    valueOf(await own.make(person, 'korp valross'));
    valueOf(await createOfficeKeys(keyring, () => 1).make('Kansliet', null));
    await keyring.flush();
    for (const name of await readdir(folder)) {
      const text = await readFile(path.join(folder, name), 'utf8');
      expect(text).not.toContain('AGE-SECRET-KEY');
      expect(text).not.toContain('MC4CAQ');
    }
  });

  test('changes its passphrase and can move to the system’s key store', async () => {
    const keyring = await open(aStore);
    valueOf(await ownOf(keyring).make(person, 'gammal fras'));
    expect(failureOf(await keyring.changePassphrase('fel', 'ny fras')).code).toBe('identityPassphrase');
    valueOf(await keyring.changePassphrase('gammal fras', 'ny fras'));
    const again = await open(aStore);
    expect(failureOf(await again.unlock('gammal fras')).code).toBe('identityPassphrase');
    valueOf(await again.unlock('ny fras'));
    valueOf(await again.changePassphrase('ny fras', null));
    expect((await open(aStore)).state()).toBe('open');
  });

  test('begins anew after a forgotten passphrase, and keeps what was locked aside', async () => {
    const keyring = await open();
    valueOf(await ownOf(keyring).make(person, 'glömd fras'));
    const again = await open();
    valueOf(await again.startAnew('ny fras'));
    expect([again.state(), again.data().person, again.data().forgotten.length]).toEqual(['open', null, 1]);
    valueOf(await ownOf(again).make(person, null));
    expect(again.data().person?.name).toBe('Alva Ödmark');
  });
});

describe('new keys for the same person', () => {
  test('give another card, and keep opening what was sealed for the old ones', async () => {
    const keyring = await open(aStore);
    const own = ownOf(keyring);
    expect(failureOf(await own.renew()).code).toBe('identityMissing');
    valueOf(await own.make(person, null));
    const before = own.person();
    const [old] = own.identities();
    valueOf(await own.renew());
    expect(own.person()).toMatchObject({ person: before?.person, name: before?.name });
    expect(own.person()?.signingKey).not.toBe(before?.signingKey);
    expect(own.identities()).toHaveLength(2);
    expect(own.identities()[1]).toBe(old);
  });
});

describe('an identity that the system protects', () => {
  test('opens by itself at the next start, and is told as damaged in another computer’s store', async () => {
    valueOf(await ownOf(await open(aStore)).make(person, null));
    expect((await open(aStore)).state()).toBe('open');
    const elsewhere = await open({ ...aStore, unwrap: () => null });
    expect(elsewhere.state()).toBe('locked');
    expect(failureOf(await elsewhere.unlock(null)).code).toBe('identityDamaged');
  });
});

describe('an identity file', () => {
  test('brings the same person and keys to another computer, and keeps the keys that were there', async () => {
    const own = ownOf(await open(aStore));
    valueOf(await own.make(person, null));
    const file = valueOf(await own.exportFile('filens fras'));
    const other = await mkdtemp(path.join(tmpdir(), 'beredd-other-'));
    const keyring = valueOf(
      await openKeyring({ folder: other, protection: { system: aStore, passphrases }, now: () => 1 }),
    );
    const there = ownOf(keyring);
    valueOf(await there.make({ ...person, name: 'Någon annan' }, null));
    const before = there.identities();
    expect(failureOf(await there.importFile(file, 'fel', null)).code).toBe('identityPassphrase');
    valueOf(await there.importFile(file, 'filens fras', null));
    expect(there.person()).toEqual(own.person());
    expect(there.identities()).toEqual([...own.identities(), ...before]);
    const card = valueOf(readCard(valueOf(there.card()), verifyEnvelope)).content;
    expect(card).toMatchObject({ name: 'Alva Ödmark', recipient: own.person()?.recipient });
    await rm(other, { recursive: true });
  });

  test('that is none is refused', async () => {
    const own = ownOf(await open(aStore));
    const sealed = await passphrases.seal(Buffer.from('{}'), 'fras');
    expect(failureOf(await own.importFile(Buffer.from('hej'), 'fras', null)).code).toBe('exchangeUnreadable');
    expect(failureOf(await own.importFile(sealed, 'fras', null)).code).toBe('exchangeUnreadable');
  });
});

describe('the vault of drafts', () => {
  test('needs no question where the system protects, and is locked where it does not', async () => {
    const vault = createDraftVault(await open(aStore));
    const sealed = valueOf(await vault.seal(Buffer.from('hemligt utkast')));
    expect(Buffer.from(sealed).includes('hemligt')).toBe(false);
    expect(Buffer.from(valueOf(await vault.open(sealed))).toString()).toBe('hemligt utkast');
    expect(failureOf(await vault.open(sealed.subarray(0, 100))).code).toBe('draftDamaged');
  });

  test('tells whether there is no key or a locked one', async () => {
    const keyring = await open();
    const vault = createDraftVault(keyring);
    expect(failureOf(await vault.seal(Buffer.from('x')))).toMatchObject({ detail: { reason: 'none' } });
    valueOf(await keyring.begin('korp valross'));
    keyring.lock();
    expect(failureOf(await vault.seal(Buffer.from('x')))).toMatchObject({ detail: { reason: 'locked' } });
  });
});

describe('the office’s signing keys', () => {
  test('are made, taken in from a key file, used by passphrase, and removed', async () => {
    const keyring = await open();
    const keys = createOfficeKeys(keyring, () => 1);
    const made = valueOf(await keys.make('Kansliet', 'korp valross'));
    const file = path.join(folder, 'kansli.key');
    const fromFile = valueOf(await createKeyFile(file, 'filens fras'));
    expect(failureOf(await keys.importFile(file, 'fel', 'Fil', null)).code).toBe('keyPassphrase');
    const taken = valueOf(await keys.importFile(file, 'filens fras', 'Fil', null));
    expect(taken.keyId).toBe(fromFile.publicKey.line);
    expect(taken.words).toHaveLength(6);
    keyring.lock();
    expect(keys.list().map(({ needsPassphrase }) => needsPassphrase)).toEqual([true, true]);
    expect(failureOf(await keys.signer(made.keyId, null)).code).toBe('identityLocked');
    expect(failureOf(await keys.signer(made.keyId, 'fel')).code).toBe('identityPassphrase');
    expect(valueOf(await keys.signer(taken.keyId, 'korp valross')).publicKey.line).toBe(taken.keyId);
    valueOf(await keys.remove(made.keyId));
    expect(failureOf(await keys.signer(made.keyId, null)).code).toBe('signingKeyMissing');
  });
});
