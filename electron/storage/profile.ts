import { randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { ok, type Result } from '../../core/errors.ts';
import type { Disk } from './disk.ts';
import { diskFailure } from './diskFailure.ts';
import { nodeDisk } from './nodeDisk.ts';
import { thisComputer, type Processes } from './processes.ts';
import { takeProfileLock } from './profileLock.ts';
import { openStore, type DurableStore } from './store.ts';

/** Where things are in a profile folder. Full paths. */
export interface ProfileLayout {
  readonly folder: string;
  readonly library: string;
  readonly packs: string;
  readonly documents: string;
  readonly notes: string;
}

/** This installation, as other devices will know it. */
export interface DeviceIdentity {
  /** 8 random bytes in base32, lower case. */
  readonly device: string;
  /** 5 random bytes in base32: new whenever the count of operations may have been lost. */
  readonly epoch: string;
}

export interface Profile {
  readonly layout: ProfileLayout;
  readonly identity: DeviceIdentity;
  /** Full paths of damaged files of the profile that were set aside at opening. */
  readonly setAside: readonly string[];
  /**
   * Ids for `count` operations, `device:epoch:seq`. None is ever given twice, whatever crashes: numbers are reserved
   * on disk before the first is used.
   */
  readonly operationIds: (count: number) => Promise<Result<readonly string[]>>;
  /** Lets go of the profile. */
  readonly close: () => Promise<void>;
}

export interface ProfileOptions {
  readonly disk?: Disk;
  readonly now?: () => number;
  readonly processes?: Processes;
  readonly randomBytes?: (count: number) => Uint8Array;
}

const deviceSchema = v.object({
  device: v.pipe(v.string(), v.regex(/^[a-z2-7]{13}$/)),
  epoch: v.pipe(v.string(), v.regex(/^[a-z2-7]{8}$/)),
  /** Every number below may have been used. */
  reserved: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
type Device = v.InferOutput<typeof deviceSchema>;

const block = 1000;

/**
 * Opens a profile folder, or makes it. Fails with profileLocked, profileNewer, or profileUnwritable (also for a folder
 * that cannot be read), diskFull.
 */
export async function openProfile(folder: string, options: ProfileOptions = {}): Promise<Result<Profile>> {
  const { disk = nodeDisk, now = Date.now, processes = thisComputer } = options;
  const layout = layoutOf(folder);
  try {
    await Promise.all([layout.packs, layout.documents, layout.notes].map((part) => disk.makeFolder(part)));
    const lock = await takeProfileLock({ disk, folder, now, processes });
    if (!lock.ok) return lock;
    const device = await openDevice(folder, disk, now, options.randomBytes ?? randomBytes);
    if (!device.ok) {
      await lock.value.release();
      return unwritable(device, folder);
    }
    const { device: name, epoch } = device.value.read();
    return ok({
      layout,
      identity: { device: name, epoch },
      setAside: device.value.report.setAside,
      operationIds: operationIds(device.value),
      close: lock.value.release,
    });
  } catch (error) {
    return unwritable(diskFailure(error, folder), folder);
  }
}

export const layoutOf = (folder: string): ProfileLayout => ({
  folder,
  library: path.join(folder, 'library.json'),
  packs: path.join(folder, 'packs'),
  documents: path.join(folder, 'documents'),
  notes: path.join(folder, 'notes'),
});

function unwritable(result: Result<unknown> & { ok: false }, folder: string): Result<never> {
  const { error } = result;
  if (error.code !== 'diskDenied') return { ok: false, error };
  return { ok: false, error: { ...error, code: 'profileUnwritable', file: folder } };
}

async function openDevice(
  folder: string,
  disk: Disk,
  now: () => number,
  random: (count: number) => Uint8Array,
): Promise<Result<DurableStore<Device>>> {
  const fresh: Device = { device: base32(random(8)), epoch: base32(random(5)), reserved: 0 };
  const store = await openStore({
    file: path.join(folder, 'device.json'),
    kind: 'device',
    version: 1,
    schema: deviceSchema,
    initial: fresh,
    // The file names this device and counts; a new name loses nothing.
    whenUnreadable: 'setAside',
    disk,
    now,
  });
  if (!store.ok || store.value.report.origin === 'current') return store;
  const saved = await store.value.update((found) =>
    store.value.report.origin === 'previous'
      ? // An older count may have been passed already.
        { ...found, epoch: fresh.epoch, reserved: 0 }
      : { ...fresh },
  );
  return saved.ok ? store : saved;
}

function operationIds(store: DurableStore<Device>): Profile['operationIds'] {
  // What an earlier run reserved and did not use is left out.
  let next = store.read().reserved;
  let queue: Promise<unknown> = Promise.resolve();
  const take = async (count: number): Promise<Result<readonly string[]>> => {
    const end = next + count;
    if (end > store.read().reserved) {
      const reserved = await store.update((device) => ({ ...device, reserved: end + block }));
      if (!reserved.ok) return reserved;
    }
    const { device, epoch } = store.read();
    const ids = Array.from({ length: count }, (_, index) => `${device}:${epoch}:${next + index}`);
    next = end;
    return ok(ids);
  };
  return (count) => {
    const turn = queue.then(() => take(count));
    queue = turn.catch(() => undefined);
    return turn;
  };
}

/** RFC 4648 in lower case, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}
