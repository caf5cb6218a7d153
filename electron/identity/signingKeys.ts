import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { SigningKeyEntry } from '../../core/issuing/issuing.ts';
import { parsePublicKeyLine } from '../../core/pack/minisign.ts';
import { newSigner, readKeyFile } from '../crypto/keyFile.ts';
import type { Signer } from '../crypto/minisignFiles.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import type { Keyring } from './keyring.ts';

/** The signing keys of the secretary's office, kept in the keyring. `keyId` is the public key line, `RW…`. */
export interface OfficeKeys {
  readonly list: () => readonly SigningKeyEntry[];
  /** Unlocks the keyring with the passphrase when it is locked. Fails with signingKeyMissing, identityPassphrase, identityDamaged. */
  readonly signer: (keyId: string, passphrase: string | null) => Promise<Result<Signer>>;
  /** Fails with identityPassphrase when the keyring is new and needs one, or with identityLocked. */
  readonly make: (name: string, passphrase: string | null) => Promise<Result<SigningKeyEntry>>;
  /** Takes in a key file (`beredd key new`). Fails with keyUnreadable or keyPassphrase too. */
  readonly importFile: (
    file: string,
    filePassphrase: string | null,
    name: string,
    passphrase: string | null,
  ) => Promise<Result<SigningKeyEntry>>;
  readonly remove: (keyId: string) => Promise<Result<void>>;
}

export function createOfficeKeys(keyring: Keyring, now: () => number): OfficeKeys {
  const entryOf = (key: string, name: string): SigningKeyEntry => ({
    keyId: key,
    name,
    words: wordsOfKey(key),
    needsPassphrase: keyring.state() === 'locked',
  });
  const keep = async (signer: Signer, name: string): Promise<Result<SigningKeyEntry>> => {
    const key = signer.publicKey.line;
    const kept = await keyring.change(
      (secrets) => ({
        ...secrets,
        officeKeys: { ...secrets.officeKeys, [key]: secretOf(signer.privateKey) },
      }),
      (data) => ({
        ...data,
        officeKeys: [...data.officeKeys.filter((each) => each.key !== key), { key, name, made: now() }],
      }),
    );
    return kept.ok ? ok(entryOf(key, name)) : kept;
  };
  return {
    list: () => keyring.data().officeKeys.map(({ key, name }) => entryOf(key, name)),
    signer: async (keyId, passphrase) => {
      if (keyring.state() === 'locked' && passphrase !== null) {
        const unlocked = await keyring.unlock(passphrase);
        if (!unlocked.ok) return unlocked;
      }
      const secrets = keyring.secrets();
      if (!secrets.ok) return secrets;
      const secret = secrets.value.officeKeys[keyId];
      return secret === undefined ? failure('signingKeyMissing') : signerFrom(keyId, secret);
    },
    make: async (name, passphrase) => {
      const begun = await keyring.begin(passphrase);
      return begun.ok ? keep(newSigner(), name) : begun;
    },
    importFile: async (file, filePassphrase, name, passphrase) => {
      const signer = await readKeyFile(file, filePassphrase);
      if (!signer.ok) return signer;
      const begun = await keyring.begin(passphrase);
      return begun.ok ? keep(signer.value, name) : begun;
    },
    remove: (keyId) =>
      keyring.change(
        (secrets) => ({
          ...secrets,
          officeKeys: Object.fromEntries(Object.entries(secrets.officeKeys).filter(([key]) => key !== keyId)),
        }),
        (data) => ({ ...data, officeKeys: data.officeKeys.filter(({ key }) => key !== keyId) }),
      ),
  };
}

/** The secret key as base64 of its PKCS#8 DER. */
export const secretOf = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'pkcs8' }).toString('base64');

/** The signer of a kept secret. Fails with identityDamaged when it is none. */
export function signerFrom(line: string, secret: string): Result<Signer> {
  const publicKey = parsePublicKeyLine(line);
  if (publicKey === null) return failure('identityDamaged');
  try {
    const der = Buffer.from(secret, 'base64');
    return ok({ publicKey, privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return failure('identityDamaged');
    throw error;
  }
}
