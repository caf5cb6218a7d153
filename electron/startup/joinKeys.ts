import type { Handlers } from '../../core/contract.ts';
import { cardExtension } from '../../core/exchange/card.ts';
import { keyLetterExtension } from '../../core/exchange/keyLetter.ts';
import { receiptExtension } from '../../core/exchange/receipt.ts';
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
import { takeInExchange } from '../people/takeInExchange.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import { createSealedReading } from '../sealing/sealedReading.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import type { Keys } from './openKeys.ts';

export interface KeysSurroundings {
  readonly keys: Keys;
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
  /** Takes in cards, receipts, key letters and letters about new roots among these paths and tells the window; the paths that are none of them. */
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
  const takeIn = (paths: readonly string[]) =>
    takeInExchange(
      {
        store: keys.people,
        disk: nodeDisk,
        bodies: async () => (await people.bodies()).map(({ id }) => id),
        now,
      },
      paths,
    );
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
    takeIn,
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
      const letters = paths.filter((each) => each.endsWith(`.${keyLetterExtension}`));
      const cards = paths.filter(isCardOrReceipt);
      const newRoots = paths.filter(successions.isLetter);
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
      const taken = [...letters, ...cards, ...newRoots];
      return paths.filter((each) => !taken.includes(each));
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

const isCardOrReceipt = (file: string): boolean =>
  [cardExtension, receiptExtension].some((extension) => file.endsWith(`.${extension}`));
