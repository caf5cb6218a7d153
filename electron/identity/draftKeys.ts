import { failure, ok } from '../../core/errors.ts';
import type { DraftKeys } from '../drafts/draftsBackup.ts';
import { beginFromBackup } from './beginFromBackup.ts';
import type { Keyring } from './keyring.ts';
import type { KeyringSecrets } from './keyringData.ts';

/** Every key that sealed parts of drafts may be encrypted to: this computer's own, and those a backup brought. */
export const allDraftKeys = ({
  draftIdentity,
  otherDraftIdentities = [],
}: KeyringSecrets): readonly string[] => [draftIdentity, ...otherDraftIdentities];

/** The drafts' keys for the backup. Locked, none are at hand, and sealed parts then open only where they were made. */
export const draftKeysOf = (keyring: Keyring): DraftKeys => ({
  all: () => {
    const secrets = keyring.secrets();
    return secrets.ok ? allDraftKeys(secrets.value) : [];
  },
  mayAdd: (keys) =>
    keys.length > 0 && keyring.state() === 'locked' ? failure('identityLocked') : ok(undefined),
  add: async (keys, passphrase) => {
    if (keys.length === 0) return ok(undefined);
    const begun = await beginFromBackup(keyring, passphrase);
    if (!begun.ok) return begun;
    const missing = keys.filter((key) => !allDraftKeys(begun.value).includes(key));
    if (missing.length === 0) return ok(undefined);
    return keyring.change(
      (now) => ({ ...now, otherDraftIdentities: [...(now.otherDraftIdentities ?? []), ...missing] }),
      (now) => now,
    );
  },
});
