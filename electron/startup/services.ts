import type { Handlers } from '../../core/contract.ts';
import type { CsvWords } from '../../core/exchange/peopleCsv.ts';
import type { BereddError } from '../../core/errors.ts';
import type { Dialogs, Emit } from '../ipc/ports.ts';
import { refusingHandlers } from '../ipc/refusedProfile.ts';
import { unsavedSettings } from '../ipc/unsavedSettings.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { FindDocument, FindDraftFile } from '../protocol/documentResponse.ts';

/** What the window works on: an open profile, or a refused one that answers every request with the reason. */
export interface Services extends Pick<LibraryService, 'settings' | 'updateSettings'> {
  readonly handlers: Omit<Handlers, 'app' | 'links'>;
  /** Null when the profile is refused. */
  readonly library: LibraryService | null;
  readonly refusal: BereddError | null;
  readonly findDocument: FindDocument;
  readonly findDraftFile: FindDraftFile;
  /** Waits until everything is on disk, then lets go of the profile. */
  readonly close: () => Promise<void>;
}

export interface Surroundings {
  /** Of this program. */
  readonly version: string;
  readonly dialogs: Dialogs;
  readonly emit: Emit;
  /** Blocks pictures of the window where the system can. */
  readonly protectContent: (isProtected: boolean) => void;
  readonly csvWords: () => CsvWords;
  /** A bug in background work. */
  readonly report: (error: unknown) => void;
}

/** Services of a profile that cannot be used: every request fails with the reason. */
export function refusedServices(error: BereddError): Services {
  return {
    ...unsavedSettings(),
    handlers: refusingHandlers(error),
    library: null,
    refusal: error,
    findDocument: () => Promise.resolve(null),
    findDraftFile: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}
