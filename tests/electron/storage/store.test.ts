import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../electron/storage/disk.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import { openStore, type DurableStore, type StoreOptions } from '../../../electron/storage/store.ts';
import { everyBitFlip, memoryDisk, PowerCut, seeded, type MemoryDisk } from './memoryDisk.ts';
import { realFolder } from './realDisk.ts';

interface Counter {
  readonly count: number;
  readonly name: string;
}
const schema = v.object({ count: v.number(), name: v.string() });
const file = path.join(path.sep, 'profile', 'library.json');
const now = () => Date.UTC(2026, 5, 1, 8, 0, 0);

const options = (disk: Disk, more: Partial<StoreOptions<Counter>> = {}): StoreOptions<Counter> => ({
  file,
  kind: 'library',
  version: 1,
  schema,
  initial: { count: 0, name: 'åäö' },
  disk,
  now,
  ...more,
});

async function open(disk: Disk, more: Partial<StoreOptions<Counter>> = {}): Promise<DurableStore<Counter>> {
  const opened = await openStore(options(disk, more));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const setCount = (count: number) => (current: Counter) => ({ ...current, count });

async function twoGenerations(disk: Disk): Promise<void> {
  const store = await open(disk);
  await store.update(setCount(1));
  await store.update(setCount(2));
}

function bytesOf(disk: MemoryDisk, name: string): Uint8Array {
  const bytes = disk.peek(name);
  if (bytes === null) throw new Error(`${name} is missing`);
  return bytes;
}

describe('a durable store', () => {
  it('says that a file that was never there is missing, and starts from the initial data', async () => {
    const store = await open(memoryDisk());
    expect(store.report).toEqual({ origin: 'missing', setAside: [] });
    expect(store.read()).toEqual({ count: 0, name: 'åäö' });
  });

  it('shows a change only when it is flushed, and has it after a restart', async () => {
    const disk = memoryDisk();
    const store = await open(disk);
    const change = store.update(setCount(7));
    expect(store.read().count).toBe(0);
    expect(await change).toEqual({ ok: true, value: { count: 7, name: 'åäö' } });
    expect(store.read().count).toBe(7);
    expect((await open(disk.restart(() => 0.9))).read().count).toBe(7);
  });

  it('is readable text: a line that describes the file, then JSON', async () => {
    const disk = memoryDisk();
    await twoGenerations(disk);
    const text = Buffer.from(bytesOf(disk, file)).toString();
    const [header, ...body] = text.split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({
      format: 'beredd-store',
      kind: 'library',
      generation: 2,
    });
    expect(JSON.parse(body.join('\n'))).toEqual({ count: 2, name: 'åäö' });
  });

  it('runs changes in the order they were asked for and shares writes among them', async () => {
    const disk = memoryDisk();
    const store = await open(disk);
    const seen: number[] = [];
    const changes = Array.from({ length: 100 }, () =>
      store.update((current) => {
        seen.push(current.count);
        return { ...current, count: current.count + 1 };
      }),
    );
    await store.flush();
    expect(store.read().count).toBe(100);
    await Promise.all(changes);
    expect(seen).toEqual([...seen.keys()]);
    const header = Buffer.from(bytesOf(disk, file)).toString().split('\n')[0] ?? '';
    expect(JSON.parse(header)).toMatchObject({ generation: 1 });
  });

  it('writes nothing when a change gives the same object', async () => {
    const disk = memoryDisk();
    const store = await open(disk);
    await store.update((current) => current);
    expect(disk.files()).toEqual([]);
  });

  it('tells only the one whose change throws', async () => {
    const store = await open(memoryDisk());
    const broken = store.update(() => {
      throw new Error('a bug');
    });
    const good = store.update(setCount(3));
    await expect(broken).rejects.toThrow('a bug');
    expect(await good).toMatchObject({ ok: true, value: { count: 3 } });
  });

  it('loses nothing acknowledged when the power goes before any step', async () => {
    const work = async (disk: MemoryDisk, acknowledged: (count: number) => void): Promise<void> => {
      const store = await open(disk);
      for (let count = 1; count <= 4; count++) {
        if ((await store.update(setCount(count))).ok) acknowledged(count);
      }
    };
    const whole = memoryDisk();
    await work(whole, () => undefined);
    for (let cut = 0; cut <= whole.steps(); cut++) {
      for (let seed = 0; seed < 12; seed++) {
        let disk = memoryDisk();
        disk.cutPowerAt(cut);
        let last = 0;
        await work(disk, (count) => (last = count)).catch((error: unknown) => {
          if (!(error instanceof PowerCut)) throw error;
        });
        disk = disk.restart(seeded(cut * 100 + seed));
        const store = await open(disk);
        expect(store.read().count, `cut at ${cut}, seed ${seed}`).toBeGreaterThanOrEqual(last);
        expect(store.read().count).toBeLessThanOrEqual(last + 1);
        expect(store.report.setAside).toEqual([]);
      }
    }
  });

  it('tells of a full disk at any byte, keeps what stood, and goes on when there is room', async () => {
    const disk = memoryDisk();
    await twoGenerations(disk);
    const used = bytesOf(disk, file).length * 2;
    for (let room = 0; room < bytesOf(disk, file).length; room += 7) {
      const store = await open(disk);
      const before = store.read();
      disk.setCapacity(used + room);
      expect(await store.update(setCount(999))).toMatchObject({
        ok: false,
        error: { code: 'diskFull', file: 'library.json' },
      });
      expect(store.read()).toEqual(before);
      expect((await open(disk)).read()).toEqual(before);
      disk.setCapacity(Infinity);
      expect(await store.update(setCount(before.count))).toMatchObject({ ok: true });
    }
    expect(disk.files()).toEqual([file, `${file}.previous`]);
  });

  it('tells when the disk refuses a flush, and has the old data', async () => {
    let disk = memoryDisk();
    const store = await open(disk);
    await store.update(setCount(1));
    disk.failAt(disk.steps() + 2, 'EIO');
    const failed = await store.update(setCount(2));
    expect(failed).toMatchObject({ ok: false, error: { code: 'diskDenied', detail: { reason: 'EIO' } } });
    disk = disk.restart(() => 0.2);
    expect((await open(disk)).read().count).toBe(1);
  });

  it('reads the previous generation when any bit of the file is damaged, and sets the file aside', async () => {
    const original = memoryDisk();
    await twoGenerations(original);
    for (const damaged of everyBitFlip(bytesOf(original, file))) {
      const disk = memoryDisk();
      disk.poke(file, damaged);
      disk.poke(`${file}.previous`, bytesOf(original, `${file}.previous`));
      const store = await open(disk);
      expect(store.report).toEqual({ origin: 'previous', setAside: [`${file}.damaged-20260601T080000`] });
      expect(store.read().count).toBe(1);
      expect(disk.peek(store.report.setAside[0] ?? '')).toEqual(damaged);
      expect((await open(disk)).report.origin).toBe('current');
    }
  });

  it('reads the previous generation when the file is cut anywhere or emptied', async () => {
    const original = memoryDisk();
    await twoGenerations(original);
    const bytes = bytesOf(original, file);
    for (let length = 0; length < bytes.length; length++) {
      const disk = memoryDisk();
      disk.poke(file, bytes.subarray(0, length));
      disk.poke(`${file}.previous`, bytesOf(original, `${file}.previous`));
      const store = await open(disk);
      expect(store.read().count).toBe(1);
      expect(store.report.origin).toBe('previous');
    }
  });

  it('stops and leaves both files where they are when neither can be read', async () => {
    const disk = memoryDisk();
    disk.poke(file, Buffer.from('<html>'));
    disk.poke(`${file}.previous`, Buffer.from(''));
    expect(await openStore(options(disk))).toMatchObject({
      ok: false,
      error: { code: 'profileDamaged', file: 'library.json' },
    });
    expect(disk.files()).toEqual([file, `${file}.previous`]);
  });

  it('sets both aside and starts again only when that was asked for', async () => {
    const disk = memoryDisk();
    disk.poke(file, Buffer.from('null'));
    disk.poke(`${file}.previous`, Buffer.from('x'));
    const store = await open(disk, { whenUnreadable: 'setAside' });
    expect(store.report.origin).toBe('unreadable');
    expect(store.read().count).toBe(0);
    expect(disk.files()).toEqual([...store.report.setAside].sort());
  });

  it('counts data of another form as damaged', async () => {
    const disk = memoryDisk();
    await twoGenerations(disk);
    const other = await openStore({
      ...options(disk),
      schema: v.object({ count: v.string(), name: v.string() }),
      initial: { count: '', name: '' },
    });
    expect(other).toMatchObject({ ok: false, error: { code: 'profileDamaged' } });
  });

  it('refuses a file of a newer version and leaves it alone', async () => {
    const disk = memoryDisk();
    const newer = await open(disk, { version: 2 });
    await newer.update(setCount(5));
    const before = bytesOf(disk, file);
    expect(await openStore(options(disk))).toMatchObject({
      ok: false,
      error: { code: 'profileNewer', detail: { version: 2 } },
    });
    expect(disk.peek(file)).toEqual(before);
  });

  it('brings an older file to its version', async () => {
    const disk = memoryDisk();
    await twoGenerations(disk);
    const store = await open(disk, {
      version: 3,
      migrations: {
        1: (data) => ({ ...v.parse(schema, data), name: 'one' }),
        2: (data) => ({ ...v.parse(schema, data), count: 20 }),
      },
    });
    expect(store.read()).toEqual({ count: 20, name: 'one' });
  });

  it('sweeps away what an interrupted write left, and nothing else', async () => {
    const disk = memoryDisk();
    await twoGenerations(disk);
    disk.poke(`${file}.0123456789ab.tmp`, Buffer.from('half'));
    disk.poke(`${file}.mine.tmp`, Buffer.from('mine'));
    await open(disk);
    expect(disk.files()).toEqual([file, `${file}.mine.tmp`, `${file}.previous`]);
  });
});

describe('a durable store on the real disk', () => {
  const nextFolder = realFolder();

  it('keeps its data, its previous generation and nothing else', async () => {
    const folder = nextFolder();
    const real = { file: path.join(folder, 'library.json') };
    const store = await open(nodeDisk, real);
    for (let count = 1; count <= 5; count++) await store.update(setCount(count));
    expect((await open(nodeDisk, real)).read().count).toBe(5);
    expect(fs.readdirSync(folder).sort()).toEqual(['library.json', 'library.json.previous']);
  });

  it('recovers the previous generation of a cut file', async () => {
    const folder = nextFolder();
    const real = { file: path.join(folder, 'library.json') };
    const store = await open(nodeDisk, real);
    await store.update(setCount(1));
    await store.update(setCount(2));
    fs.truncateSync(real.file, 40);
    const recovered = await open(nodeDisk, real);
    expect(recovered.read().count).toBe(1);
    expect(fs.readdirSync(folder).sort()).toEqual([
      'library.json',
      'library.json.damaged-20260601T080000',
      'library.json.previous',
    ]);
  });

  it('tells when the folder is gone', async () => {
    const store = await open(nodeDisk, { file: path.join(nextFolder(), 'gone', 'library.json') });
    expect(await store.update(setCount(1))).toMatchObject({ ok: false, error: { code: 'diskDenied' } });
  });
});
