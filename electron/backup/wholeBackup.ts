import type { DraftsService } from '../drafts/draftsService.ts';
import { draftKeysOf } from '../identity/draftKeys.ts';
import { identityBackupPart } from '../identity/identityBackup.ts';
import { officeKeysBackupPart } from '../identity/officeKeysBackup.ts';
import { issuedBackupPart } from '../issuing/issuedBackup.ts';
import type { IssuedRegister } from '../issuing/issuedRegister.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { peopleBackupPart } from '../people/peopleBackup.ts';
import type { PreparationData } from '../preparation/preparationStore.ts';
import { preparationBackupPart } from '../preparation/preparationStore.ts';
import { letterBackupPart } from '../sealing/letterBackup.ts';
import type { Keys } from '../startup/openKeys.ts';
import type { DurableStore } from '../storage/store.ts';
import type { Backup, BackupOptions } from './backup.ts';
import { createBackup } from './backup.ts';

/** Everything of a profile that is the person's or the office's own, open. */
export interface OwnStores extends Omit<BackupOptions, 'parts'> {
  readonly library: Pick<LibraryService, 'backupPart'>;
  readonly keys: Pick<Keys, 'keyring' | 'people' | 'letters' | 'sealings' | 'municipality'>;
  readonly drafts: Pick<DraftsService, 'backupPart'>;
  readonly preparation: DurableStore<PreparationData>;
  readonly register: DurableStore<IssuedRegister>;
}

/** The one backup there is, whoever asks for it: the app or the command line. */
export function wholeBackup({ library, keys, drafts, preparation, register, ...rest }: OwnStores): Backup {
  const { keyring, people, letters, sealings, municipality } = keys;
  return createBackup({
    ...rest,
    // A keyring comes before what its keys open.
    parts: [
      library.backupPart,
      identityBackupPart(keyring),
      officeKeysBackupPart(keyring),
      letterBackupPart(letters),
      municipality.backupPart,
      drafts.backupPart,
      peopleBackupPart(people),
      issuedBackupPart({ register, sealings, keys: draftKeysOf(keyring) }),
      preparationBackupPart(preparation),
    ],
  });
}
