import path from 'node:path';
import { Low } from 'lowdb';
import * as v from 'valibot';
import { failure, ok, type Result } from '../../core/errors.ts';
import type { Disk } from './disk.ts';
import { diskFailure } from './diskFailure.ts';
import { readDurable, previousOf, removeLeftovers, setAside, writeDurable } from './durableFile.ts';
import { nodeDisk } from './nodeDisk.ts';

/** Brings data of one version to the next: `migrations[1]` takes version 1 and gives version 2. */
export type Migrations = Readonly<Record<number, (data: unknown) => unknown>>;

export interface StoreOptions<T> {
  readonly file: string;
  /** What the file holds; written in its first line. */
  readonly kind: string;
  readonly version: number;
  readonly migrations?: Migrations;
  /** Data that does not fit counts as damaged. */
  readonly schema: v.GenericSchema<unknown, T>;
  /** The data of a file that was never there. */
  readonly initial: T;
  /**
   * When neither the file nor its previous generation can be read: `stop` leaves both where they are and fails with
   * profileDamaged; `setAside` gives both another name and starts from `initial` — for data that can be made again.
   */
  readonly whenUnreadable?: 'stop' | 'setAside';
  readonly disk?: Disk;
  readonly now?: () => number;
}

/** How the data was found. `missing` is not `empty`: the caller decides whether a missing file is a new user. */
export interface StoreReport {
  readonly origin: 'current' | 'previous' | 'missing' | 'unreadable';
  /** Full paths of damaged files that now have another name. */
  readonly setAside: readonly string[];
}

export interface DurableStore<T> {
  readonly report: StoreReport;
  /** The data as it stands on disk. Must not be changed in place. */
  readonly read: () => T;
  /**
   * Applies the change to the newest data and resolves when it is flushed to disk. Changes run in the order they were
   * asked for; several may share one write. On failure nothing is changed. Returning the same object writes nothing.
   */
  readonly update: (change: (current: T) => T) => Promise<Result<T>>;
  /** Waits until every update asked for so far is done. */
  readonly flush: () => Promise<void>;
}

/**
 * Opens a lowdb store over a durable file. Fails with profileNewer when the file is of a newer version, profileDamaged
 * (see `whenUnreadable`), diskDenied or diskFull; the file is then untouched.
 */
export async function openStore<T>(options: StoreOptions<T>): Promise<Result<DurableStore<T>>> {
  const disk = options.disk ?? nodeDisk;
  try {
    const found = await find(disk, options);
    if (!found.ok) return found;
    const { data, generation, report } = found.value;
    const low = new Low<T>(durableAdapter(disk, options, generation), data);
    // A recovered file gets its current generation back at once, or every start would tell of the damage again.
    // On a full disk the next update does it.
    if (report.origin === 'previous') await low.write().catch((error) => diskFailure(error, options.file));
    return ok(singleWriter(low, options.file, report));
  } catch (error) {
    return diskFailure(error, options.file);
  }
}

interface Found<T> {
  readonly data: T;
  readonly generation: number;
  readonly report: StoreReport;
}

async function find<T>(disk: Disk, options: StoreOptions<T>): Promise<Result<Found<T>>> {
  const { file, initial } = options;
  await removeLeftovers(disk, file);
  const current = await load(disk, file, options);
  if (current.state === 'newer') return newer(file, current.version);
  if (current.state === 'good') return ok({ ...current, report: { origin: 'current', setAside: [] } });
  const previous = await load(disk, previousOf(file), options);
  if (previous.state === 'newer') return newer(file, previous.version);
  if (previous.state === 'missing' && current.state === 'missing') {
    return ok({ data: initial, generation: 0, report: { origin: 'missing', setAside: [] } });
  }
  if (previous.state !== 'good' && options.whenUnreadable !== 'setAside') {
    return failure('profileDamaged', { file: path.basename(file), detail: { setAside: file } });
  }
  const now = options.now ?? Date.now;
  const aside: string[] = [];
  if (current.state === 'damaged') aside.push(await setAside(disk, file, now()));
  if (previous.state === 'damaged') aside.push(await setAside(disk, previousOf(file), now()));
  if (previous.state === 'good') return ok({ ...previous, report: { origin: 'previous', setAside: aside } });
  return ok({ data: initial, generation: 0, report: { origin: 'unreadable', setAside: aside } });
}

const newer = (file: string, version: number): Result<never> =>
  failure('profileNewer', { file: path.basename(file), detail: { version } });

type Loaded<T> =
  | { readonly state: 'missing' | 'damaged' }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'good'; readonly data: T; readonly generation: number };

async function load<T>(disk: Disk, file: string, options: StoreOptions<T>): Promise<Loaded<T>> {
  const stored = await readDurable(disk, file, options.kind);
  if (stored.state !== 'intact') return { state: stored.state };
  if (stored.version > options.version) return { state: 'newer', version: stored.version };
  let data = stored.data;
  for (let version = stored.version; version < options.version; version++) {
    const migrate = options.migrations?.[version];
    if (migrate === undefined) throw new Error(`${options.kind}: no migration from version ${version}`);
    data = migrate(data);
  }
  const checked = v.safeParse(options.schema, data);
  if (!checked.success) return { state: 'damaged' };
  return { state: 'good', data: checked.output, generation: stored.generation };
}

function durableAdapter<T>(disk: Disk, options: StoreOptions<T>, lastGeneration: number) {
  let generation = lastGeneration;
  return {
    read: (): Promise<T | null> => Promise.resolve(null),
    write: (data: T): Promise<void> => {
      generation += 1;
      return writeDurable(disk, options.file, {
        kind: options.kind,
        version: options.version,
        generation,
        data,
      });
    },
  };
}

interface Waiting<T> {
  readonly change: (current: T) => T;
  readonly done: (result: Result<T>) => void;
  readonly broken: (error: unknown) => void;
}

function singleWriter<T>(low: Low<T>, file: string, report: StoreReport): DurableStore<T> {
  const waiting: Waiting<T>[] = [];
  let saved = low.data;
  let writing: Promise<void> | null = null;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = applyChanges(low, waiting.splice(0));
      try {
        const result = await saveChanges(low, saved, file);
        saved = low.data;
        for (const { done } of batch) done(result);
      } catch (error) {
        for (const { broken } of batch) broken(error);
      }
    }
    writing = null;
  };

  return {
    report,
    read: () => saved,
    update: (change) =>
      new Promise((done, broken) => {
        waiting.push({ change, done, broken });
        writing ??= Promise.resolve().then(writeAll);
      }),
    flush: async () => {
      while (writing !== null) await writing;
    },
  };
}

/** A change that throws is a bug of its caller: that one is told, the others go on. */
function applyChanges<T>(low: Low<T>, batch: readonly Waiting<T>[]): readonly Waiting<T>[] {
  return batch.filter(({ change, broken }) => {
    try {
      low.data = change(low.data);
      return true;
    } catch (error) {
      broken(error);
      return false;
    }
  });
}

async function saveChanges<T>(low: Low<T>, saved: T, file: string): Promise<Result<T>> {
  if (low.data === saved) return ok(saved);
  try {
    await low.write();
    return ok(low.data);
  } catch (error) {
    low.data = saved;
    return diskFailure(error, file);
  }
}
