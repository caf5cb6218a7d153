import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { LibraryData } from '../../core/library/libraryData.ts';
import type { DurableStore } from '../storage/store.ts';

type Change = (data: LibraryData) => LibraryData;

/** The library's data in memory, and the two ways to change it. */
export interface LibraryMemory {
  /** With all changes asked for so far, saved or not. */
  readonly data: () => LibraryData;
  /** Resolves when the change is on disk. */
  readonly save: (change: Change) => Promise<Result<void>>;
  /**
   * For what changes several times a second, such as the place in a document: counts at once, is written within
   * `delayMs` together with what else came. Resolves when it is on disk.
   */
  readonly saveSoon: (change: Change) => Promise<Result<void>>;
  readonly flush: () => Promise<void>;
}

export function createLibraryMemory(store: DurableStore<LibraryData>, delayMs: number): LibraryMemory {
  let waiting: Change[] = [];
  /** Handed to the store, not yet confirmed. */
  const underWay = new Set<Change>();
  let timer: NodeJS.Timeout | null = null;
  let waitingWrite: Promise<Result<void>> | null = null;
  let writeNow: () => void = () => undefined;

  const save = async (change: Change): Promise<Result<void>> => {
    underWay.add(change);
    try {
      const saved = await store.update(change);
      return saved.ok ? ok(undefined) : saved;
    } finally {
      underWay.delete(change);
    }
  };

  const applyAll = (changes: Iterable<Change>, data: LibraryData): LibraryData => {
    let changed = data;
    for (const change of changes) changed = change(changed);
    return changed;
  };

  const schedule = (): Promise<Result<void>> =>
    new Promise((resolve, reject) => {
      writeNow = () => {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        waitingWrite = null;
        const changes = waiting;
        waiting = [];
        save((data) => applyAll(changes, data)).then(resolve, reject);
      };
      timer = setTimeout(() => writeNow(), delayMs);
    });

  return {
    data: () => applyAll([...underWay, ...waiting], store.read()),
    save,
    saveSoon: (change) => {
      waiting.push(change);
      return (waitingWrite ??= schedule());
    },
    flush: async () => {
      if (waitingWrite !== null) writeNow();
      await store.flush();
    },
  };
}
