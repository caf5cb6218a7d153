import path from 'node:path';
import { failure, ok, type Result } from '../../core/errors.ts';
import type { Disk, DiskFile } from './disk.ts';
import { diskFailure } from './diskFailure.ts';
import { asideName, previousOf, removeLeftovers, replaceFile } from './durableFile.ts';
import { headerLine, logLine, readLogLines, type LogContent, type LogLine } from './logLines.ts';

export interface LogOptions {
  readonly disk: Disk;
  readonly file: string;
  /** What the log holds; written in its first line. */
  readonly kind: string;
  readonly version: number;
  readonly now: () => number;
}

export interface LogDamage {
  /** Full path of the copy of the damaged log. */
  readonly setAside: string;
  /** Lines that could not be read. */
  readonly lines: number;
}

/** An append-only log. What `append` acknowledged is there after a crash or a power cut at any moment. */
export interface WriteAheadLog {
  /** False when there was no log; it is made by the first append. */
  readonly existed: boolean;
  /** The entries found when the log was opened. */
  readonly entries: readonly unknown[];
  readonly damage: LogDamage | null;
  /** Bytes of everything acknowledged. */
  readonly size: () => number;
  /** Entries acknowledged, those found at opening included. */
  readonly count: () => number;
  /**
   * Resolves when the entries are flushed; appends asked for at the same time share one flush. On failure none of them
   * counts as written and the log stays usable.
   */
  readonly append: (entries: readonly unknown[]) => Promise<Result<void>>;
  /**
   * Starts a new log without the first `count` entries; the old one is kept as `previousLog`. Only when a snapshot
   * that holds those entries is flushed.
   */
  readonly rotate: (count: number) => Promise<Result<void>>;
  /** Waits for what was asked for, and lets go of the file. */
  readonly close: () => Promise<void>;
}

/** Entries of the log before the last rotation: with the snapshot before the last, the whole history again. */
export async function readPreviousLog({
  disk,
  file,
}: Pick<LogOptions, 'disk' | 'file'>): Promise<readonly unknown[]> {
  const bytes = await disk.read(previousOf(file));
  return bytes === null ? [] : readLogLines(bytes).lines.map(({ entry }) => entry);
}

/**
 * Opens the log and mends it: an unfinished last line is cut off; a log with damaged lines is copied aside and written
 * anew with every line that can be read. Fails with profileNewer, diskDenied or diskFull; the log is then untouched.
 */
export async function openWriteAheadLog(options: LogOptions): Promise<Result<WriteAheadLog>> {
  const { disk, file } = options;
  try {
    await removeLeftovers(disk, file);
    const bytes = await disk.read(file);
    const content = readLogLines(bytes ?? new Uint8Array());
    const header = content.header;
    if (header !== null && header.version > options.version) {
      return failure('profileNewer', { file: path.basename(file), detail: { version: header.version } });
    }
    if (bytes === null) return ok(createLog(options, [], { existed: false, damage: null, mend: null }));
    return ok(createLog(options, content.lines, await mended(options, bytes, content)));
  } catch (error) {
    return diskFailure(error, file);
  }
}

interface Opening {
  readonly existed: boolean;
  readonly damage: LogDamage | null;
  /** What must still happen before the log may be written. */
  readonly mend: (() => Promise<void>) | null;
}

/** What stands on disk afterwards is the header and every line that could be read. */
async function mended(options: LogOptions, bytes: Uint8Array, content: LogContent): Promise<Opening> {
  const { disk, file } = options;
  const hasHeader = content.header?.kind === options.kind;
  const whole = wholeLog(options, content.lines);
  if (hasHeader && Buffer.compare(whole, bytes) === 0) return { existed: true, damage: null, mend: null };
  const isDamaged = content.damagedLines > 0 || !hasHeader;
  const damage = isDamaged
    ? { setAside: await asideName(disk, file, options.now()), lines: Math.max(1, content.damagedLines) }
    : null;
  const mend = async (): Promise<void> => {
    if (damage !== null) await replaceFile(disk, damage.setAside, bytes, { keepPrevious: false });
    await replaceFile(disk, file, whole, { keepPrevious: false });
  };
  // A full disk must not keep anybody from reading: then the first append mends.
  const result = await attempt(mend, file);
  return { existed: true, damage, mend: result.ok ? null : mend };
}

const wholeLog = (options: LogOptions, lines: readonly LogLine[]): Uint8Array =>
  Buffer.concat([headerLine(options.kind, options.version), ...lines.map(({ bytes }) => bytes)]);

interface Waiting {
  readonly lines: readonly LogLine[];
  readonly done: (result: Result<void>) => void;
  readonly broken: (error: unknown) => void;
}

function createLog(options: LogOptions, found: readonly LogLine[], opening: Opening): WriteAheadLog {
  const { disk, file } = options;
  const headerSize = headerLine(options.kind, options.version).length;
  let acknowledged = [...found];
  let size = headerSize + byteCount(found);
  let handle: DiskFile | null = null;
  /** After a failed write or flush nothing is known of the file's end: it is written anew before the next line. */
  let isUncertain = !opening.existed;
  let mend = opening.mend;
  let queue: Waiting[] = [];
  let work: Promise<unknown> = Promise.resolve();

  const letGo = async (): Promise<void> => {
    const open = handle;
    handle = null;
    await open?.close();
  };

  const mendFirst = async (): Promise<void> => {
    await mend?.();
    mend = null;
  };

  const writeAnew = async (lines: readonly LogLine[], keepPrevious: boolean): Promise<void> => {
    await letGo();
    isUncertain = true;
    await replaceFile(disk, file, wholeLog(options, lines), { keepPrevious });
    isUncertain = false;
    acknowledged = [...lines];
    size = headerSize + byteCount(lines);
  };

  const write = async (lines: readonly LogLine[]): Promise<void> => {
    await mendFirst();
    if (isUncertain) await writeAnew(acknowledged, false);
    const open = (handle ??= await disk.openForAppend(file));
    try {
      await open.append(Buffer.concat(lines.map(({ bytes }) => bytes)));
      await open.sync();
    } catch (error) {
      isUncertain = true;
      // Best effort, so that a line that was not acknowledged does not come back.
      await open.truncate(size).catch(() => undefined);
      await letGo().catch(() => undefined);
      throw error;
    }
    acknowledged.push(...lines);
    size += byteCount(lines);
  };

  const writeQueue = async (): Promise<void> => {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    try {
      const result = await attempt(() => write(batch.flatMap(({ lines }) => lines)), file);
      for (const { done } of batch) done(result);
    } catch (error) {
      for (const { broken } of batch) broken(error);
    }
  };

  const inTurn = <R>(step: () => Promise<R>): Promise<R> => {
    const turn = work.then(step);
    work = turn.catch(() => undefined);
    return turn;
  };

  return {
    existed: opening.existed,
    entries: found.map(({ entry }) => entry),
    damage: opening.damage,
    size: () => size,
    count: () => acknowledged.length,
    append: (entries) =>
      new Promise((done, broken) => {
        queue.push({ lines: entries.map(logLine), done, broken });
        void inTurn(writeQueue);
      }),
    rotate: (count) =>
      inTurn(() => attempt(() => mendFirst().then(() => writeAnew(acknowledged.slice(count), true)), file)),
    close: () => inTurn(letGo),
  };
}

async function attempt(step: () => Promise<void>, file: string): Promise<Result<void>> {
  try {
    await step();
    return ok(undefined);
  } catch (error) {
    return diskFailure(error, file);
  }
}

const byteCount = (lines: readonly LogLine[]): number =>
  lines.reduce((sum, { bytes }) => sum + bytes.length, 0);
