import path from 'node:path';
import * as v from 'valibot';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { parseOperation, type Operation } from '../../core/annotation/operation.ts';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import { ok, type Result } from '../../core/errors.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { openStore, type DurableStore } from '../storage/store.ts';
import { openWriteAheadLog, readPreviousLog, type WriteAheadLog } from '../storage/writeAheadLog.ts';

/**
 * The operations of one meeting on disk: a log that is the truth, and a readable snapshot. The snapshot holds the
 * whole history up to the log's start; the log of before and the snapshot of before are kept, so that either file may
 * be lost without losing an operation.
 */
export interface NotesJournal {
  /** Everything known, in the order it was read or written. */
  readonly operations: () => readonly Operation[];
  /** The same and what this version does not understand. */
  readonly entries: () => readonly unknown[];
  /** What was set aside at opening. */
  readonly damage: { readonly setAside: string; readonly keptOperations: number } | null;
  /** Entries that come from elsewhere, as this journal has its own; left out: they are the same. */
  readonly incoming?: (entries: readonly unknown[]) => Promise<readonly unknown[]>;
  /** Resolves when the entries are flushed. */
  readonly append: (entries: readonly unknown[]) => Promise<Result<void>>;
  /** True when the log has grown as large as what a new snapshot costs. */
  readonly isDue: () => boolean;
  /** Writes a snapshot and starts a new log. Does nothing when the log is empty. */
  readonly compact: (notes: readonly Annotation[]) => Promise<Result<void>>;
  readonly close: () => Promise<void>;
}

export interface JournalOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly meeting: string;
  readonly now: () => number;
  /** Bytes of the log from which on a snapshot is worth its cost. */
  readonly snapshotAfter: number;
}

const snapshotSchema = v.object({
  meeting: v.string(),
  operations: v.array(v.unknown()),
  /** For people and other programs to read; this one makes it from the operations. */
  notes: v.array(v.unknown()),
});
type Snapshot = v.InferOutput<typeof snapshotSchema>;

export const logFile = (folder: string): string => path.join(folder, 'wal');
export const snapshotFile = (folder: string): string => path.join(folder, 'snapshot.json');

/** Opens the meeting's notes; makes no file. Fails with profileNewer, diskDenied or diskFull. */
export async function openNotesJournal(options: JournalOptions): Promise<Result<NotesJournal>> {
  const { disk, folder, meeting, now } = options;
  const file = logFile(folder);
  const snapshot = await openStore<Snapshot>({
    file: snapshotFile(folder),
    kind: 'notes',
    version: 1,
    schema: snapshotSchema,
    initial: { meeting, operations: [], notes: [] },
    whenUnreadable: 'setAside',
    disk,
    now,
  });
  if (!snapshot.ok) return snapshot;
  const log = await openWriteAheadLog({ disk, file, kind: 'notes', version: 1, now });
  if (!log.ok) return log;
  try {
    const isCurrent = snapshot.value.report.origin === 'current';
    const before = isCurrent ? [] : await readPreviousLog({ disk, file });
    const entries = joined([snapshot.value.read().operations, before, log.value.entries]);
    const size = (await disk.size(snapshotFile(folder))) ?? 0;
    return ok(createJournal(options, snapshot.value, log.value, entries, size));
  } catch (error) {
    return diskFailure(error, file);
  }
}

function createJournal(
  { disk, folder, meeting, snapshotAfter }: JournalOptions,
  snapshot: DurableStore<Snapshot>,
  log: WriteAheadLog,
  found: readonly unknown[],
  sizeFound: number,
): NotesJournal {
  const entries = [...found];
  const operations = operationsIn(found);
  let inLog = log.entries.length;
  let sinceSnapshot = 0;
  let snapshotSize = sizeFound;

  const compact = async (notes: readonly Annotation[]): Promise<Result<void>> => {
    if (inLog === 0) return ok(undefined);
    const count = inLog;
    const size = log.size();
    const saved = await snapshot.update(() => ({ meeting, operations: [...entries], notes: [...notes] }));
    if (!saved.ok) return saved;
    const rotated = await log.rotate(count);
    if (!rotated.ok) return rotated;
    inLog -= count;
    sinceSnapshot = 0;
    snapshotSize += size;
    return rotated;
  };

  return {
    operations: () => operations,
    entries: () => entries,
    damage: damageOf(snapshot, log, folder, operations.length),
    append: async (added) => {
      try {
        if (!log.existed && entries.length === 0) await disk.makeFolder(folder);
      } catch (error) {
        return diskFailure(error, folder);
      }
      const result = await log.append(added);
      if (!result.ok) return result;
      entries.push(...added);
      operations.push(...operationsIn(added));
      inLog += added.length;
      sinceSnapshot += added.length;
      return result;
    },
    isDue: () => sinceSnapshot > 0 && log.size() > Math.max(snapshotAfter, snapshotSize),
    compact,
    close: () => log.close(),
  };
}

function damageOf(
  snapshot: DurableStore<Snapshot>,
  log: WriteAheadLog,
  folder: string,
  keptOperations: number,
): NotesJournal['damage'] {
  const aside = [...snapshot.report.setAside, ...(log.damage === null ? [] : [log.damage.setAside])];
  // A snapshot is only ever made from a log: when that is gone, what it held since is gone too.
  if (aside.length === 0 && !log.existed && snapshot.report.origin === 'current') aside.push(logFile(folder));
  return aside.length === 0 ? null : { setAside: aside.join(', '), keptOperations };
}

const operationsIn = (entries: readonly unknown[]): Operation[] =>
  entries.map(parseOperation).filter((operation) => operation !== null);

/** The log and the snapshot overlap after an interrupted rotation. */
function joined(parts: readonly (readonly unknown[])[]): readonly unknown[] {
  const filled = parts.filter((entries) => entries.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  const seen = new Set<string>();
  return filled.flat().filter((entry) => {
    const key = idOf(entry) ?? canonicalJson(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry && 'clock' in entry)) return null;
  return typeof entry.id === 'string' ? entry.id : null;
}
