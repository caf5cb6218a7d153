import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NotesView } from '../../../core/contract.ts';
import { draft } from '../../core/annotation/someNotes.ts';
import { headerLine } from '../../../electron/storage/logLines.ts';
import { memoryDisk, PowerCut, seeded, type MemoryDisk } from '../storage/memoryDisk.ts';
import { folder, meeting, meetingFolder, start, stop, textsOf, valueOf } from './someProfile.ts';

const wal = path.join(meetingFolder, 'wal');
const snapshot = path.join(meetingFolder, 'snapshot.json');
const note = (text: string) => draft({ text });

describe('the notes of a profile', () => {
  it('are there after the program was killed and after it ended', async () => {
    let disk = memoryDisk();
    const first = await start(disk);
    const added = valueOf(await first.notes.add(note('Vem betalar?')));
    valueOf(await first.notes.edit(meeting, added.id, { text: 'Vem betalar vägen?', kind: 'question' }));
    disk = disk.restart(() => 0.9);
    const second = await start(disk);
    expect(valueOf(await second.notes.list(meeting)).annotations).toMatchObject([
      { id: added.id, text: 'Vem betalar vägen?', kind: 'question' },
    ]);
    await stop(second);
    const third = await start(disk);
    expect(textsOf(await third.notes.list(meeting))).toEqual(['Vem betalar vägen?']);
  });

  it('make no file for a meeting without notes', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    expect(valueOf(await running.notes.list(meeting))).toEqual({
      meetingId: meeting,
      annotations: [],
      canUndo: false,
      canRedo: false,
      damage: null,
    });
    await stop(running);
    expect(disk.files().filter((file) => file.startsWith(meetingFolder))).toEqual([]);
  });

  it('tell listeners of every change, with what can be undone', async () => {
    const { notes } = await start(memoryDisk());
    const seen: NotesView[] = [];
    const stopListening = notes.onChanged((view) => seen.push(view));
    const { id } = valueOf(await notes.add(note('a')));
    await notes.remove(meeting, id);
    expect(valueOf(await notes.undo(meeting))).toEqual({ id, what: 'added', count: 1 });
    expect(valueOf(await notes.undo(meeting))).toEqual({ id, what: 'removed', count: 1 });
    expect(valueOf(await notes.undo(meeting))).toBeNull();
    expect(valueOf(await notes.redo(meeting))).toEqual({ id, what: 'added', count: 1 });
    stopListening();
    await notes.redo(meeting);
    expect(seen.map(({ annotations, canUndo, canRedo }) => [annotations.length, canUndo, canRedo])).toEqual([
      [1, true, false],
      [0, true, false],
      [1, true, true],
      [0, false, true],
      [1, true, true],
    ]);
  });

  it('say that a note is unknown, and refuse a meeting that is no id', async () => {
    const { notes } = await start(memoryDisk());
    const unknown = { ok: false, error: { code: 'noteUnknown' } };
    expect(await notes.edit(meeting, meeting, { text: 'x' })).toEqual(unknown);
    expect(await notes.remove(meeting, meeting)).toEqual(unknown);
    expect(await notes.list('../../etc')).toEqual({ ok: false, error: { code: 'invalidArgument' } });
  });

  it('give every operation an id of its own, over meetings, restarts and kills', async () => {
    let disk = memoryDisk();
    const other = meeting.replace(/1$/, '2');
    for (let run = 0; run < 4; run++) {
      const running = await start(disk);
      await running.notes.add(note(`a${run}`));
      await running.notes.add(draft({ text: `b${run}`, target: { ...draft().target, meeting: other } }));
      if (run % 2 === 0) await stop(running);
      else disk = disk.restart(seeded(run));
    }
    const { notes } = await start(disk);
    const all = [...valueOf(await notes.exportAll()).values()].flat();
    const ids = all.map((entry) =>
      typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null,
    );
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('lose nothing acknowledged when the power goes before any step, also while the log is turned over', async () => {
    const early = { snapshotAfter: 2000 };
    const work = async (disk: MemoryDisk, saved: (text: string) => void): Promise<void> => {
      const running = await start(disk, early);
      for (let number = 0; number < 8; number++) {
        const text = `anteckning ${number}`;
        if ((await running.notes.add(note(text))).ok) saved(text);
      }
      await stop(running);
      const again = await start(disk, early);
      const { id } = valueOf(await again.notes.add(note('kort')));
      if ((await again.notes.edit(meeting, id, { text: 'kort och klart' })).ok) saved('kort och klart');
      await stop(again);
    };
    const whole = memoryDisk();
    await work(whole, () => undefined);
    expect(whole.files()).toEqual(expect.arrayContaining([`${wal}.previous`, `${snapshot}.previous`]));
    for (let cut = 0; cut <= whole.steps(); cut++) {
      let disk = memoryDisk();
      disk.cutPowerAt(cut);
      const saved: string[] = [];
      await work(disk, (text) => saved.push(text)).catch((error: unknown) => {
        if (!(error instanceof PowerCut)) throw error;
      });
      disk = disk.restart(seeded(cut));
      const running = await start(disk, early);
      const view = await running.notes.list(meeting);
      for (const text of saved) expect(textsOf(view).includes(text), `cut at ${cut}`).toBe(true);
    }
  });

  it('survive the loss of the snapshot, of its previous generation, or of the log of before', async () => {
    const disk = memoryDisk();
    const texts: string[] = [];
    for (let run = 0; run < 3; run++) {
      const running = await start(disk);
      texts.push(`anteckning ${run}`);
      await running.notes.add(note(`anteckning ${run}`));
      await stop(running);
    }
    const running = await start(disk);
    await running.notes.add(note('sist'));
    texts.push('sist');
    const files = [snapshot, `${snapshot}.previous`, `${wal}.previous`];
    for (const lost of files) {
      for (const bytes of [null, Buffer.from('skräp')]) {
        const copy = memoryDisk();
        for (const file of disk.files()) copy.poke(file, disk.peek(file));
        copy.poke(lost, bytes);
        const told: string[] = [];
        const { notes } = await start(copy, { onSetAside: ({ setAside }) => told.push(setAside) });
        const view = valueOf(await notes.list(meeting));
        expect(
          view.annotations.map(({ text }) => text),
          lost,
        ).toEqual(texts);
        const isTold = lost === snapshot && bytes !== null;
        expect(view.damage).toEqual(isTold ? { setAside: told[0], keptOperations: 20 } : null);
        expect(told).toHaveLength(isTold ? 1 : 0);
      }
    }
  });

  it('keep what can be read of a damaged log, tell where the rest is, and go on', async () => {
    const disk = memoryDisk();
    const { notes } = await start(disk);
    for (const text of ['ett', 'två', 'tre']) await notes.add(note(text));
    const log = disk.peek(wal) ?? new Uint8Array();
    const damagedText = Buffer.from(log).indexOf('två');
    log[damagedText] = 0x78;
    disk.poke(wal, log);
    const told: object[] = [];
    const again = await start(disk, { onSetAside: (damage) => told.push(damage) });
    const view = valueOf(await again.notes.list(meeting));
    expect(view.annotations.map(({ text }) => text)).toEqual(['ett', '', 'tre']);
    expect(view.damage?.keptOperations).toBe(14);
    expect(disk.peek(view.damage?.setAside ?? '')).toEqual(log);
    expect(told).toEqual([{ meetingId: meeting, ...view.damage }]);
    expect(await again.notes.add(note('fyra'))).toMatchObject({ ok: true });
  });

  it('tell when the log is gone although there is a snapshot', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    await running.notes.add(note('kvar'));
    await stop(running);
    disk.poke(wal, null);
    const view = valueOf(await (await start(disk)).notes.list(meeting));
    expect(view.annotations).toHaveLength(1);
    expect(view.damage).toEqual({ setAside: wal, keptOperations: 5 });
  });

  it('refuse notes of a newer version for that meeting only, and leave them alone', async () => {
    const disk = memoryDisk();
    const newer = headerLine('notes', 2);
    disk.poke(wal, newer);
    const { notes } = await start(disk);
    expect(await notes.list(meeting)).toMatchObject({ ok: false, error: { code: 'profileNewer' } });
    expect(await notes.add(note('a'))).toMatchObject({ ok: false, error: { code: 'profileNewer' } });
    expect(await notes.exportAll()).toMatchObject({ ok: false, error: { code: 'profileNewer' } });
    expect(disk.peek(wal)).toEqual(Uint8Array.from(newer));
    expect(await notes.list(meeting.replace(/1$/, '2'))).toMatchObject({ ok: true });
  });

  it('tell of a full disk, show nothing that was not saved, and go on when there is room', async () => {
    let disk = memoryDisk();
    const { notes } = await start(disk);
    await notes.add(note('före'));
    disk.setCapacity(0);
    expect(await notes.add(note('för mycket'))).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    expect(textsOf(await notes.list(meeting))).toEqual(['före']);
    disk.setCapacity(Infinity);
    expect(await notes.add(note('efter'))).toMatchObject({ ok: true });
    disk = disk.restart(seeded(3));
    expect(textsOf(await (await start(disk)).notes.list(meeting))).toEqual(['före', 'efter']);
  });

  it('are counted without opening the logs, and rightly after a kill and after another program wrote', async () => {
    const disk = memoryDisk();
    const first = await start(disk);
    const { id } = valueOf(await first.notes.add(note('a')));
    await first.notes.add(note('b'));
    await first.notes.remove(meeting, id);
    expect(await first.notes.counts()).toEqual(new Map([[meeting, 1]]));
    await stop(first);
    const second = await start(disk);
    const before = disk.steps();
    expect(await second.notes.counts()).toEqual(new Map([[meeting, 1]]));
    expect(disk.steps() - before).toBeLessThan(8);
    await second.notes.add(note('c'));
    const third = await start(disk);
    expect(await third.notes.counts()).toEqual(new Map([[meeting, 2]]));
  });

  it('carry on what they do not understand', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    const foreign = { sound: 'from a newer Beredd' };
    valueOf(await running.notes.takeIn(meeting, [foreign]));
    expect(valueOf(await running.notes.takeIn(meeting, [foreign]))).toEqual({ notes: 0, newNotes: 0 });
    await stop(running);
    const { notes } = await start(disk);
    expect(valueOf(await notes.exportAll()).get(meeting)).toEqual([foreign]);
  });

  it('write a snapshot that people can read', async () => {
    const disk = memoryDisk();
    const running = await start(disk);
    await running.notes.add(note('Läsbar åäö'));
    await stop(running);
    const body = Buffer.from(disk.peek(snapshot) ?? []).toString();
    expect(JSON.parse(body.slice(body.indexOf('\n')))).toMatchObject({
      meeting,
      notes: [{ text: 'Läsbar åäö', kind: 'note' }],
    });
    expect(disk.files().filter((file) => file.startsWith(folder) && file.endsWith('.tmp'))).toEqual([]);
  });
});
