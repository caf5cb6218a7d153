/** One import at a time: two packs of one meeting never race, and the disk is not torn between them. */
export interface ImportQueue {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits until nothing is under way. */
  readonly idle: () => Promise<void>;
}

export function createImportQueue(): ImportQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    idle: async () => {
      await last;
    },
  };
}
