import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';
import type { ImportOutcome } from '../../core/library/views.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { Successions } from '../library/successions.ts';
import type { Dialogs, Emit } from './ports.ts';

/** What the handlers of `library` work on. */
export interface LibraryParts {
  readonly library: LibraryService;
  readonly successions: Pick<Successions, 'answer'>;
  readonly dialogs: Pick<Dialogs, 'choosePacks' | 'chooseFolder'>;
  readonly emit: Emit;
  /** Names for jobs, so that each can be cancelled. */
  readonly newId: () => string;
}

export function libraryHandlers({
  library,
  successions,
  dialogs,
  emit,
  newId,
}: LibraryParts): Handlers['library'] {
  const jobs = new Map<string, AbortController>();

  const importFiles = async (files: readonly string[]): Promise<readonly ImportOutcome[]> => {
    const job = newId();
    const controller = new AbortController();
    jobs.set(job, controller);
    try {
      return await library.importFiles(files, {
        job,
        signal: controller.signal,
        onProgress: (progress) => emit('library.importProgress', progress),
      });
    } finally {
      jobs.delete(job);
    }
  };

  return {
    view: async () => ok(library.view()),
    choosePacks: async () => ok(await importFiles((await dialogs.choosePacks()) ?? [])),
    importFiles: async ({ paths }) => ok(await importFiles(paths)),
    cancelImport: async ({ job }) => {
      jobs.get(job)?.abort();
      return ok(undefined);
    },
    confirmKey: ({ key, matches }) => library.confirmKey(key, matches),
    answerSuccession: ({ from, to, matches }) => successions.answer(from, to, matches),
    addWatchedFolder: async () => {
      const folder = await dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const added = await library.addWatchedFolder(folder);
      // What lies in it already is taken in without keeping the person waiting for the answer.
      if (added.ok) void scanAndTell(library, emit);
      return added;
    },
    removeWatchedFolder: ({ id }) => library.removeWatchedFolder(id),
    scanWatchedFolders: async () => {
      await scanAndTell(library, emit);
      return ok(undefined);
    },
    dismissNotice: ({ id }) => library.dismissNotice(id),
  };
}

async function scanAndTell(library: LibraryService, emit: Emit): Promise<void> {
  const outcomes = await library.scanWatchedFolders();
  if (outcomes.length > 0) emit('library.imported', { outcomes, byWatchedFolder: true });
}

/** Tells the window of every change, and of what watched folders bring. The returned function stops both. */
export function announceLibrary(library: LibraryService, emit: Emit): () => void {
  const stopTelling = library.onChanged((view) => emit('library.changed', view));
  const stopWatching = library.watch((outcomes) =>
    emit('library.imported', { outcomes, byWatchedFolder: true }),
  );
  return () => {
    stopTelling();
    stopWatching();
  };
}
