import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../electron/storage/disk.ts';
import { replaceFile } from '../../../electron/storage/durableFile.ts';
import { draft } from '../../core/annotation/someNotes.ts';
import { memoryDisk } from '../storage/memoryDisk.ts';
import { diskOfMortals, realFolder } from '../storage/realDisk.ts';
import { die, folder, meeting, start, stop, textsOf, valueOf, type Running } from './someProfile.ts';

const nextRealFolder = realFolder();
const realDisk = diskOfMortals();

/** What must hold on every disk; the memory disk is only a fair stand-in while it holds on both. */
describe.each<[string, () => { readonly disk: Disk; readonly where: string }]>([
  ['a disk in memory', () => ({ disk: memoryDisk(), where: folder })],
  ['the real disk', () => ({ disk: realDisk, where: nextRealFolder() })],
])('notes on %s', (_name, place) => {
  const early = { snapshotAfter: 1500 };
  const begin = ({ disk, where }: ReturnType<typeof place>, more = {}): Promise<Running> =>
    start(disk, { ...early, ...more }, 1, where);

  it('are all there after any mix of closing and dying, through many snapshots', async () => {
    const here = place();
    const expected: string[] = [];
    for (let run = 0; run < 6; run++) {
      const running = await begin(here);
      for (let number = 0; number < 5; number++) {
        const { id } = valueOf(await running.notes.add(draft({ text: `${run}-${number}` })));
        if (number === 3) valueOf(await running.notes.remove(meeting, id));
        else expected.push(`${run}-${number}`);
      }
      await (run % 2 === 0 ? stop(running) : die(running));
    }
    const { notes } = await begin(here);
    expect(textsOf(await notes.list(meeting))).toEqual(expected);
    expect(await notes.counts()).toEqual(new Map([[meeting, expected.length]]));
  });

  it('are written all together when they come all at once', async () => {
    const here = place();
    const first = await begin(here);
    const added = await Promise.all(
      Array.from({ length: 30 }, (_, number) => first.notes.add(draft({ text: String(number) }))),
    );
    expect(added.every(({ ok }) => ok)).toBe(true);
    await die(first);
    expect(textsOf(await (await begin(here)).notes.list(meeting))).toHaveLength(30);
  });

  it('are told of and kept as far as they can be read when log and snapshot are damaged', async () => {
    const here = place();
    const first = await begin(here);
    await first.notes.add(draft({ text: 'ett' }));
    await stop(first);
    const second = await begin(here);
    await second.notes.add(draft({ text: 'två' }));
    await die(second);
    const of = (name: string): string => path.join(here.where, 'notes', meeting, name);
    await replaceFile(here.disk, of('snapshot.json'), Buffer.from('skräp'), { keepPrevious: false });
    const log = (await here.disk.read(of('wal'))) ?? new Uint8Array();
    await replaceFile(here.disk, of('wal'), Buffer.concat([log, Buffer.from('skräp\n')]), {
      keepPrevious: false,
    });
    const { notes } = await begin(here);
    const view = valueOf(await notes.list(meeting));
    expect(view.annotations.map(({ text }) => text)).toEqual(['ett', 'två']);
    const names = (view.damage?.setAside ?? '').split(', ').map((file) => path.basename(file));
    expect(names).toEqual(['snapshot.json.damaged-20260601T080000', 'wal.damaged-20260601T080000']);
    for (const name of names) expect(await here.disk.size(of(name))).toBeGreaterThan(0);
  });
});
