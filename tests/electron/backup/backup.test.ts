import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBackup } from '../../../core/backup/backupEnvelope.ts';
import { failure, ok } from '../../../core/errors.ts';
import { createBackup, type BackupOptions } from '../../../electron/backup/backup.ts';
import type { BackupPart } from '../../../electron/backup/backupPart.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { workerSealing } from '../../../electron/backup/workerSealing.ts';
import type { Disk } from '../../../electron/storage/disk.ts';
import { draft } from '../../core/annotation/someNotes.ts';
import { meeting, start, textsOf, valueOf, type Running } from '../notes/someProfile.ts';
import { builtEntry } from '../storage/builtEntry.ts';
import { everyBitFlip, memoryDisk } from '../storage/memoryDisk.ts';

const file = path.join(path.sep, 'stick', 'mitt.beredd-backup');
const other = meeting.replace(/1$/, '2');
const passphrase = 'häst batteri häftklammer';
/** Quick, for tests. */
const sealing = ageSealing(8);

function settingsPart(settings: Record<string, string>): BackupPart {
  return {
    name: 'settings',
    export: () => Promise.resolve(ok({ ...settings })),
    read: (data) => {
      if (typeof data !== 'object' || data === null) return failure('backupDamaged');
      return ok(() => {
        for (const [key, value] of Object.entries(data)) settings[key] ??= String(value);
        return Promise.resolve(ok(undefined));
      });
    },
  };
}

const backupOf = ({ notes, profile }: Running, disk: Disk, more: Partial<BackupOptions> = {}) =>
  createBackup({ notes, parts: [], sealing, device: profile.identity.device, disk, now: () => 5, ...more });

async function withNotes(disk: Disk, seed = 1): Promise<Running> {
  const running = await start(disk, {}, seed);
  await running.notes.add(draft({ text: 'Vem betalar?' }));
  const { id } = valueOf(await running.notes.add(draft({ text: 'bort' })));
  await running.notes.remove(meeting, id);
  await running.notes.add(draft({ text: 'andra mötet', target: { ...draft().target, meeting: other } }));
  return running;
}

/** The same stick in another computer. */
const carry = (from: ReturnType<typeof memoryDisk>, to: ReturnType<typeof memoryDisk>): void =>
  to.poke(file, from.peek(file));

describe('a backup', () => {
  it('brings notes and other parts to another computer, and nothing twice', async () => {
    const [here, there] = [memoryDisk(), memoryDisk()];
    const laptop = await withNotes(here);
    const saved = await backupOf(laptop, here, { parts: [settingsPart({ language: 'sv' })] }).save(
      file,
      passphrase,
    );
    expect(saved).toEqual({ ok: true, value: { file, noteCount: 2 } });
    carry(here, there);
    const tablet = await start(there, {}, 2);
    const settings: Record<string, string> = {};
    const backup = backupOf(tablet, there, { parts: [settingsPart(settings)] });
    expect(await backup.restore(file, passphrase)).toEqual(ok({ file, noteCount: 2, newNoteCount: 2 }));
    expect(settings).toEqual({ language: 'sv' });
    expect(valueOf(await tablet.notes.exportAll())).toEqual(valueOf(await laptop.notes.exportAll()));
    const before = there.files().map((name) => there.peek(name));
    expect(await backup.restore(file, passphrase)).toEqual(ok({ file, noteCount: 2, newNoteCount: 0 }));
    expect(there.files().map((name) => there.peek(name))).toEqual(before);
  });

  it('adds to what is there and removes nothing, also what was deleted or changed since', async () => {
    const disk = memoryDisk();
    const running = await withNotes(disk);
    const backup = backupOf(running, disk);
    await backup.save(file, passphrase);
    const [first] = valueOf(await running.notes.list(meeting)).annotations;
    await running.notes.edit(meeting, first?.id ?? '', { text: 'Vem betalar, och när?' });
    await running.notes.add(draft({ text: 'ny' }));
    expect(await backup.restore(file, passphrase)).toEqual(ok({ file, noteCount: 2, newNoteCount: 0 }));
    expect(textsOf(await running.notes.list(meeting))).toEqual(['Vem betalar, och när?', 'ny']);
  });

  it('keeps the notes of both when it is restored onto a copy of the same profile that went on by itself', async () => {
    const [here, there] = [memoryDisk(), memoryDisk()];
    const laptop = await withNotes(here);
    for (const name of here.files()) there.poke(name, here.peek(name));
    const copy = await start(there);
    await laptop.notes.add(draft({ text: 'på kontoret' }));
    await copy.notes.add(draft({ text: 'hemma' }));
    await backupOf(laptop, here).save(file, passphrase);
    carry(here, there);
    const backup = backupOf(copy, there);
    expect(await backup.restore(file, passphrase)).toMatchObject({ ok: true, value: { newNoteCount: 1 } });
    expect(await backup.restore(file, passphrase)).toMatchObject({ ok: true, value: { newNoteCount: 0 } });
    expect([...textsOf(await copy.notes.list(meeting))].sort()).toEqual([
      'Vem betalar?',
      'hemma',
      'på kontoret',
    ]);
  });

  it('tells a wrong passphrase from a damaged file, and changes nothing for either', async () => {
    const disk = memoryDisk();
    const running = await withNotes(disk);
    const backup = backupOf(running, disk);
    await backup.save(file, passphrase);
    expect(await backup.restore(file, 'fel')).toEqual(
      failure('backupPassphrase', { file: 'mitt.beredd-backup' }),
    );
    const sealed = disk.peek(file) ?? new Uint8Array();
    const before = valueOf(await running.notes.exportAll());
    let count = 0;
    for (const damaged of everyBitFlip(sealed)) {
      // One in 61, so that each bit of a byte has its turn: each takes a key derivation.
      if (count++ % 61 !== 0) continue;
      disk.poke(file, damaged);
      const result = await backup.restore(file, passphrase);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(['backupDamaged', 'backupPassphrase']).toContain(result.error.code);
    }
    for (const content of ['', '<html>', 'age-encryption.org/v1\n-> X25519 x\n']) {
      disk.poke(file, Buffer.from(content));
      expect(await backup.restore(file, passphrase)).toMatchObject({
        ok: false,
        error: { code: 'backupDamaged' },
      });
    }
    disk.poke(file, null);
    expect(await backup.restore(file, passphrase)).toMatchObject({
      ok: false,
      error: { code: 'diskDenied' },
    });
    expect(valueOf(await running.notes.exportAll())).toEqual(before);
  });

  it('refuses a file that asks for more work than we do', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    const greedy = 'age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 19\n';
    disk.poke(file, Buffer.from(greedy));
    const started = performance.now();
    expect(await backupOf(running, disk).restore(file, passphrase)).toMatchObject({
      error: { code: 'backupDamaged' },
    });
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('refuses what a newer version made, and content that is none', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    const restored = async (text: string) => {
      disk.poke(file, await sealing.seal(Buffer.from(text), passphrase));
      return backupOf(running, disk).restore(file, passphrase);
    };
    const envelope = encodeBackup({ made: 1, device: 'x', notes: {}, parts: {} });
    expect(await restored(envelope)).toMatchObject({ ok: true, value: { noteCount: 0 } });
    const newer = { ok: false, error: { code: 'backupNewer', file: 'mitt.beredd-backup' } };
    expect(await restored(envelope.replace('"version":1', '"version":2'))).toEqual(newer);
    expect(await restored(envelope.replace('"requires":[]', '"requires":["sealedNotes"]'))).toEqual(newer);
    for (const text of ['', 'null', '{}', envelope.replace('{}', '{"../x":[]}')]) {
      expect(await restored(text)).toMatchObject({ ok: false, error: { code: 'backupDamaged' } });
    }
  });

  it('takes in what it can of forged operations and shows nothing of the rest', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    const forged = [
      7,
      {
        id: 'a:b:1',
        clock: '9999999999999-ffff',
        target: meeting,
        field: 'kind',
        value: 'note',
        replaces: ['a:b:1'],
      },
      {
        id: 'a:b:2',
        clock: '9999999999999-ffff',
        target: meeting,
        field: 'target',
        value: { meeting },
        replaces: [],
      },
    ];
    const envelope = encodeBackup({ made: 1, device: 'x', notes: { [meeting]: forged }, parts: {} });
    disk.poke(file, await sealing.seal(Buffer.from(envelope), passphrase));
    expect(await backupOf(running, disk).restore(file, passphrase)).toMatchObject({
      ok: true,
      value: { noteCount: 0 },
    });
    expect(await running.notes.add(draft({ text: 'går bra' }))).toMatchObject({ ok: true });
    expect(textsOf(await running.notes.list(meeting))).toEqual(['går bra']);
  });

  it('is written whole or not at all, and not without a passphrase', async () => {
    const disk = memoryDisk();
    const running = await withNotes(disk);
    const backup = backupOf(running, disk);
    await backup.save(file, passphrase);
    const good = disk.peek(file);
    disk.setCapacity(0);
    expect(await backup.save(file, passphrase)).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    expect(disk.peek(file)).toEqual(good);
    expect(await backup.save(file, '')).toEqual(failure('invalidArgument'));
  });

  it('is not made when a part or a meeting cannot be read', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    const broken: BackupPart = {
      ...settingsPart({}),
      export: () => Promise.resolve(failure('profileDamaged')),
    };
    expect(await backupOf(running, disk, { parts: [broken] }).save(file, passphrase)).toEqual(
      failure('profileDamaged'),
    );
    expect(disk.peek(file)).toBeNull();
  });
});

describe('sealing in a thread of its own', () => {
  let worker = '';
  beforeAll(async () => {
    const source = path.join(import.meta.dirname, '../../../electron/backup/backupWorker.ts');
    worker = await builtEntry(source);
  }, 60_000);
  afterAll(() => fs.rmSync(path.dirname(worker), { recursive: true, force: true }));

  it('gives what ageSealing opens, and does not hold the main thread up', { timeout: 60_000 }, async () => {
    const inThread = workerSealing(worker);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 2);
    const started = performance.now();
    const sealed = await inThread.seal(Buffer.from('hemligt'), passphrase);
    const took = performance.now() - started;
    expect(await inThread.unseal(sealed, passphrase)).toEqual({
      state: 'open',
      plain: new Uint8Array(Buffer.from('hemligt')),
    });
    clearInterval(watch);
    const quick = await sealing.seal(Buffer.from('hemligt'), passphrase);
    expect(await inThread.unseal(quick, 'fel')).toEqual({ state: 'passphrase' });
    // In the main thread the gap would be as long as the work; a busy computer adds gaps of its own.
    expect(longest).toBeLessThan(took / 3);
    expect(Buffer.from(sealed).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
    if (process.env['BEREDD_MEASURE'] !== undefined)
      process.stdout.write(`${took} ms, longest gap ${longest} ms\n`);
  });
});
