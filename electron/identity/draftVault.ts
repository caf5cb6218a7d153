import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decryptWith, encryptTo, recipientOf } from '../sealing/ageBox.ts';
import { allDraftKeys } from './draftKeys.ts';
import type { Keyring } from './keyring.ts';
import type { KeyringSecrets } from './keyringData.ts';

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
  const open = async (): Promise<Result<KeyringSecrets>> => {
    // Where the system protects keys nobody needs to be asked.
    const secrets =
      keyring.state() === 'none' && keyring.systemProtects() ? await keyring.begin(null) : keyring.secrets();
    if (secrets.ok) return secrets;
    return failure('draftLocked', { detail: { reason: keyring.state() } });
  };
  return {
    state: () => (keyring.state() === 'none' && keyring.systemProtects() ? 'open' : keyring.state()),
    seal: async (plain) => {
      const secrets = await open();
      return secrets.ok
        ? ok(await encryptTo([await recipientOf(secrets.value.draftIdentity)], plain))
        : secrets;
    },
    open: async (sealed) => {
      const secrets = await open();
      if (!secrets.ok) return secrets;
      const opened = await decryptWith([...allDraftKeys(secrets.value)], sealed);
      return opened.state === 'open'
        ? ok(opened.plain)
        : failure('draftDamaged', { detail: { setAside: '' } });
    },
  };
}
