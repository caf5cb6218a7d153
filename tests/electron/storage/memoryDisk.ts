import path from 'node:path';
import type { Disk, DiskFile } from '../../../electron/storage/disk.ts';

/** A disk in memory that forgets what was not flushed, fills up, fails and loses power when a test says so. */
export interface MemoryDisk extends Disk {
  /** Steps done so far: every call that touches the disk is one. */
  readonly steps: () => number;
  /** The power goes before the step with this number; from then on every call throws `PowerCut`. */
  readonly cutPowerAt: (step: number) => void;
  /** This step fails with this code; a failing flush also loses what it should have flushed. */
  readonly failAt: (step: number, code: string) => void;
  /** No more than this many bytes in all files together. */
  readonly setCapacity: (bytes: number) => void;
  /**
   * The disk after the computer started again: what was not flushed is there, half there or gone, as `random` decides.
   * On this one every call now throws `PowerCut`, so that a program that is thought dead stays dead.
   */
  readonly restart: (random: () => number) => MemoryDisk;
  /** As the process sees it now, without counting a step. */
  readonly peek: (file: string) => Uint8Array | null;
  /** Changes bytes behind everybody's back. */
  readonly poke: (file: string, bytes: Uint8Array | null) => void;
  readonly files: () => readonly string[];
}

export class PowerCut extends Error {}

interface Inode {
  bytes: Uint8Array;
  flushed: Uint8Array;
}

type Entries = Map<string, Inode>;
interface PendingEntry {
  readonly folder: string;
  readonly apply: (entries: Entries) => void;
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same bytes with one bit changed, for every bit. */
export function* everyBitFlip(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = Uint8Array.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield copy;
  }
}

export function memoryDisk(image: Entries = new Map()): MemoryDisk {
  const entries: Entries = new Map(image);
  let flushedEntries: Entries = new Map(image);
  let pending: PendingEntry[] = [];
  let step = 0;
  let cutAt = Infinity;
  let capacity = Infinity;
  const failures = new Map<number, string>();

  const used = (): number => [...new Set(entries.values())].reduce((sum, { bytes }) => sum + bytes.length, 0);

  const takeStep = (): void => {
    const current = step++;
    if (current >= cutAt) throw new PowerCut('the power is gone');
    const code = failures.get(current);
    if (code !== undefined) throw errno(code);
  };

  const change = (file: string, apply: (target: Entries) => void): void => {
    apply(entries);
    pending.push({ folder: path.dirname(file), apply });
  };

  const found = (file: string): Inode => {
    const inode = entries.get(file);
    if (inode === undefined) throw errno('ENOENT');
    return inode;
  };

  const write = (inode: Inode, bytes: Uint8Array): void => {
    const room = Math.max(0, capacity - used());
    inode.bytes = Buffer.concat([inode.bytes, bytes.subarray(0, room)]);
    if (room < bytes.length) throw errno('ENOSPC');
  };

  const openFile = (inode: Inode): DiskFile => ({
    append: async (bytes) => {
      // The power may go in the middle of a write.
      if (step >= cutAt) inode.bytes = Buffer.concat([inode.bytes, bytes]);
      takeStep();
      write(inode, bytes);
    },
    sync: async () => {
      try {
        takeStep();
      } catch (error) {
        if (!(error instanceof PowerCut)) inode.bytes = inode.flushed;
        throw error;
      }
      inode.flushed = inode.bytes;
    },
    truncate: async (length) => {
      takeStep();
      inode.bytes = inode.bytes.subarray(0, length);
    },
    close: async () => takeStep(),
  });

  return {
    read: async (file) => {
      takeStep();
      return entries.get(file)?.bytes ?? null;
    },
    size: async (file) => {
      takeStep();
      return entries.get(file)?.bytes.length ?? null;
    },
    names: async (folder) => {
      takeStep();
      const below = [...entries.keys()].filter((file) => file.startsWith(folder + path.sep));
      const names = below.map((file) => path.relative(folder, file).split(path.sep)[0] ?? '');
      return [...new Set(names)];
    },
    createExclusive: async (file) => {
      takeStep();
      if (entries.has(file)) throw errno('EEXIST');
      const inode: Inode = { bytes: new Uint8Array(), flushed: new Uint8Array() };
      change(file, (target) => target.set(file, inode));
      return openFile(inode);
    },
    openForAppend: async (file) => {
      takeStep();
      return openFile(found(file));
    },
    rename: async (from, to) => {
      takeStep();
      const inode = found(from);
      change(to, (target) => {
        target.delete(from);
        target.set(to, inode);
      });
    },
    link: async (from, to) => {
      takeStep();
      if (entries.has(to)) throw errno('EEXIST');
      const inode = found(from);
      change(to, (target) => target.set(to, inode));
    },
    remove: async (file) => {
      takeStep();
      change(file, (target) => target.delete(file));
    },
    makeFolder: async () => takeStep(),
    syncFolder: async (folder) => {
      takeStep();
      for (const entry of pending) if (entry.folder === folder) entry.apply(flushedEntries);
      pending = pending.filter((entry) => entry.folder !== folder);
    },
    steps: () => step,
    cutPowerAt: (at) => {
      cutAt = at;
    },
    failAt: (at, code) => failures.set(at, code),
    setCapacity: (bytes) => {
      capacity = bytes;
    },
    restart: (random) => {
      for (const entry of pending) if (random() < 0.5) entry.apply(flushedEntries);
      const images = new Map(
        [...new Set(flushedEntries.values())].map((inode) => [inode, afterPowerCut(inode, random)]),
      );
      cutAt = 0;
      return memoryDisk(
        new Map(
          [...flushedEntries].map(([file, inode]) => {
            const bytes = images.get(inode) ?? new Uint8Array();
            return [file, { bytes, flushed: bytes }];
          }),
        ),
      );
    },
    peek: (file) => {
      const inode = entries.get(file);
      return inode === undefined ? null : Uint8Array.from(inode.bytes);
    },
    poke: (file, bytes) => {
      if (bytes === null) entries.delete(file);
      else entries.set(file, { bytes, flushed: bytes });
      flushedEntries = new Map(entries);
    },
    files: () => [...entries.keys()].sort(),
  };
}

/** Flushed bytes stand; of the rest a piece of any length arrived, and sometimes zeros where bytes should be. */
function afterPowerCut(inode: Inode, random: () => number): Uint8Array {
  const { bytes, flushed } = inode;
  if (bytes.length <= flushed.length) return random() < 0.5 ? flushed : bytes;
  const length = flushed.length + Math.floor(random() * (bytes.length - flushed.length + 1));
  const image = Uint8Array.from(bytes.subarray(0, length));
  if (random() < 0.25) image.fill(0, flushed.length + Math.floor(random() * (length - flushed.length)));
  return image;
}

function errno(code: string): Error {
  return Object.assign(new Error(code), { code });
}
