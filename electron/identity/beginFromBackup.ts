import type { Result } from '../../core/errors.ts';
import type { Keyring } from './keyring.ts';
import type { KeyringSecrets } from './keyringData.ts';

/**
 * The keyring that takes in what a backup brings. Where there is none yet, one that the system protects where it can, else
 * under the backup's own passphrase. Fails as `Keyring.begin` does.
 */
export const beginFromBackup = (keyring: Keyring, passphrase: string): Promise<Result<KeyringSecrets>> =>
  keyring.begin(keyring.systemProtects() ? null : passphrase);
