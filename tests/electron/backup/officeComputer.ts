import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Backup } from '../../../electron/backup/backup.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { partsOf, wholeBackup } from '../../../electron/backup/wholeBackup.ts';
import { withoutChecks } from '../../../electron/drafts/draftChecks.ts';
import { openDrafts } from '../../../electron/drafts/drafts.ts';
import type { DraftsService } from '../../../electron/drafts/draftsService.ts';
import { openIssuedSealed } from '../../../electron/drafts/openIssuedSealed.ts';
import { draftKeysOf } from '../../../electron/identity/draftKeys.ts';
import type { OpenedIssuing } from '../../../electron/issuing/openIssuing.ts';
import { openIssuing } from '../../../electron/issuing/openIssuing.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { createLibrary } from '../../../electron/library/createLibrary.ts';
import { createNotes } from '../../../electron/notes/notes.ts';
import { inProcessChannel } from '../../../electron/packs/packChannel.ts';
import { createPackClient } from '../../../electron/packs/packClient.ts';
import { memberOfRecipient } from '../../../electron/people/peopleStore.ts';
import type { PreparationData } from '../../../electron/preparation/preparationStore.ts';
import { openPreparationStore } from '../../../electron/preparation/preparationStore.ts';
import type { Keys } from '../../../electron/startup/openKeys.ts';
import { openKeys } from '../../../electron/startup/openKeys.ts';
import { openProfile } from '../../../electron/storage/profile.ts';
import type { DurableStore } from '../../../electron/storage/store.ts';
import { draftId, sampleDocument, sampleFile, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { valueOf } from '../../support/packReading.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';

export const now = Date.parse('2026-11-24T12:00:00+01:00');
const instant = '2026-11-24T12:00:00+01:00';

/** A secretary's computer without a key store, on a real folder, opened as the app opens it. */
export interface OfficeComputer {
  readonly library: LibraryService;
  readonly notes: ReturnType<typeof createNotes>;
  readonly keys: Keys;
  readonly drafts: DraftsService;
  readonly issuing: OpenedIssuing;
  readonly preparation: DurableStore<PreparationData>;
  readonly backup: Backup;
  /** What every part of the backup would hold, by name; keys that open sealed parts are left out. */
  readonly everything: () => Promise<Readonly<Record<string, unknown>>>;
  readonly close: () => Promise<void>;
}

export async function officeComputer(folder: string, keysPassphrase?: string): Promise<OfficeComputer> {
  const profile = valueOf(await openProfile(folder, { now: () => now }));
  const passphrases = ageSealing(4);
  const noStore = { isAvailable: () => false, wrap: () => new Uint8Array(), unwrap: () => null };
  const keys = valueOf(
    await openKeys({ folder, system: noStore, passphrases, now: () => now, instant: () => instant }),
  );
  if (keysPassphrase !== undefined) valueOf(await keys.keyring.unlock(keysPassphrase));
  const notes = createNotes({ profile, newId: randomUUID, now: () => now, sealed: keys.sealedNotes });
  const packs = createPackClient(inProcessChannel);
  const opened = { layout: profile.layout, packs, now: () => now, newId: randomUUID, notes };
  const library = valueOf(await createLibrary(opened));
  const report = (error: unknown): never => {
    throw error;
  };
  const drafts = valueOf(
    await openDrafts({
      folder,
      library,
      vault: keys.vault,
      keys: draftKeysOf(keys.keyring),
      checks: withoutChecks,
      openSealed: openIssuedSealed({
        sealings: keys.sealings,
        library,
        memberOf: (recipient) => memberOfRecipient(keys.people.read(), recipient),
      }),
      now: () => now,
      newId: randomUUID,
      report,
    }),
  );
  const preparation = valueOf(await openPreparationStore(folder));
  const issuing = valueOf(
    await openIssuing({
      profileFolder: folder,
      drafts,
      officeKeys: keys.officeKeys,
      municipality: keys.municipality,
      people: keys.people,
      sealingMemory: keys.sealings,
      packs,
      library,
      dialogs: { choosePackToSave: () => Promise.resolve(null) },
      onProgress: () => undefined,
      report,
      now: () => now,
    }),
  );
  const stores = { library, keys, drafts, preparation, register: issuing.register };
  const { device } = profile.identity;
  const backup = wholeBackup({ ...stores, notes, sealing: passphrases, device, now: () => now });
  return {
    library,
    notes,
    keys,
    drafts,
    issuing,
    preparation,
    backup,
    everything: async () => {
      const held: Record<string, unknown> = { notes: Object.fromEntries(valueOf(await notes.exportAll())) };
      for (const part of partsOf(stores)) held[part.name] = withoutVaultKeys(valueOf(await part.export()));
      return held;
    },
    close: async () => {
      await drafts.close();
      await library.flush();
      await preparation.flush();
      await issuing.flush();
      await keys.flush();
      await notes.close();
      await packs.stop();
      await profile.close();
    },
  };
}

/** Each computer has a vault's key of its own, and those it was given. */
function withoutVaultKeys(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || !('keys' in part) || 'kept' in part) return part;
  const { keys: _ofVault, ...rest } = part;
  return rest;
}

/** Adds a file with these words to a draft's item. */
export async function addDocument(
  { drafts }: OfficeComputer,
  id: string,
  { item, document }: { readonly item: number; readonly document: number },
  words: string,
  source: string,
): Promise<void> {
  await mkdir(path.dirname(source), { recursive: true });
  await writeFile(source, tinyPdf(words));
  const taken = valueOf(await valueOf(await drafts.contents(id)).take(source, { sealed: false }));
  const file = sampleFile(`${words}.pdf`, { sha256: taken.sha256, size: taken.size, pageCount: 1 });
  const documents = [sampleDocument(document, { file: file.sha256 })];
  valueOf(
    await drafts.edit(id, {
      do: 'addDocuments',
      itemId: draftId('item', item),
      at: 0,
      documents,
      files: [file],
    }),
  );
}

/** A draft with an open item and a sealed one, each with a document; its id. */
export async function begunDraft(office: OfficeComputer, folder: string): Promise<string> {
  const { drafts } = office;
  const { id } = valueOf(await drafts.create({ from: 'nothing', bodyId: null, kind: 'meeting' })).draft;
  for (const [n, words] of [
    [1, 'Detaljplan Kyrkbyn'],
    [2, 'Hemligt om en person'],
  ] as const) {
    const item = sampleItem(n, { title: words });
    valueOf(await drafts.edit(id, { do: 'addItem', item, parent: null, at: n - 1 }));
    await addDocument(office, id, { item: n, document: n }, words, path.join(folder, `${n}.pdf`));
  }
  valueOf(await drafts.edit(id, { do: 'setSeal', itemId: draftId('item', 2), seal: sampleSeal() }));
  return id;
}
