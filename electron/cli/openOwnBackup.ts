import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Backup } from '../backup/backup.ts';
import { wholeBackup } from '../backup/wholeBackup.ts';
import { withoutChecks } from '../drafts/draftChecks.ts';
import { openDrafts } from '../drafts/drafts.ts';
import { draftKeysOf } from '../identity/draftKeys.ts';
import type { SystemKeyStore } from '../identity/keyProtection.ts';
import { openIssuedRegister } from '../issuing/issuedRegister.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesTransfer } from '../notes/notes.ts';
import { openPreparationStore } from '../preparation/preparationStore.ts';
import { openKeys } from '../startup/openKeys.ts';
import type { Profile } from '../storage/profile.ts';
import type { CliIo } from './cliIo.ts';
import { localInstant } from './localInstant.ts';

/** What of a profile is open already. */
export interface OpenedProfile {
  readonly profile: Profile;
  readonly library: LibraryService;
  readonly notes: NotesTransfer;
}

/** The backup of a profile, with everything that goes into it open. */
export interface OwnBackup {
  readonly backup: Backup;
  /** Full paths of damaged files that were set aside at opening, to be told. */
  readonly setAside: readonly string[];
  /** Locked: they go along, and come back, only as they stand under their own passphrase. */
  readonly keys: 'none' | 'locked' | 'open';
  readonly close: () => Promise<void>;
}

const noSystemKeys: SystemKeyStore = {
  isAvailable: () => false,
  wrap: () => {
    throw new Error('asked to wrap a key without a key store');
  },
  unwrap: () => null,
};

/**
 * Opens the same stores as the app does. Fails as they do, and with backupNeedsApp when the keys are wrapped by a key
 * store of the system that cannot be reached from here: a backup without them would look whole. `keysPassphrase` unlocks
 * them; a wrong one fails with identityPassphrase.
 */
export async function openOwnBackup(
  { profile, library, notes }: OpenedProfile,
  io: CliIo,
  keysPassphrase: string | null,
): Promise<Result<OwnBackup>> {
  const { now, sealing, newId } = io;
  const { folder } = profile.layout;
  const keys = await openKeys({
    folder,
    system: (await io.systemKeys?.()) ?? noSystemKeys,
    passphrases: sealing,
    now,
    instant: () => localInstant(new Date(now())),
  });
  if (!keys.ok) return keys;
  const { keyring, vault } = keys.value;
  if (keyring.state() === 'locked' && keyring.data().protection?.kind === 'system')
    return failure('backupNeedsApp', { file: folder });
  const unlocked =
    keysPassphrase !== null && keyring.state() === 'locked' ? await keyring.unlock(keysPassphrase) : null;
  if (unlocked?.ok === false) return unlocked;
  const drafts = await openDrafts({
    folder,
    library,
    vault,
    keys: draftKeysOf(keyring),
    checks: withoutChecks,
    now,
    newId,
    report: (error) => {
      throw error;
    },
  });
  if (!drafts.ok) return drafts;
  const preparation = await openPreparationStore(folder);
  if (!preparation.ok) return preparation;
  const register = await openIssuedRegister(folder);
  if (!register.ok) return register;
  return ok({
    backup: wholeBackup({
      library,
      notes,
      keys: keys.value,
      drafts: drafts.value,
      preparation: preparation.value,
      register: register.value,
      sealing,
      device: profile.identity.device,
      now,
    }),
    setAside: [
      ...keys.value.setAside,
      ...drafts.value.setAside,
      ...preparation.value.report.setAside,
      ...register.value.report.setAside,
    ],
    keys: keyring.state(),
    close: async () => {
      await drafts.value.close();
      await preparation.value.flush();
      await register.value.flush();
      await keys.value.flush();
    },
  });
}
