import { randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { failure, ok, type Result } from '../../core/errors.ts';
import type { Disk } from './disk.ts';
import { errorCodeOf } from './diskFailure.ts';
import type { Processes } from './processes.ts';

/** One Beredd per profile: a file that says which program on which computer uses it. */
export interface ProfileLock {
  readonly release: () => Promise<void>;
}

const holderSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
  /** Milliseconds since 1970. */
  since: v.number(),
  programStart: v.nullable(v.string()),
  token: v.string(),
});
type Holder = v.InferOutput<typeof holderSchema>;

interface LockOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly now: () => number;
  readonly processes: Processes;
}

const lockName = 'beredd.lock';
/** The clock of the start is an estimate and may be set while the computer runs. */
const bootUncertainty = 120_000;

/**
 * Takes the profile, also from a program of this computer that has ended without letting go. Fails with profileLocked
 * (detail: host, pid, since) when another program uses it; one on another computer cannot be asked whether it still
 * runs, so its lock is never taken. Throws errors of the disk.
 */
export async function takeProfileLock(options: LockOptions): Promise<Result<ProfileLock>> {
  const { disk, folder, processes, now } = options;
  const file = path.join(folder, lockName);
  const mine: Holder = {
    pid: processes.pid,
    host: processes.host,
    since: now(),
    programStart: processes.startOf(processes.pid),
    token: randomBytes(8).toString('hex'),
  };
  if (await createLock(disk, file, mine)) return ok(heldLock(disk, file, mine));
  const inTheWay = await takeOver(options, file, mine);
  if (inTheWay === null) return ok(heldLock(disk, file, mine));
  const { host, pid, since } = inTheWay;
  return failure('profileLocked', { file: folder, detail: { host, pid, since } });
}

/** A guard file lets only one of several programs replace an abandoned lock. */
async function takeOver(options: LockOptions, file: string, mine: Holder): Promise<Holder | null> {
  const { disk, processes } = options;
  const held = await settledHolderOf(disk, file);
  if (held !== null && !isAbandoned(held, processes)) return held;
  const guard = `${file}.takeover`;
  const guardHolder = await holderOf(disk, guard);
  if (guardHolder !== null && !isAbandoned(guardHolder, processes)) return guardHolder;
  await disk.remove(guard);
  if (!(await createLock(disk, guard, mine))) return (await holderOf(disk, guard)) ?? mine;
  try {
    const stillHeld = await holderOf(disk, file);
    if (stillHeld !== null && !isAbandoned(stillHeld, processes)) return stillHeld;
    await disk.remove(file);
    return (await createLock(disk, file, mine)) ? null : ((await holderOf(disk, file)) ?? mine);
  } finally {
    await disk.remove(guard);
  }
}

function isAbandoned(holder: Holder, processes: Processes): boolean {
  if (holder.host !== processes.host) return false;
  if (holder.since < processes.bootedAt() - bootUncertainty) return true;
  if (!processes.isRunning(holder.pid)) return true;
  const start = processes.startOf(holder.pid);
  return start !== null && holder.programStart !== null && start !== holder.programStart;
}

/** Null when there is no lock, or one that names nobody: only a power cut leaves such a file, so its holder is gone. */
async function holderOf(disk: Disk, file: string): Promise<Holder | null> {
  const bytes = await disk.read(file);
  if (bytes === null) return null;
  try {
    const holder = v.safeParse(holderSchema, JSON.parse(Buffer.from(bytes).toString()));
    return holder.success ? holder.output : null;
  } catch {
    return null;
  }
}

/** Where links are unknown the file is copied into place, and may be seen before it is complete. */
async function settledHolderOf(disk: Disk, file: string): Promise<Holder | null> {
  const holder = await holderOf(disk, file);
  if (holder !== null || (await disk.size(file)) === null) return holder;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return holderOf(disk, file);
}

/** The file gets its name only when its content is complete. False when the name is taken. */
async function createLock(disk: Disk, file: string, holder: Holder): Promise<boolean> {
  const temporary = `${file}.${holder.token}`;
  const handle = await disk.createExclusive(temporary);
  try {
    await handle.append(Buffer.from(`${JSON.stringify(holder)}\n`));
    await handle.sync();
    await disk.link(temporary, file);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await handle.close().catch(() => undefined);
    await disk.remove(temporary).catch(() => undefined);
  }
}

function heldLock(disk: Disk, file: string, mine: Holder): ProfileLock {
  return {
    release: async () => {
      if ((await holderOf(disk, file))?.token === mine.token) await disk.remove(file);
    },
  };
}
