import path from 'node:path';
import type { WatchedFolderNow } from '../../core/library/libraryView.ts';
import type { ImportOutcome } from '../../core/library/views.ts';
import { listWatchedFolder, looksLikePack } from './folderListing.ts';
import type { ListedFile } from './folderListing.ts';
import type { WaitingTimes } from './folderMemory.ts';
import { FolderMemory } from './folderMemory.ts';

export interface WatchedFoldersOptions extends WaitingTimes {
  readonly now: () => number;
  readonly importFile: (file: string) => Promise<ImportOutcome>;
}

export interface WatchedFolder {
  readonly id: string;
  readonly path: string;
}

/** What one look into a folder brought. */
export interface FolderScan {
  readonly now: WatchedFolderNow;
  readonly taken: readonly ImportOutcome[];
  /** Files that will not become packs by waiting, with the file's full path. */
  readonly refused: readonly { readonly path: string; readonly outcome: ImportOutcome }[];
  /** Full paths of files that are packs after all, whose earlier refusal no longer holds. */
  readonly accepted: readonly string[];
}

/** Looks into watched folders. A folder that is gone or empty changes nothing. */
export class WatchedFolders {
  readonly #options: WatchedFoldersOptions;
  readonly #memories = new Map<string, FolderMemory>();

  constructor(options: WatchedFoldersOptions) {
    this.#options = options;
  }

  async scan(folder: WatchedFolder): Promise<FolderScan> {
    const memory = this.#memoryOf(folder.id);
    const files = await listWatchedFolder(folder.path);
    if (files === null) return nothing('gone', memory);
    const scan = {
      taken: [] as ImportOutcome[],
      refused: [] as FolderScan['refused'][number][],
      accepted: [] as string[],
    };
    for (const file of files) {
      if (!memory.isDue(file, this.#options.now())) continue;
      const outcome = await this.#take(memory, file);
      if (outcome === null) continue;
      if (outcome.result.kind !== 'refused') {
        scan.taken.push(outcome);
        scan.accepted.push(file.path);
      } else if (memory.wasRefused(file, outcome.result.error.code, this.#options.now())) {
        scan.refused.push({ path: file.path, outcome });
      }
    }
    memory.keepOnly(files);
    return {
      ...scan,
      now: { state: files.length === 0 ? 'empty' : 'watching', packCount: memory.packCount },
    };
  }

  /** Null for files that are none of our business. */
  async #take(memory: FolderMemory, file: ListedFile): Promise<ImportOutcome | null> {
    const isPack = await looksLikePack(file.path);
    if (isPack === false && path.extname(file.path).toLowerCase() !== '.beredd') {
      memory.isNotAPack(file);
      return null;
    }
    const outcome = await this.#options.importFile(file.path);
    if (outcome.result.kind !== 'refused') memory.isPack(file);
    return outcome;
  }

  /** True when a file waits to settle in any folder: look again soon. */
  get isWaiting(): boolean {
    return [...this.#memories.values()].some((memory) => memory.isWaiting);
  }

  forget(id: string): void {
    this.#memories.delete(id);
  }

  #memoryOf(id: string): FolderMemory {
    const memory = this.#memories.get(id) ?? new FolderMemory(this.#options);
    this.#memories.set(id, memory);
    return memory;
  }
}

const nothing = (state: WatchedFolderNow['state'], memory: FolderMemory): FolderScan => ({
  now: { state, packCount: memory.packCount },
  taken: [],
  refused: [],
  accepted: [],
});
