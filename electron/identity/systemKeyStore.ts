import { safeStorage } from 'electron';
import type { SystemKeyStore } from './keyProtection.ts';

/** The system's key store through Electron: Keychain, DPAPI, or the desktop's wallet on Linux. */
export const systemKeyStore: SystemKeyStore = {
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    // Without a wallet Chromium "encrypts" with a fixed password, which protects nothing.
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  wrap: (text) => new Uint8Array(safeStorage.encryptString(text)),
  unwrap: (wrapped) => {
    try {
      return safeStorage.decryptString(Buffer.from(wrapped));
    } catch {
      // Its only error: another computer's or another user's store.
      return null;
    }
  },
};
