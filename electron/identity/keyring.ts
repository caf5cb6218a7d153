import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decodeBase64, encodeBase64 } from '../../core/pack/base64.ts';
import { decryptWith, encryptTo, newAgeIdentity, recipientOf } from '../sealing/ageBox.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';
import type { KeyProtection } from './keyProtection.ts';
import { unwrapMaster, wrapMaster } from './keyProtection.ts';
import type { KeyringData, KeyringSecrets, Protection } from './keyringData.ts';
import { emptyKeyring, keyringSchema, secretsSchema } from './keyringData.ts';

/** Where the secret keys of this computer's person and office are kept. */
export interface Keyring {
  /** Full paths of damaged files that were set aside at opening. */
  readonly setAside: readonly string[];
  readonly data: () => KeyringData;
  /** `none`: nothing secret was ever kept here. */
  readonly state: () => 'none' | 'locked' | 'open';
  /** True when the system can protect keys, so that no passphrase is needed. */
  readonly systemProtects: () => boolean;
  /** Fails with identityMissing or identityLocked. */
  readonly secrets: () => Result<KeyringSecrets>;
  /** Fails with identityMissing, identityPassphrase or identityDamaged. */
  readonly unlock: (passphrase: string | null) => Promise<Result<void>>;
  /** Forgets what is in memory. Without effect where the system protects: it would open at once again. */
  readonly lock: () => void;
  /** Makes the keyring when there is none. Fails with identityPassphrase when one is needed. */
  readonly begin: (passphrase: string | null) => Promise<Result<KeyringSecrets>>;
  /** Saves changed secrets together with what is open of them. Fails with identityMissing or identityLocked. */
  readonly change: (
    secrets: (now: KeyringSecrets) => KeyringSecrets,
    open: (now: KeyringData) => KeyringData,
  ) => Promise<Result<void>>;
  readonly changeOpen: (open: (now: KeyringData) => KeyringData) => Promise<Result<void>>;
  /** Wraps the master key anew; null: by the system. Fails with identityPassphrase when the old one is wrong. */
  readonly changePassphrase: (old: string | null, fresh: string | null) => Promise<Result<void>>;
  /** After a forgotten passphrase: what was kept stays aside, locked, and a new keyring begins. */
  readonly startAnew: (passphrase: string | null) => Promise<Result<void>>;
  /**
   * Keeps a keyring of another computer that came locked, for its own passphrase: as the one of this computer when there
   * is none yet, with what is open of it; else beside it.
   */
  readonly keepLocked: (
    protection: Protection,
    open: (now: KeyringData) => KeyringData,
  ) => Promise<Result<void>>;
  readonly onChanged: (listener: () => void) => () => void;
  readonly flush: () => Promise<void>;
}

export interface KeyringOptions {
  readonly folder: string;
  readonly protection: KeyProtection;
  readonly now: () => number;
  readonly disk?: Disk;
}

/**
 * Opens identity.json; where the system protects it, it is unlocked at once. A damaged one is set aside. Fails as
 * `openStore` does.
 */
export async function openKeyring(options: KeyringOptions): Promise<Result<Keyring>> {
  const store = await openStore<KeyringData>({
    file: path.join(options.folder, 'identity.json'),
    kind: 'identity',
    version: 1,
    schema: keyringSchema,
    initial: emptyKeyring(),
    // Told by a notice; the person's packs stay readable meanwhile.
    whenUnreadable: 'setAside',
    now: options.now,
    ...(options.disk && { disk: options.disk }),
  });
  if (!store.ok) return store;
  const keyring = keyringOver(store.value, options);
  // Whatever comes of it is told when a key is needed.
  if (store.value.read().protection?.kind === 'system') await keyring.unlock(null);
  return ok(keyring);
}

function keyringOver(store: DurableStore<KeyringData>, { protection, now }: KeyringOptions): Keyring {
  let secrets: KeyringSecrets | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const save = async (change: (data: KeyringData) => KeyringData): Promise<Result<void>> => {
    const saved = await store.update(change);
    if (saved.ok) tell();
    return saved.ok ? ok(undefined) : saved;
  };
  const current = (): Result<KeyringSecrets> => {
    if (secrets !== null) return ok(secrets);
    return failure(store.read().protection === null ? 'identityMissing' : 'identityLocked');
  };
  const fresh = async (
    passphrase: string | null,
    open: (data: KeyringData) => KeyringData,
  ): Promise<Result<KeyringSecrets>> => {
    const master = await newAgeIdentity();
    const wrapped = await wrapMaster(protection, master, passphrase);
    if (!wrapped.ok) return wrapped;
    const made: KeyringSecrets = {
      person: null,
      earlierIdentities: [],
      draftIdentity: await newAgeIdentity(),
      officeKeys: {},
    };
    const recipient = await recipientOf(master);
    const kept: Protection = { ...wrapped.value, recipient, secrets: await sealSecrets(recipient, made) };
    const saved = await save((data) => ({ ...open(data), protection: kept }));
    if (!saved.ok) return saved;
    secrets = made;
    tell();
    return ok(made);
  };
  return {
    setAside: store.report.setAside,
    data: store.read,
    state: () => (store.read().protection === null ? 'none' : secrets === null ? 'locked' : 'open'),
    systemProtects: () => protection.system.isAvailable(),
    secrets: current,
    unlock: async (passphrase) => {
      const kept = store.read().protection;
      if (kept === null) return failure('identityMissing');
      const opened = await openSecrets(protection, kept, passphrase);
      if (!opened.ok) return opened;
      secrets = opened.value;
      tell();
      return ok(undefined);
    },
    lock: () => {
      if (store.read().protection?.kind !== 'passphrase') return;
      secrets = null;
      tell();
    },
    begin: async (passphrase) =>
      store.read().protection === null ? fresh(passphrase, (data) => data) : current(),
    change: async (changeSecrets, open) => {
      const before = current();
      const kept = store.read().protection;
      if (!before.ok) return before;
      if (kept === null) return failure('identityMissing');
      const after = changeSecrets(before.value);
      const sealed = await sealSecrets(kept.recipient, after);
      const saved = await store.update((data) => ({
        ...open(data),
        protection: data.protection === null ? null : { ...data.protection, secrets: sealed },
      }));
      if (!saved.ok) return saved;
      secrets = after;
      tell();
      return ok(undefined);
    },
    changeOpen: save,
    changePassphrase: async (old, next) => {
      const kept = store.read().protection;
      if (kept === null) return failure('identityMissing');
      const master = await unwrapMaster(protection, kept, old);
      if (!master.ok) return master;
      const wrapped = await wrapMaster(protection, master.value, next);
      if (!wrapped.ok) return wrapped;
      return save((data) => ({
        ...data,
        protection: data.protection === null ? null : { ...data.protection, ...wrapped.value },
      }));
    },
    startAnew: async (passphrase) => {
      const kept = store.read().protection;
      const aside = kept === null ? [] : [{ at: now(), protection: kept }];
      const made = await fresh(passphrase, (data) => ({
        ...data,
        person: null,
        officeKeys: [],
        forgotten: [...data.forgotten, ...aside],
      }));
      return made.ok ? ok(undefined) : made;
    },
    keepLocked: (other, open) =>
      save((data) => {
        const here = data.protection;
        if (here === null || here.secrets === other.secrets)
          return open({ ...data, protection: here ?? other });
        // The same keyring at another time is not set back.
        const all = [here, ...data.forgotten.map((each) => each.protection)];
        if (all.some(({ wrapped }) => wrapped === other.wrapped)) return data;
        return { ...data, forgotten: [...data.forgotten, { at: now(), protection: other }] };
      }),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: store.flush,
  };
}

const sealSecrets = async (recipient: string, secrets: KeyringSecrets): Promise<string> =>
  encodeBase64(await encryptTo([recipient], Buffer.from(JSON.stringify(secrets))));

async function openSecrets(
  protection: KeyProtection,
  kept: Protection,
  passphrase: string | null,
): Promise<Result<KeyringSecrets>> {
  const master = await unwrapMaster(protection, kept, passphrase);
  if (!master.ok) return master;
  const sealed = decodeBase64(kept.secrets);
  const opened = sealed === null ? null : await decryptWith([master.value], sealed);
  if (opened?.state !== 'open') return failure('identityDamaged');
  const parsed = v.safeParse(secretsSchema, JSON.parse(Buffer.from(opened.plain).toString()));
  return parsed.success ? ok(parsed.output) : failure('identityDamaged');
}
