import path from 'node:path';
import type { Handlers } from '../../core/contract.ts';
import type { Body, Instant } from '../../core/pack/manifest.ts';
import type { CsvWords } from '../../core/exchange/peopleCsv.ts';
import { createDisposal } from '../identity/disposal.ts';
import { createIdentityService } from '../identity/identityService.ts';
import { identityHandlers } from '../ipc/identity.ts';
import { peopleHandlers } from '../ipc/people.ts';
import type { Dialogs, Emit } from '../ipc/ports.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { Successions } from '../library/successions.ts';
import { createSuccessions } from '../library/successions.ts';
import type { NotesService } from '../notes/notesService.ts';
import { createPeopleService } from '../people/peopleService.ts';
import type { ExchangedFile } from '../people/exchangedFiles.ts';
import { sortExchanged } from '../people/exchangedFiles.ts';
import { takeInExchange } from '../people/takeInExchange.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import { createSealedReading } from '../sealing/sealedReading.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import type { Keys } from './openKeys.ts';

export interface KeysSurroundings {
  readonly keys: Keys;
  /** Of the profile. */
  readonly temporaryFolder: string;
  readonly library: LibraryService;
  readonly notes: NotesService;
  /** The office's register of bodies. */
  readonly registered: () => Promise<readonly Body[]>;
  readonly dialogs: Dialogs;
  readonly emit: Emit;
  readonly csvWords: () => CsvWords;
  readonly protectContent: (isProtected: boolean) => void;
  readonly newId: () => string;
  readonly now: () => number;
  readonly instant: () => Instant;
  /** A bug in background work. */
  readonly report: (error: unknown) => void;
}

export interface JoinedKeys {
  readonly successions: Successions;
  readonly reading: SealedReading;
  readonly handlers: Pick<Handlers, 'identity' | 'people'>;
  /** Takes in cards, receipts, key letters and letters about new roots among these paths, in folders and ZIPs too, and tells the window; the paths that are none of them. */
  readonly takeExchanged: (paths: readonly string[]) => Promise<readonly string[]>;
  /** A revision was put into a folder that all members share. */
  readonly delivered: (meetingId: string, revision: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Joins keys, people and sealed items to the library and its notes. */
export function joinKeys(surroundings: KeysSurroundings): JoinedKeys {
  const { keys, library, notes, emit, dialogs, now, instant, report } = surroundings;
  const { keyring, own, municipality, officeKeys } = keys;
  const today = (): string => instant().slice(0, 10);
  const reading = createSealedReading({ library, letters: keys.letters, identities: own.identities, now });
  keys.reads(reading);
  const successions = createSuccessions(library, nodeDisk);
  const service = createIdentityService({
    keyring,
    own,
    reading,
    library,
    disk: nodeDisk,
    newId: surroundings.newId,
    instant,
  });
  const people = createPeopleService({
    store: keys.people,
    officeKeys,
    keyring,
    municipality,
    sealings: keys.sealings,
    library,
    registered: surroundings.registered,
    now,
  });
  const sorted = (paths: readonly string[]) => sortExchanged(paths, surroundings.temporaryFolder);
  const takeIn = (files: readonly ExchangedFile[]) =>
    takeInExchange(
      {
        store: keys.people,
        disk: nodeDisk,
        bodies: async () => (await people.bodies()).map(({ id }) => id),
        now,
      },
      files,
    );
  /** Files, folders and ZIPs that were chosen as cards: all of it is told of. */
  const takeInChosen = async (paths: readonly string[]) => {
    const { cards, letters, newRoots, others, remove } = await sorted(paths);
    try {
      const odd = [...letters, ...newRoots, ...others].map((file) => ({ file, name: path.basename(file) }));
      return await takeIn([...cards, ...odd]);
    } finally {
      await remove();
    }
  };
  const identity = identityHandlers({
    service,
    keyring,
    own,
    disposal: createDisposal({ library, notes, reading, keyring, today }),
    dialogs,
    disk: nodeDisk,
    emit,
    protectContent: surroundings.protectContent,
  });
  const ofPeople = peopleHandlers({
    service: people,
    officeKeys,
    municipality,
    takeIn: takeInChosen,
    dialogs,
    disk: nodeDisk,
    csvWords: surroundings.csvWords,
    instant,
    tell: (view) => emit('people.changed', view),
  });
  const stopListening = keyring.onChanged(() => {
    reading
      .refresh()
      .then(() => notes.reopen())
      .then(() => emit('identity.changed', service.view()))
      .catch(report);
  });
  return {
    successions,
    reading,
    handlers: { identity, people: ofPeople },
    takeExchanged: async (paths) => {
      const { cards, letters, newRoots, others, remove } = await sorted(paths);
      try {
        if (letters.length > 0) {
          emit('identity.lettersTaken', { outcomes: await service.takeLetters(letters) });
        }
        if (newRoots.length > 0) {
          emit('library.successions', { outcomes: await successions.take(newRoots) });
        }
        if (cards.length > 0) {
          emit('people.taken', { outcomes: await takeIn(cards) });
          emit('people.changed', await people.view());
        }
      } finally {
        await remove();
      }
      return others;
    },
    delivered: async (meetingId, revision) => {
      const noted = await people.delivered(meetingId, revision, instant());
      if (!noted.ok) report(new Error(`not noted as sent: ${noted.error.code}`));
      else emit('people.changed', await people.view());
    },
    close: async () => {
      stopListening();
      reading.clear();
      await keys.flush();
    },
  };
}
