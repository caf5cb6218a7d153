import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { LibraryData, WatchedFolderRecord } from '../../core/library/libraryData.ts';
import type { WatchedFolderNow } from '../../core/library/libraryView.ts';
import { withNotice, withoutNotice } from '../../core/library/notices.ts';
import type { ImportOutcome } from '../../core/library/views.ts';
import { errorCodeOf } from '../storage/diskFailure.ts';
import type { LibraryTimes } from './createLibrary.ts';
import type { FolderWatch } from './folderWatch.ts';
import { watchFolders } from './folderWatch.ts';
import type { LibraryMemory } from './libraryMemory.ts';
import type { LibraryService } from './libraryService.ts';
import type { FolderScan } from './watchedFolders.ts';
import { WatchedFolders } from './watchedFolders.ts';

export interface WatchServicesOptions {
  readonly memory: LibraryMemory;
  readonly now: () => number;
  readonly newId: () => string;
  readonly times: LibraryTimes;
  readonly onUnexpected: (error: unknown) => void;
  readonly importFiles: LibraryService['importFiles'];
  readonly changed: () => void;
}

export interface WatchServices {
  readonly services: Pick<
    LibraryService,
    'addWatchedFolder' | 'removeWatchedFolder' | 'scanWatchedFolders' | 'watch'
  >;
  /** What the last look into each folder showed. */
  readonly now: ReadonlyMap<string, WatchedFolderNow>;
}

/** Watched folders: kept in library.json, looked into regularly, told about in notices. */
export function watchServices(options: WatchServicesOptions): WatchServices {
  const { memory, now, times } = options;
  const current = new Map<string, WatchedFolderNow>();
  const folders = new WatchedFolders({
    ...times,
    now,
    importFile: async (file) => {
      const [outcome] = await options.importFiles([file], { job: `watch:${file}` });
      if (outcome === undefined) throw new Error('an import without an outcome');
      return outcome;
    },
  });
  let watching: FolderWatch | null = null;
  let scanning: Promise<readonly ImportOutcome[]> | null = null;

  const scanAll = async (): Promise<readonly ImportOutcome[]> => {
    const news: ImportOutcome[] = [];
    for (const folder of memory.data().watchedFolders) {
      const scan = await folders.scan(folder);
      const isNews = scan.taken.filter(bringsNews);
      news.push(...isNews, ...scan.refused.map((each) => each.outcome));
      await settle(folder, scan);
    }
    return news;
  };

  const settle = async (folder: WatchedFolderRecord, scan: FolderScan): Promise<void> => {
    const before = current.get(folder.id);
    current.set(folder.id, scan.now);
    const isQuiet = scan.taken.every((each) => !bringsNews(each)) && scan.refused.length === 0;
    const isSame = before?.state === scan.now.state && before.packCount === scan.now.packCount;
    if (isQuiet && isSame) return;
    const at = now();
    await memory.save((data) => withScan(data, folder, scan, at));
    options.changed();
  };

  const scan = (): Promise<readonly ImportOutcome[]> =>
    (scanning ??= scanAll().finally(() => {
      scanning = null;
    }));

  return {
    now: current,
    services: {
      addWatchedFolder: async (folder) => {
        const known = memory.data().watchedFolders.find((each) => each.path === path.resolve(folder));
        if (known !== undefined) return ok({ id: known.id });
        const isFolder = await isListable(folder);
        if (!isFolder.ok) return isFolder;
        const record = { id: options.newId(), path: path.resolve(folder), addedAt: now(), lastSeenAt: now() };
        const saved = await memory.save((data) => ({
          ...data,
          watchedFolders: [...data.watchedFolders, record],
        }));
        if (!saved.ok) return saved;
        options.changed();
        watching?.lookNow();
        return ok({ id: record.id });
      },
      removeWatchedFolder: async (id) => {
        folders.forget(id);
        current.delete(id);
        const saved = await memory.save((data) => ({
          ...data,
          watchedFolders: data.watchedFolders.filter((folder) => folder.id !== id),
        }));
        if (saved.ok) options.changed();
        return saved;
      },
      scanWatchedFolders: scan,
      watch: (onImported) => {
        let isStopped = false;
        const watch = watchFolders({
          folders: () => memory.data().watchedFolders.map((folder) => folder.path),
          scan: async () => {
            const outcomes = await scan();
            if (outcomes.length > 0 && !isStopped) onImported(outcomes);
          },
          isWaiting: () => folders.isWaiting,
          intervalMs: times.watchIntervalMs,
          soonMs: times.settleMs,
          onUnexpected: options.onUnexpected,
        });
        watching = watch;
        return () => {
          isStopped = true;
          watching = null;
          watch.stop();
        };
      },
    },
  };
}

const bringsNews = ({ result }: ImportOutcome): boolean =>
  result.kind === 'added' || result.kind === 'updated' || result.kind === 'keptApart';

async function isListable(folder: string): Promise<Result<void>> {
  try {
    await fs.readdir(folder);
    return ok(undefined);
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    return failure('watchedFolderGone', { file: folder, detail: { reason } });
  }
}

/** What a look into a folder leaves in the library: when it was last there, and notices of news and refused files. */
function withScan(data: LibraryData, folder: WatchedFolderRecord, scan: FolderScan, at: number): LibraryData {
  const seen =
    scan.now.state === 'gone'
      ? data
      : {
          ...data,
          watchedFolders: data.watchedFolders.map((each) =>
            each.id === folder.id ? { ...each, lastSeenAt: at } : each,
          ),
        };
  const accepted = scan.accepted.reduce((all, file) => withoutNotice(all, refusedId(file)), seen);
  const told = scan.taken
    .filter(bringsNews)
    .reduce((all, outcome) => withNotice(all, importedNotice(outcome, at)), accepted);
  return scan.refused.reduce(
    (all, { path: file, outcome }) => withNotice(all, refusedNotice(file, outcome, at)),
    told,
  );
}

const refusedId = (file: string): string => `refused:${file}`;

function importedNotice({ file, result }: ImportOutcome, at: number): LibraryData['notices'][number] {
  if (result.kind === 'refused') throw new Error('a refused file brings no news');
  return {
    id: `imported:${result.meetingId}:${result.revision}`,
    kind: 'imported',
    severity: 'info',
    at,
    meetingId: result.meetingId,
    meetingTitle: result.title,
    file,
    detail: { revision: result.revision },
    error: null,
  };
}

function refusedNotice(
  path: string,
  { file, result }: ImportOutcome,
  at: number,
): LibraryData['notices'][number] {
  const error = result.kind === 'refused' ? result.error : null;
  return {
    id: refusedId(path),
    kind: 'refused',
    severity: 'problem',
    at,
    meetingId: null,
    meetingTitle: null,
    file,
    detail: { path },
    error: error === null ? null : { ...error, ...(error.detail && { detail: { ...error.detail } }) },
  };
}
