import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decodeBase64, encodeBase64 } from '../../core/pack/base64.ts';
import type { Sealing } from '../backup/sealing.ts';
import type { Protection } from './keyringData.ts';

/** The system's key store, as Electron's safeStorage has it. */
export interface SystemKeyStore {
  /** False also where what it calls encryption is a fixed password (`basic_text` on Linux). */
  readonly isAvailable: () => boolean;
  readonly wrap: (text: string) => Uint8Array;
  /** Null when it is not this store's, or damaged. */
  readonly unwrap: (wrapped: Uint8Array) => string | null;
}

export interface KeyProtection {
  readonly system: SystemKeyStore;
  readonly passphrases: Sealing;
}

/** Wraps the master key: with the passphrase given, or by the system when there is none. Fails with keyPassphrase when one is needed. */
export async function wrapMaster(
  { system, passphrases }: KeyProtection,
  master: string,
  passphrase: string | null,
): Promise<Result<Pick<Protection, 'kind' | 'wrapped'>>> {
  if (passphrase !== null) {
    const wrapped = await passphrases.seal(Buffer.from(master), passphrase.normalize('NFC'));
    return ok({ kind: 'passphrase', wrapped: encodeBase64(wrapped) });
  }
  if (!system.isAvailable()) return failure('identityPassphrase', { detail: { reason: 'needed' } });
  return ok({ kind: 'system', wrapped: encodeBase64(system.wrap(master)) });
}

/** Fails with identityPassphrase (`needed` or `wrong`), or identityDamaged. */
export async function unwrapMaster(
  { system, passphrases }: KeyProtection,
  { kind, wrapped }: Pick<Protection, 'kind' | 'wrapped'>,
  passphrase: string | null,
): Promise<Result<string>> {
  const bytes = decodeBase64(wrapped);
  if (bytes === null) return failure('identityDamaged');
  if (kind === 'system') {
    const master = system.isAvailable() ? system.unwrap(bytes) : null;
    return master === null ? failure('identityDamaged') : ok(master);
  }
  if (passphrase === null) return failure('identityPassphrase', { detail: { reason: 'needed' } });
  const opened = await passphrases.unseal(bytes, passphrase.normalize('NFC'));
  if (opened.state === 'passphrase') return failure('identityPassphrase', { detail: { reason: 'wrong' } });
  if (opened.state !== 'open') return failure('identityDamaged');
  return ok(Buffer.from(opened.plain).toString('latin1'));
}
