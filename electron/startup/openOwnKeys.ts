import type { Result } from '../../core/errors.ts';
import { workerSealing } from '../backup/workerSealing.ts';
import { localInstant } from '../cli/localInstant.ts';
import { systemKeyStore } from '../identity/systemKeyStore.ts';
import { builtProcess } from './builtProcess.ts';
import { openKeys, type Keys } from './openKeys.ts';

/** The keys of a profile folder, protected by the system or by a passphrase, which a thread of its own works on. */
export const openOwnKeys = (folder: string): Promise<Result<Keys>> =>
  openKeys({
    folder,
    system: systemKeyStore,
    passphrases: workerSealing(builtProcess('backupWorker.js')),
    now: Date.now,
    instant: () => localInstant(new Date()),
  });
