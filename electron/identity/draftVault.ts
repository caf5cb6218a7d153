import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decryptWith, encryptTo, recipientOf } from '../sealing/ageBox.ts';
import type { Keyring } from './keyring.ts';

/** Encrypts what drafts hold of sealed items, to a key of this computer's keyring. */
export interface DraftVault {
  /** `none`: there is no key yet, and the system cannot protect one without a passphrase. */
  readonly state: () => 'none' | 'locked' | 'open';
  /** Fails with draftLocked (detail.reason `none` or `locked`). */
  readonly seal: (plain: Uint8Array) => Promise<Result<Uint8Array>>;
  /** Fails with draftLocked, or draftDamaged when the bytes are another's or changed. */
  readonly open: (sealed: Uint8Array) => Promise<Result<Uint8Array>>;
}

export function createDraftVault(keyring: Keyring): DraftVault {
  const identity = async (): Promise<Result<string>> => {
    // Where the system protects keys nobody needs to be asked.
    const secrets =
      keyring.state() === 'none' && keyring.systemProtects() ? await keyring.begin(null) : keyring.secrets();
    if (secrets.ok) return ok(secrets.value.draftIdentity);
    return failure('draftLocked', { detail: { reason: keyring.state() } });
  };
  return {
    state: () => (keyring.state() === 'none' && keyring.systemProtects() ? 'open' : keyring.state()),
    seal: async (plain) => {
      const key = await identity();
      return key.ok ? ok(await encryptTo([await recipientOf(key.value)], plain)) : key;
    },
    open: async (sealed) => {
      const key = await identity();
      if (!key.ok) return key;
      const opened = await decryptWith([key.value], sealed);
      return opened.state === 'open'
        ? ok(opened.plain)
        : failure('draftDamaged', { detail: { setAside: '' } });
    },
  };
}
