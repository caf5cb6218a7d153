import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { errorCodeOf } from '../storage/diskFailure.ts';

export interface FolderWatchOptions {
  /** Folders to watch at the moment. */
  readonly folders: () => readonly string[];
  readonly scan: () => Promise<void>;
  /** True when a file waits to settle. */
  readonly isWaiting: () => boolean;
  /** The regular listing. Network shares and sync programs often give no hint of a change. */
  readonly intervalMs: number;
  /** How soon to look after a hint, and again while a file settles. */
  readonly soonMs: number;
  /** Bugs met while looking; the next look is taken all the same. */
  readonly onUnexpected: (error: unknown) => void;
}

export interface FolderWatch {
  /** The folders are others than before: look, and listen to the new ones. */
  readonly lookNow: () => void;
  readonly stop: () => void;
}

/** Looks regularly, and sooner when the system hints at a change. */
export function watchFolders(options: FolderWatchOptions): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let isScanning = false;
  let wasHinted = false;

  const lookIn = (ms: number): void => {
    if (isStopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  };

  const look = async (): Promise<void> => {
    isScanning = true;
    wasHinted = false;
    try {
      listen();
      await options.scan();
    } catch (error) {
      options.onUnexpected(error);
    } finally {
      isScanning = false;
      lookIn(wasHinted || options.isWaiting() ? options.soonMs : options.intervalMs);
    }
  };

  const hint = (): void => {
    wasHinted = true;
    if (!isScanning) lookIn(options.soonMs);
  };

  const listen = (): void => {
    const wanted = new Set(options.folders());
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) if (!watchers.has(folder)) listenTo(folder);
  };

  const listenTo = (folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: false }, hint);
      watchers.set(folder, watcher);
      // A folder that goes away takes its hints with it; the regular listing goes on and listens anew.
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
    } catch (error) {
      if (errorCodeOf(error) === null) throw error;
    }
  };

  lookIn(0);
  return {
    lookNow: () => {
      listen();
      if (!isScanning) lookIn(0);
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
