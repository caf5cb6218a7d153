import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import type { Disk } from '../storage/disk.ts';
import { openStore, type DurableStore } from '../storage/store.ts';
import { logFile, snapshotFile } from './notesJournal.ts';

const countsSchema = v.record(
  v.string(),
  v.object({ notes: v.number(), log: v.nullable(v.number()), snapshot: v.nullable(v.number()) }),
);
type Counts = v.InferOutput<typeof countsSchema>;

/**
 * How many notes each meeting has, remembered together with the sizes of its files: as long as those are the same, the
 * number is right. Can be deleted at any time.
 */
export interface NoteCounts {
  /** Null when the meeting must be opened to know. */
  readonly remembered: (meeting: string) => Promise<number | null>;
  /** Call when nothing of the meeting is being written. */
  readonly remember: (counts: ReadonlyMap<string, number>) => Promise<void>;
}

export async function openNoteCounts(
  disk: Disk,
  folder: string,
  now: () => number,
): Promise<Result<NoteCounts>> {
  const store = await openStore<Counts>({
    file: path.join(folder, 'counts.json'),
    kind: 'note-counts',
    version: 1,
    schema: countsSchema,
    initial: {},
    whenUnreadable: 'setAside',
    disk,
    now,
  });
  if (!store.ok) return store;
  return { ok: true, value: noteCounts(disk, folder, store.value) };
}

function noteCounts(disk: Disk, folder: string, store: DurableStore<Counts>): NoteCounts {
  const sizesOf = async (meeting: string) => ({
    log: await disk.size(logFile(path.join(folder, meeting))),
    snapshot: await disk.size(snapshotFile(path.join(folder, meeting))),
  });
  return {
    remembered: async (meeting) => {
      const entry = store.read()[meeting];
      if (entry === undefined) return null;
      const { log, snapshot } = await sizesOf(meeting);
      return entry.log === log && entry.snapshot === snapshot ? entry.notes : null;
    },
    remember: async (counts) => {
      const entries = await Promise.all(
        [...counts].map(
          async ([meeting, notes]) => [meeting, { notes, ...(await sizesOf(meeting)) }] as const,
        ),
      );
      // Only a convenience: when it cannot be written the meetings are counted anew.
      if (entries.length > 0) await store.update((known) => ({ ...known, ...Object.fromEntries(entries) }));
    },
  };
}
