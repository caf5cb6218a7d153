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
import type { BackupPart } from './backupPart.ts';

/** Everything of a profile that is the person's or the office's own, open. */
export interface OwnStores extends Omit<BackupOptions, 'parts'> {
  readonly library: Pick<LibraryService, 'backupPart'>;
  readonly keys: Pick<Keys, 'keyring' | 'people' | 'letters' | 'sealings' | 'municipality'>;
  readonly drafts: Pick<DraftsService, 'backupPart'>;
  readonly preparation: DurableStore<PreparationData>;
  readonly register: DurableStore<IssuedRegister>;
}

/** The one backup there is, whoever asks for it: the app or the command line. */
export const wholeBackup = (stores: OwnStores): Backup => createBackup({ ...stores, parts: partsOf(stores) });

/** Everything beside the notes. A keyring comes before what its keys open. */
export function partsOf({
  library,
  keys: { keyring, people, letters, sealings, municipality },
  drafts,
  preparation,
  register,
}: Omit<OwnStores, 'notes' | 'sealing' | 'device'>): readonly BackupPart[] {
  return [
    library.backupPart,
    identityBackupPart(keyring),
    officeKeysBackupPart(keyring),
    letterBackupPart(letters),
    municipality.backupPart,
    drafts.backupPart,
    peopleBackupPart(people),
    issuedBackupPart({ register, sealings, keys: draftKeysOf(keyring) }),
    preparationBackupPart(preparation),
  ];
}
