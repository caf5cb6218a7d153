import type { CountPages } from '../packs/buildFolderDocuments.ts';
import type { Sealing } from '../backup/sealing.ts';
import type { SystemKeyStore } from '../identity/keyProtection.ts';

/** Everything that the command line touches besides files, so that it runs in plain Node, in Electron and in tests. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths are relative to this folder. */
  readonly folder: string;
  readonly version: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly countPages: CountPages;
  readonly sealing: Sealing;
  /** The system's key store, where it can be reached. */
  readonly systemKeys?: () => Promise<SystemKeyStore>;
  readonly signal?: AbortSignal;
}
