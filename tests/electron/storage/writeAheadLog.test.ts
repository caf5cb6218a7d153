import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../electron/storage/disk.ts';
import { headerLine, logLine } from '../../../electron/storage/logLines.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import {
  openWriteAheadLog,
  readPreviousLog,
  type LogOptions,
  type WriteAheadLog,
} from '../../../electron/storage/writeAheadLog.ts';
import { everyBitFlip, memoryDisk, PowerCut, seeded, type MemoryDisk } from './memoryDisk.ts';
import { realFolder } from './realDisk.ts';

const file = path.join(path.sep, 'profile', 'notes', 'wal');
const options = (disk: Disk, more: Partial<LogOptions> = {}): LogOptions => ({
  disk,
  file,
  kind: 'notes',
  version: 1,
  now: () => Date.UTC(2026, 5, 1, 8, 0, 0),
  ...more,
});

async function open(disk: Disk, more: Partial<LogOptions> = {}): Promise<WriteAheadLog> {
  const opened = await openWriteAheadLog(options(disk, more));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const entry = (number: number) => ({ number, text: `anteckning ${number}: åäö` });
const numbersOf = (entries: readonly unknown[]): unknown[] =>
  entries.map((value) =>
    typeof value === 'object' && value !== null && 'number' in value ? value.number : null,
  );

const smallLog = (): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([headerLine('notes', 1), ...[1, 2, 3].map((number) => logLine(entry(number)).bytes)]),
  );

describe('a write-ahead log', () => {
  it('is made by the first append and has everything after a restart', async () => {
    let disk = memoryDisk();
    const log = await open(disk);
    expect(log.existed).toBe(false);
    expect(disk.files()).toEqual([]);
    expect(await log.append([entry(1), entry(2)])).toEqual({ ok: true, value: undefined });
    expect(await log.append([entry(3)])).toEqual({ ok: true, value: undefined });
    expect(log.size()).toBe(smallLog().length);
    disk = disk.restart(() => 0.9);
    const again = await open(disk);
    expect(again.existed).toBe(true);
    expect(numbersOf(again.entries)).toEqual([1, 2, 3]);
    expect(again.count()).toBe(3);
  });

  it('shares one flush among appends that come at the same time', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await log.append([entry(0)]);
    const before = disk.steps();
    await Promise.all(Array.from({ length: 50 }, (_, index) => log.append([entry(index + 1)])));
    expect(disk.steps() - before).toBeLessThan(6);
    expect(numbersOf((await open(disk)).entries)).toEqual([...Array(51).keys()]);
  });

  it('loses nothing acknowledged when the power goes before any step', async () => {
    const work = async (disk: MemoryDisk, acknowledged: (numbers: number[]) => void): Promise<void> => {
      const log = await open(disk);
      const append = async (...numbers: number[]): Promise<void> => {
        if ((await log.append(numbers.map(entry))).ok) acknowledged(numbers);
      };
      await append(1);
      await Promise.all([append(2), append(3, 4), append(5)]);
      await log.rotate(3);
      await append(6);
      await log.close();
    };
    const whole = memoryDisk();
    await work(whole, () => undefined);
    for (let cut = 0; cut <= whole.steps(); cut++) {
      for (let seed = 0; seed < 20; seed++) {
        let disk = memoryDisk();
        disk.cutPowerAt(cut);
        const acknowledged: number[] = [];
        await work(disk, (numbers) => acknowledged.push(...numbers)).catch((error: unknown) => {
          if (!(error instanceof PowerCut)) throw error;
        });
        disk = disk.restart(seeded(cut * 1000 + seed));
        const log = await open(disk);
        const there = numbersOf([...(await readPreviousLog({ disk, file })), ...log.entries]);
        expect(there, `cut at ${cut}, seed ${seed}`).toEqual(expect.arrayContaining(acknowledged));
        // Written again after the mending, and still there.
        expect(await log.append([entry(99)])).toMatchObject({ ok: true });
        expect(numbersOf((await open(disk)).entries)).toEqual([...numbersOf(log.entries), 99]);
      }
    }
  });

  it('keeps every line before the place where it was cut', async () => {
    const bytes = smallLog();
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1);
    for (let length = 0; length <= bytes.length; length++) {
      const disk = memoryDisk();
      disk.poke(file, bytes.subarray(0, length));
      const log = await open(disk);
      // A line that lacks only its line feed is whole.
      const wholeLines = ends.filter((end) => end - 1 <= length).length;
      expect(numbersOf(log.entries)).toEqual([1, 2, 3].slice(0, Math.max(0, wholeLines - 1)));
      // The first line is flushed before the log gets its name: a cut there is damage and no unfinished write.
      expect(log.damage === null).toBe(wholeLines > 0);
      if (log.damage !== null)
        expect(disk.peek(log.damage.setAside)).toEqual(Uint8Array.from(bytes.subarray(0, length)));
      await log.append([entry(4)]);
      expect(numbersOf((await open(disk)).entries)).toEqual([...numbersOf(log.entries), 4]);
    }
  });

  it('tells of every damaged bit and loses at most the line that has it', async () => {
    for (const damaged of everyBitFlip(smallLog())) {
      const disk = memoryDisk();
      disk.poke(file, damaged);
      const log = await open(disk);
      expect(log.damage).toEqual({ setAside: `${file}.damaged-20260601T080000`, lines: expect.any(Number) });
      expect(disk.peek(log.damage?.setAside ?? '')).toEqual(damaged);
      const kept = numbersOf(log.entries);
      expect(kept.length).toBeGreaterThanOrEqual(2);
      expect([1, 2, 3].filter((number) => kept.includes(number))).toEqual(kept);
      const again = await open(disk);
      expect(again.damage).toBeNull();
      expect(numbersOf(again.entries)).toEqual(kept);
    }
  });

  it('keeps the lines on both sides of a damaged line feed', async () => {
    const bytes = Uint8Array.from(smallLog());
    const feeds = [...bytes.keys()].filter((at) => bytes[at] === 0x0a);
    for (const at of feeds) {
      const disk = memoryDisk();
      const damaged = Uint8Array.from(bytes);
      damaged[at] = 0x4a;
      disk.poke(file, damaged);
      const log = await open(disk);
      expect(numbersOf(log.entries)).toEqual([1, 2, 3]);
      expect(log.damage).not.toBeNull();
    }
  });

  it('can be read on a full disk even when it needs mending, and mends when there is room', async () => {
    const disk = memoryDisk();
    const damaged = Uint8Array.from(smallLog());
    damaged[damaged.length - 10] = 0x21;
    disk.poke(file, damaged);
    disk.setCapacity(damaged.length);
    const log = await open(disk);
    expect(numbersOf(log.entries)).toEqual([1, 2]);
    expect(await log.append([entry(4)])).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    expect(disk.peek(file)).toEqual(damaged);
    disk.setCapacity(Infinity);
    expect(await log.append([entry(4)])).toMatchObject({ ok: true });
    expect(disk.peek(log.damage?.setAside ?? '')).toEqual(damaged);
    expect(numbersOf((await open(disk)).entries)).toEqual([1, 2, 4]);
  });

  it('tells of a full disk at any byte, does not keep what it refused, and goes on when there is room', async () => {
    const lineLength = logLine(entry(2)).bytes.length;
    for (let room = 0; room < lineLength; room++) {
      let disk = memoryDisk();
      const log = await open(disk);
      await log.append([entry(1)]);
      disk.setCapacity(log.size() + room);
      expect(await log.append([entry(2)])).toMatchObject({
        ok: false,
        error: { code: 'diskFull', file: 'wal' },
      });
      expect(numbersOf((await open(disk)).entries)).toEqual([1]);
      disk.setCapacity(Infinity);
      expect(await log.append([entry(3)])).toMatchObject({ ok: true });
      disk = disk.restart(seeded(room));
      const again = await open(disk);
      expect(numbersOf(again.entries)).toEqual([1, 3]);
      expect(again.damage).toBeNull();
    }
  });

  it('leaves no half line behind even when that cannot be cut off at once', async () => {
    for (let offset = 0; offset < 3; offset++) {
      const disk = memoryDisk();
      const log = await open(disk);
      await log.append([entry(1)]);
      disk.setCapacity(log.size() + 20);
      disk.failAt(disk.steps() + offset, 'EIO');
      expect((await log.append([entry(2)])).ok).toBe(false);
      disk.setCapacity(Infinity);
      expect(await log.append([entry(3)])).toMatchObject({ ok: true });
      const again = await open(disk);
      expect(numbersOf(again.entries)).toEqual([1, 3]);
      expect(again.damage).toBeNull();
    }
  });

  it('writes the log anew after a flush that failed, because the disk may have forgotten earlier bytes', async () => {
    for (let offset = 0; offset < 6; offset++) {
      let disk = memoryDisk();
      const log = await open(disk);
      await log.append([entry(1)]);
      disk.failAt(disk.steps() + offset, 'EIO');
      const second = await log.append([entry(2)]);
      const third = await log.append([entry(3)]);
      disk = disk.restart(seeded(offset));
      const there = numbersOf((await open(disk)).entries);
      expect(there).toEqual([1, ...(second.ok ? [2] : []), ...(third.ok ? [3] : [])]);
    }
  });

  it('starts a new log by rotation, keeps the entries that came later, and the old log', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await log.append([entry(1), entry(2), entry(3)]);
    expect(await log.rotate(2)).toMatchObject({ ok: true });
    await log.append([entry(4)]);
    expect(log.count()).toBe(2);
    expect(numbersOf((await open(disk)).entries)).toEqual([3, 4]);
    expect(numbersOf(await readPreviousLog({ disk, file }))).toEqual([1, 2, 3]);
  });

  it('refuses a log of a newer version and leaves it alone', async () => {
    const disk = memoryDisk();
    const newer = Buffer.concat([headerLine('notes', 2), logLine(entry(1)).bytes]);
    disk.poke(file, newer);
    expect(await openWriteAheadLog(options(disk))).toMatchObject({
      ok: false,
      error: { code: 'profileNewer' },
    });
    expect(disk.peek(file)).toEqual(Uint8Array.from(newer));
  });
});

describe('a write-ahead log on the real disk', () => {
  const nextFolder = realFolder();

  it('has everything after closing and opening', async () => {
    const real = { file: path.join(nextFolder(), 'wal') };
    const log = await open(nodeDisk, real);
    await Promise.all(Array.from({ length: 200 }, (_, index) => log.append([entry(index)])));
    await log.rotate(150);
    await log.close();
    expect(numbersOf((await open(nodeDisk, real)).entries)).toEqual(
      [...Array(50).keys()].map((n) => n + 150),
    );
    expect(numbersOf(await readPreviousLog({ disk: nodeDisk, ...real }))).toEqual([...Array(200).keys()]);
  });

  it('cuts off an unfinished last line', async () => {
    const real = { file: path.join(nextFolder(), 'wal') };
    fs.writeFileSync(real.file, smallLog().subarray(0, smallLog().length - 5));
    const log = await open(nodeDisk, real);
    expect(numbersOf(log.entries)).toEqual([1, 2]);
    await log.append([entry(4)]);
    await log.close();
    expect(numbersOf((await open(nodeDisk, real)).entries)).toEqual([1, 2, 4]);
  });

  it('sets a damaged log aside', async () => {
    const folder = nextFolder();
    fs.writeFileSync(path.join(folder, 'wal'), 'not a log\n');
    const log = await open(nodeDisk, { file: path.join(folder, 'wal') });
    expect(log.entries).toEqual([]);
    expect(fs.readdirSync(folder).sort()).toEqual(['wal', 'wal.damaged-20260601T080000']);
  });
});
