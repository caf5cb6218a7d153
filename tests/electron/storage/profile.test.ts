import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Disk } from '../../../electron/storage/disk.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import { thisComputer, type Processes } from '../../../electron/storage/processes.ts';
import { openProfile, type ProfileOptions } from '../../../electron/storage/profile.ts';
import { fixedBytes, valueOf } from '../notes/someProfile.ts';
import { memoryDisk, seeded } from './memoryDisk.ts';
import { realFolder } from './realDisk.ts';

const folder = path.join(path.sep, 'profile');
const lock = path.join(folder, 'beredd.lock');
const device = path.join(folder, 'device.json');
const bootedAt = 1_000_000_000_000;
const now = bootedAt + 3_600_000;

const computer = (pid: number, more: Partial<Processes> = {}): Processes => ({
  pid,
  host: 'laptop',
  bootedAt: () => bootedAt,
  isRunning: () => true,
  startOf: (asked) => `start of ${asked}`,
  ...more,
});

const open = (disk: Disk, processes: Processes, more: ProfileOptions = {}) =>
  openProfile(folder, { disk, processes, now: () => now, randomBytes: fixedBytes(1), ...more });

describe('the lock of a profile', () => {
  it('lets one Beredd in and tells the second which program has it', async () => {
    const disk = memoryDisk();
    const first = valueOf(await open(disk, computer(1)));
    expect(await open(disk, computer(2))).toEqual({
      ok: false,
      error: { code: 'profileLocked', file: folder, detail: { host: 'laptop', pid: 1, since: now } },
    });
    await first.close();
    expect(await open(disk, computer(2))).toMatchObject({ ok: true });
  });

  it.each([
    ['has ended', computer(2, { isRunning: () => false })],
    ['was running before the computer was started', computer(2, { bootedAt: () => now + 600_000 })],
    ['had the number that another program has now', computer(2, { startOf: () => 'another start' })],
  ])('is taken over from a program that %s', async (_why, second) => {
    const disk = memoryDisk();
    valueOf(await open(disk, computer(1)));
    const taken = valueOf(await open(disk, second));
    expect(Buffer.from(disk.peek(lock) ?? []).toString()).toContain('"pid":2');
    await taken.close();
    expect(disk.files()).toEqual([device]);
  });

  it('is never taken from another computer', async () => {
    const disk = memoryDisk();
    valueOf(await open(disk, computer(1, { host: 'desktop' })));
    expect(await open(disk, computer(2, { isRunning: () => false }))).toMatchObject({
      ok: false,
      error: { code: 'profileLocked', detail: { host: 'desktop' } },
    });
  });

  it('is not let go by a program that lost it', async () => {
    const disk = memoryDisk();
    const first = valueOf(await open(disk, computer(1)));
    valueOf(await open(disk, computer(2, { isRunning: () => false })));
    await first.close();
    expect(disk.peek(lock)).not.toBeNull();
  });

  it('is taken when a power cut left it empty', async () => {
    const disk = memoryDisk();
    disk.poke(lock, new Uint8Array());
    expect(await open(disk, computer(1))).toMatchObject({ ok: true });
  });

  it('lets only one of many in that find an abandoned lock', async () => {
    for (let round = 0; round < 20; round++) {
      const disk = memoryDisk();
      valueOf(await open(disk, computer(1)));
      const rivals = await Promise.all(
        [2, 3, 4, 5].map((pid) => open(disk, computer(pid, { isRunning: (asked) => asked !== 1 }))),
      );
      expect(rivals.filter(({ ok }) => ok).length).toBe(1);
    }
  });
});

describe('a profile', () => {
  it('keeps the name of its device', async () => {
    let disk = memoryDisk();
    const first = valueOf(await open(disk, computer(1)));
    expect(first.identity.device).toMatch(/^[a-z2-7]{13}$/);
    await first.close();
    disk = disk.restart(seeded(1));
    const gone = computer(2, { isRunning: () => false });
    const second = valueOf(await open(disk, gone, { randomBytes: fixedBytes(9) }));
    expect(second.identity).toEqual(first.identity);
  });

  it('gives no operation id twice, also when it is killed, and many at a time', async () => {
    let disk = memoryDisk();
    const ids: string[] = [];
    for (let run = 0; run < 5; run++) {
      const profile = valueOf(await open(disk, computer(run + 1, { isRunning: () => false })));
      const given = await Promise.all([3, 1, 2500, 7].map((count) => profile.operationIds(count)));
      ids.push(...given.flatMap(valueOf));
      disk = disk.restart(seeded(run));
    }
    expect(new Set(ids).size).toBe(5 * 2511);
  });

  it('goes on under a new epoch when the count of its operations may be old, and as a new device when it is lost', async () => {
    const disk = memoryDisk();
    const first = valueOf(await open(disk, computer(1)));
    valueOf(await first.operationIds(1));
    await first.close();
    disk.poke(device, Buffer.from('skräp'));
    const second = valueOf(await open(disk, computer(1), { randomBytes: fixedBytes(9) }));
    expect(second.identity.device).toBe(first.identity.device);
    expect(second.identity.epoch).not.toBe(first.identity.epoch);
    expect(second.setAside).toHaveLength(1);
    await second.close();
    disk.poke(device, Buffer.from('skräp'));
    disk.poke(`${device}.previous`, Buffer.from('skräp'));
    const third = valueOf(await open(disk, computer(1), { randomBytes: fixedBytes(17) }));
    expect(third.identity.device).not.toBe(first.identity.device);
    expect(third.setAside).toHaveLength(2);
  });

  it('is refused when the folder takes no writing or the disk is full, and lets go of the lock', async () => {
    for (const [code, told] of [
      ['EACCES', 'profileUnwritable'],
      ['EROFS', 'profileUnwritable'],
      ['ENOSPC', 'diskFull'],
    ] as const) {
      for (const step of [0, 5, 14]) {
        const disk = memoryDisk();
        disk.failAt(step, code);
        expect(await open(disk, computer(1)), `${code} at ${step}`).toMatchObject({
          ok: false,
          error: { code: told },
        });
        expect(await open(disk, computer(2)), `${code} at ${step}`).toMatchObject({ ok: true });
      }
    }
  });
});

describe('a profile on the real disk', () => {
  const nextFolder = realFolder();
  const children: ReturnType<typeof spawn>[] = [];
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

  const program = (): number => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    children.push(child);
    return child.pid ?? 0;
  };
  const as = (pid: number): Processes => ({ ...thisComputer, pid });

  it('has its folders, and nothing else once it is closed', async () => {
    const real = path.join(nextFolder(), 'new', 'profile');
    const profile = valueOf(await openProfile(real));
    await profile.close();
    expect(fs.readdirSync(real).sort()).toEqual(['device.json', 'documents', 'notes', 'packs']);
  });

  it('is locked while the program runs that has it, and free once it was killed', async () => {
    const real = nextFolder();
    const pid = program();
    valueOf(await openProfile(real, { processes: as(pid) }));
    expect(await openProfile(real)).toMatchObject({
      ok: false,
      error: { code: 'profileLocked', detail: { pid } },
    });
    const child = children[0];
    child?.kill('SIGKILL');
    if (child !== undefined) await once(child, 'exit');
    expect(await openProfile(real, { disk: nodeDisk })).toMatchObject({ ok: true });
  });

  it('is refused when it is a file', async () => {
    const file = path.join(nextFolder(), 'file');
    fs.writeFileSync(file, '');
    expect(await openProfile(file)).toMatchObject({ ok: false, error: { code: 'profileUnwritable' } });
  });
});
