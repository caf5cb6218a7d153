import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { Instant } from '../../core/pack/manifest.ts';
import type { Sealing } from '../backup/sealing.ts';
import type { DraftVault } from '../identity/draftVault.ts';
import { createDraftVault } from '../identity/draftVault.ts';
import type { SystemKeyStore } from '../identity/keyProtection.ts';
import type { Keyring } from '../identity/keyring.ts';
import { openKeyring } from '../identity/keyring.ts';
import type { OwnIdentity } from '../identity/ownIdentity.ts';
import { createOwnIdentity } from '../identity/ownIdentity.ts';
import type { OfficeKeys } from '../identity/signingKeys.ts';
import { createOfficeKeys } from '../identity/signingKeys.ts';
import type { SealedNotes } from '../notes/sealedJournal.ts';
import type { Municipality } from '../people/municipality.ts';
import { openMunicipality } from '../people/municipality.ts';
import type { PeopleData } from '../people/peopleStore.ts';
import { openPeopleStore } from '../people/peopleStore.ts';
import { decryptWith, encryptTo } from '../sealing/ageBox.ts';
import type { Letters } from '../sealing/letterStore.ts';
import { openLetterStore } from '../sealing/letterStore.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import type { SealingRecords } from '../sealing/sealingMemory.ts';
import { openSealingRecords } from '../sealing/sealingMemory.ts';
import type { DurableStore } from '../storage/store.ts';

/** Keys of the person and of the office, and what is kept with them. */
export interface Keys {
  /** Full paths of damaged files that were set aside at opening, to be told. */
  readonly setAside: readonly string[];
  readonly keyring: Keyring;
  readonly own: OwnIdentity;
  readonly vault: DraftVault;
  readonly officeKeys: OfficeKeys;
  readonly municipality: Municipality;
  readonly people: DurableStore<PeopleData>;
  readonly letters: DurableStore<Letters>;
  readonly sealings: SealingRecords;
  /** For the journal of notes; knows what is sealed once `reads` was told. */
  readonly sealedNotes: SealedNotes;
  readonly reads: (reading: SealedReading) => void;
  readonly flush: () => Promise<void>;
}

export interface KeysOptions {
  readonly folder: string;
  readonly system: SystemKeyStore;
  readonly passphrases: Sealing;
  readonly now: () => number;
  readonly instant: () => Instant;
}

/** Opens all stores of keys. What is damaged is set aside and told. Fails as `openStore` does. */
export async function openKeys({
  folder,
  system,
  passphrases,
  now,
  instant,
}: KeysOptions): Promise<Result<Keys>> {
  const keyring = await openKeyring({ folder, protection: { system, passphrases }, now });
  if (!keyring.ok) return keyring;
  const vault = createDraftVault(keyring.value);
  const own = createOwnIdentity({ keyring: keyring.value, passphrases, instant });
  const [municipality, people, letters, sealings] = await Promise.all([
    openMunicipality(folder),
    openPeopleStore(folder),
    openLetterStore(folder),
    openSealingRecords(folder, vault),
  ]);
  if (!municipality.ok) return municipality;
  if (!people.ok) return people;
  if (!letters.ok) return letters;
  if (!sealings.ok) return sealings;
  let reading: SealedReading | null = null;
  return ok({
    setAside: [
      ...keyring.value.setAside,
      ...municipality.value.setAside,
      ...people.value.report.setAside,
      ...letters.value.report.setAside,
      ...sealings.value.setAside,
    ],
    keyring: keyring.value,
    own,
    vault,
    officeKeys: createOfficeKeys(keyring.value, now),
    municipality: municipality.value,
    people: people.value,
    letters: letters.value,
    sealings: sealings.value,
    sealedNotes: {
      isSealed: (target) => reading?.isSealed(target) ?? false,
      learn: async (meetingId) => {
        await reading?.prepare(meetingId);
      },
      seal: async (plain) => {
        const recipient = own.recipient();
        return recipient === null ? null : encryptTo([recipient], plain);
      },
      open: async (sealed) => {
        const opened = await decryptWith(own.identities(), sealed);
        return opened.state === 'open' ? opened.plain : null;
      },
    },
    reads: (its) => (reading = its),
    flush: async () => {
      await keyring.value.flush();
      await municipality.value.flush();
      await people.value.flush();
      await letters.value.flush();
      await sealings.value.flush();
    },
  });
}
