import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decideKey } from '../../core/library/keyDecision.ts';
import { libraryBackup, parseLibraryBackup, withLibraryBackup } from '../../core/library/libraryBackup.ts';
import type { LibraryContext } from '../../core/library/meetingEntry.ts';
import { libraryView } from '../../core/library/libraryView.ts';
import { dismissNotice } from '../../core/library/notices.ts';
import { successionStanding, succeedRoot } from '../../core/library/succession.ts';
import type { LibraryView } from '../../core/library/views.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { PackClient } from '../packs/packClient.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import type { ProfileLayout } from '../storage/profile.ts';
import { openDocumentStore } from './documentStore.ts';
import { createImportQueue } from './importQueue.ts';
import { disposeOf, packDocuments } from './disposal.ts';
import { importPack } from './importPack.ts';
import { createLibraryMemory } from './libraryMemory.ts';
import type { LibraryService } from './libraryService.ts';
import { createManifestCache } from './manifestCache.ts';
import { meetingServices } from './meetingServices.ts';
import { revisionServices } from './revisionServices.ts';
import { openLibraryStore, withSetAside, withUnreadable } from './openLibraryStore.ts';
import { createPackShelf } from './packShelf.ts';
import { shownPack } from './shownPack.ts';
import { watchServices } from './watchServices.ts';

export interface LibraryOptions {
  readonly layout: Pick<ProfileLayout, 'library' | 'packs' | 'documents'>;
  readonly packs: Pick<PackClient, 'openPack' | 'verifyPack'>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Where the counts of notes come from; without it they are zero. */
  readonly notes?: Pick<NotesService, 'counts' | 'onChanged'>;
  /** Damaged files of the profile that were set aside at opening, to be told. */
  readonly setAside?: readonly string[];
  readonly onUnexpected?: (error: unknown) => void;
  /** Forgets the words of a document that were read for searching. */
  readonly forgetText?: (sha256: string) => Promise<void>;
  readonly disk?: Disk;
  readonly times?: Partial<LibraryTimes>;
}

export interface LibraryTimes {
  /** How long a place in a document may wait for the disk. */
  readonly saveSoonMs: number;
  readonly watchIntervalMs: number;
  /** A file in a watched folder is read when it has not changed for this long. */
  readonly settleMs: number;
  /** A cut file that stays as it is for this long is told as refused. */
  readonly pendingMs: number;
}

const usualTimes: LibraryTimes = {
  saveSoonMs: 300,
  watchIntervalMs: 30_000,
  settleMs: 2000,
  pendingMs: 600_000,
};

/**
 * Opens the library of a profile whose lock is held. Fails with profileNewer, diskFull or diskDenied; a damaged
 * library.json is set aside, told, and made again from what is on the shelf.
 */
export async function createLibrary(options: LibraryOptions): Promise<Result<LibraryService>> {
  const { layout, now, disk = nodeDisk } = options;
  const times = { ...usualTimes, ...options.times };
  const onUnexpected = options.onUnexpected ?? throwLater;
  try {
    const shelf = createPackShelf(layout.packs, disk);
    const documents = await openDocumentStore(layout.documents);
    const store = await openLibraryStore({
      file: layout.library,
      shelf,
      disk,
      now,
      alreadySetAside: options.setAside ?? [],
    });
    if (!store.ok) return store;
    const memory = createLibraryMemory(store.value, times.saveSoonMs);
    const manifests = createManifestCache(shelf);
    const unreadable = await manifests.load(memory.data());
    if (unreadable.length > 0) await memory.save((data) => withUnreadable(data, unreadable, now()));
    const noteCounts = new Map(await (options.notes?.counts() ?? []));
    const context: LibraryContext = {
      manifestOf: manifests.manifestOf,
      stored: documents.stored,
      noteCounts,
    };
    const queue = createImportQueue();
    const listeners = new Set<(view: LibraryView) => void>();
    const watched = watchServices({
      memory,
      now,
      newId: options.newId,
      times,
      onUnexpected,
      importFiles: (files, task) => importFiles(files, task),
      changed: () => announce(),
    });
    const view = (): LibraryView => libraryView(memory.data(), context, watched.now);
    const announce = (): void => {
      const shown = view();
      for (const listener of listeners) listener(shown);
    };
    /** After anything that may show another revision than before. */
    const refresh = async (): Promise<void> => {
      await manifests.load(memory.data());
      announce();
    };
    const importFiles: LibraryService['importFiles'] = async (files, { job, signal, onProgress }) => {
      const place = { packs: options.packs, documents, shelf, memory, now, onUnexpected };
      const outcomes = await Promise.all(
        files.map((file) => queue.run(() => importPack(place, { file, job, signal, onProgress }))),
      );
      await refresh();
      return outcomes;
    };
    options.notes?.onChanged(({ meetingId, annotations }) => {
      if (noteCounts.get(meetingId) === annotations.length) return;
      noteCounts.set(meetingId, annotations.length);
      announce();
    });
    return ok({
      settings: () => memory.data().settings,
      updateSettings: (patch) =>
        memory.save((data) => ({ ...data, settings: { ...data.settings, ...patch } })),
      view,
      importFiles,
      confirmKey: async (key, matches) => {
        const at = now();
        if (decideKey(memory.data(), key, matches, at) === null) return failure('invalidArgument');
        const saved = await memory.save((data) => decideKey(data, key, matches, at) ?? data);
        if (saved.ok) await refresh();
        return saved;
      },
      successionStanding: (letter) => successionStanding(memory.data(), letter),
      succeedRoot: async (offer) => {
        const at = now();
        const saved = await memory.save((data) => succeedRoot(data, offer, at));
        if (saved.ok) await refresh();
        return saved;
      },
      dismissNotice: async (id) => {
        const saved = await memory.save((data) => dismissNotice(data, id));
        if (saved.ok) announce();
        return saved;
      },
      tellSetAside: async (files) => {
        if (files.length === 0) return ok(undefined);
        const saved = await memory.save((data) => withSetAside(data, files, now()));
        if (saved.ok) announce();
        return saved;
      },
      ...watched.services,
      shownPack: (meetingId) => shownPack(memory.data(), manifests, meetingId),
      packDocuments: (meetingId) => packDocuments({ memory, manifests, documents }, meetingId),
      disposeOf: async (meetingId) => {
        const place = { memory, manifests, documents, forgetText: options.forgetText ?? nothing, now };
        const disposed = await disposeOf(place, meetingId);
        announce();
        return disposed;
      },
      ...meetingServices({ memory, context, manifests, documents, now, announce }),
      ...revisionServices({ memory, manifests, announce }),
      documentFile: async (sha256) => {
        if (!documents.stored.has(sha256)) return null;
        const file = await manifests.findFile(memory.data(), sha256);
        return file === null ? null : { path: documents.pathOf(sha256), mediaType: file.mediaType };
      },
      onChanged: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      backupPart: {
        name: 'library',
        export: async () => ok(libraryBackup(memory.data())),
        read: (value) => {
          const backup = parseLibraryBackup(value);
          if (!backup.ok) return backup;
          return ok(async () => {
            const saved = await memory.save((data) => withLibraryBackup(data, backup.value));
            if (saved.ok) await refresh();
            return saved;
          });
        },
      },
      flush: async () => {
        await queue.idle();
        await memory.flush();
      },
    });
  } catch (error) {
    return diskFailure(error, layout.library);
  }
}

const nothing = (): Promise<void> => Promise.resolve();

/** Bugs of background work reach the process's own handler, where they are logged. */
const throwLater = (error: unknown): void => {
  setImmediate(() => {
    throw error;
  });
};
