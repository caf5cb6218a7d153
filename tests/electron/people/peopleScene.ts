import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach } from 'vitest';
import type { Card } from '../../../core/exchange/card.ts';
import { failure } from '../../../core/errors.ts';
import type { Body } from '../../../core/pack/manifest.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { envelopeSigner } from '../../../electron/crypto/envelopeSigning.ts';
import { createDraftVault } from '../../../electron/identity/draftVault.ts';
import { openKeyring } from '../../../electron/identity/keyring.ts';
import { createOfficeKeys } from '../../../electron/identity/signingKeys.ts';
import { openMunicipality } from '../../../electron/people/municipality.ts';
import type { PeopleService } from '../../../electron/people/peopleService.ts';
import { createPeopleService } from '../../../electron/people/peopleService.ts';
import { openPeopleStore } from '../../../electron/people/peopleStore.ts';
import { sortExchanged } from '../../../electron/people/exchangedFiles.ts';
import { takeInExchange } from '../../../electron/people/takeInExchange.ts';
import { openSealingRecords } from '../../../electron/sealing/sealingMemory.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import { valueOf } from '../../support/packReading.ts';
import { completeItem, people, seal, writeSealedPack } from '../../support/sealedPack.ts';
import type { Person } from '../../support/sealedPack.ts';
import { testId } from '../../support/testManifest.ts';
import { temporaryFolder } from '../../support/temporaryFolders.ts';
import { testSigner } from '../../support/testSigner.ts';

export const now = Date.parse('2026-11-22T12:00:00+01:00');
export const body: Body = {
  id: testId('body', 1),
  name: 'Kommunstyrelsen',
  roster: {
    members: [
      { id: testId('person', 1), name: 'Alva Ödmark', party: 'Bygdepartiet', role: 'chair' },
      { id: testId('person', 2), name: 'Bo Lind', party: '=Samling', role: 'substitute' },
    ],
    callIn: [],
    source: null,
  },
};

/** Of the test that runs now. */
export let folder: string;
export let persons: readonly Person[];

/** A new folder and new keys for each test of the file that says so. */
export function inAFolderOfItsOwn(): void {
  beforeEach(async () => {
    folder = temporaryFolder('beredd-people-');
    persons = await people(2);
  });
}

export const signerOf = (number: number) => envelopeSigner(testSigner(number));
export const cardOf = (number: 1 | 2, changes: Partial<Card> = {}): Card => ({
  person: testId('person', number),
  name: number === 1 ? 'Alva Ödmark' : 'Bo Lind',
  bodies: [body.id],
  roles: ['ledamot'],
  recipient: persons[number - 1]?.recipient ?? '',
  signingKey: signerOf(number).publicKey.line,
  issued: '2026-11-02T08:00:00+01:00',
  ...changes,
});

/** An office with a body of two, a sealed item for its chair, and a way to take in files, folders and ZIPs. */
export async function scene() {
  const store = valueOf(await openPeopleStore(folder));
  const protection = {
    system: {
      isAvailable: () => true,
      wrap: (text: string) => Buffer.from(text),
      unwrap: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
    },
    passphrases: ageSealing(4),
  };
  const keyring = valueOf(await openKeyring({ folder, protection, now: () => now }));
  const officeKeys = createOfficeKeys(keyring, () => now);
  const municipality = valueOf(await openMunicipality(folder));
  const sealings = valueOf(await openSealingRecords(folder, createDraftVault(keyring)));
  const [chair] = persons;
  const sealed = await seal({
    ...completeItem({ title: 'Hemligt', documents: [{}] }, 1),
    entitled: chair === undefined ? [] : [chair],
    folder,
  });
  const written = await writeSealedPack(path.join(folder, 'ks.beredd'), [sealed]);
  const manifest = { ...written, meeting: { ...written.meeting, body } };
  valueOf(await sealings.keep(manifest.pack.id, new Map([[sealed.publicItem.id, sealed.record]])));
  const service: PeopleService = createPeopleService({
    store,
    officeKeys,
    keyring,
    municipality,
    sealings,
    library: {
      view: () => ({ meetings: [], watchedFolders: [], notices: [] }),
      revisions: () => Promise.resolve(failure('meetingUnknown')),
      shownPack: () => ({
        packId: manifest.pack.id,
        manifest,
        manifestSha256: 'a'.repeat(64),
        issuerKeys: [],
        isKnown: true,
        disposedAt: null,
      }),
    },
    registered: () => Promise.resolve([body]),
    now: () => now,
  });
  const takeIn = async (...paths: string[]) => {
    const { cards, remove } = await sortExchanged(paths, path.join(folder, 'temp'));
    const intake = { store, disk: nodeDisk, bodies: () => Promise.resolve([body.id]), now: () => now };
    const outcomes = await takeInExchange(intake, cards);
    await remove();
    return outcomes;
  };
  return { store, service, takeIn, officeKeys, municipality, sealings, sealed, manifest };
}

export const put = async (name: string, bytes: Uint8Array): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
};
