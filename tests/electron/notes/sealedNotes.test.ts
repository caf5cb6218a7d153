import { describe, expect, test } from 'vitest';
import type { AnnotationDraft, AnnotationKind } from '../../../core/annotation/annotation.ts';
import { annotationKinds } from '../../../core/annotation/annotation.ts';
import { withoutSealedNotes } from '../../../electron/notes/openNotes.ts';
import type { SealedNotes } from '../../../electron/notes/sealedJournal.ts';
import { decryptWith, encryptTo, newAgeIdentity, recipientOf } from '../../../electron/sealing/ageBox.ts';
import { draft } from '../../core/annotation/someNotes.ts';
import { memoryDisk, type MemoryDisk } from '../storage/memoryDisk.ts';
import { meeting, start, stop, textsOf, valueOf } from './someProfile.ts';

const secretItem = '5e5e5e5e-0000-4000-8000-000000000001';
const openItem = '5e5e5e5e-0000-4000-8000-000000000002';

/** A person whose notes on one item are secret; `isOpen` is whether their identity is unlocked. */
interface Someone {
  readonly sealed: SealedNotes;
  isOpen: boolean;
}

async function person(): Promise<Someone> {
  const identity = await newAgeIdentity();
  const recipient = await recipientOf(identity);
  const state: Someone = {
    isOpen: true,
    sealed: {
      isSealed: ({ source }) => source.type === 'item' && source.item === secretItem,
      seal: (plain) => encryptTo([recipient], plain),
      open: async (bytes) => {
        const opened = state.isOpen ? await decryptWith([identity], bytes) : null;
        return opened?.state === 'open' ? opened.plain : null;
      },
    },
  };
  return state;
}

const noteOn = (item: string, text: string) =>
  draft({
    text,
    target: {
      meeting,
      source: { type: 'item', item },
      selectors: [
        { type: 'TextQuoteSelector', exact: `Citat: ${text}`, prefix: '', suffix: '', normalisation: 1 },
      ],
    },
  });

async function everyByte(disk: MemoryDisk): Promise<string> {
  const files = await Promise.all(disk.files().map((file) => disk.read(file)));
  return files.map((bytes) => Buffer.from(bytes ?? []).toString('utf8')).join('\n');
}

describe('notes on sealed items', () => {
  test('stand nowhere in the clear: not in the log, not in the snapshot, not in the generation before', async () => {
    const disk = memoryDisk();
    const { sealed } = await person();
    const running = await start(disk, { sealed, snapshotAfter: 1 });
    const { id } = valueOf(await running.notes.add(noteOn(secretItem, 'Kanarie ett')));
    valueOf(await running.notes.add(noteOn(openItem, 'Öppet ord')));
    valueOf(await running.notes.edit(meeting, id, { text: 'Kanarie två' }));
    await stop(running);
    const bytes = await everyByte(disk);
    expect(bytes).toContain('Öppet ord');
    expect(bytes).not.toContain('Kanarie');
  });

  test('say nothing in the clear whatever their kind: what is drawn, tagged, planned or asked is encrypted too', async () => {
    const disk = memoryDisk();
    const { sealed } = await person();
    const running = await start(disk, { sealed, snapshotAfter: 1 });
    const words = (kind: AnnotationKind): AnnotationDraft => ({
      ...noteOn(secretItem, `Kanarie ${kind}`),
      kind,
      tags: [{ name: 'Kanarie', colour: 'blue' }],
      due: '2031-07-13',
      addressee: 'Kanarie',
      strokes: [{ points: [31.4159, 27.1828], width: 1, colour: 'blue' }],
    });
    const ids: string[] = [];
    for (const kind of annotationKinds) ids.push(valueOf(await running.notes.add(words(kind))).id);
    valueOf(
      await running.notes.apply(
        meeting,
        ids.map((id) => ({ what: 'edit', id, patch: { text: 'Kanarie efteråt' } })),
      ),
    );
    await stop(running);
    const bytes = await everyByte(disk);
    expect(bytes).toContain(ids[0]);
    expect(bytes).not.toMatch(/Kanarie|2031-07-13|31\.4159|27\.1828/);
    const again = await start(disk, { sealed });
    const texts = textsOf(await again.notes.list(meeting));
    expect(texts).toEqual(annotationKinds.map(() => 'Kanarie efteråt'));
    await stop(again);
  });

  test('are let through to nothing that writes in the clear, once it is found out what any revision sealed', async () => {
    const who = await person();
    const running = await start(memoryDisk(), { sealed: who.sealed });
    valueOf(await running.notes.add(noteOn(secretItem, 'Hemlig')));
    valueOf(await running.notes.add(noteOn(openItem, 'Öppen')));
    const learnt: string[] = [];
    const open = withoutSealedNotes(running.notes, {
      isSealed: (target) => learnt.includes(meeting) && who.sealed.isSealed(target),
      learn: (meetingId) => Promise.resolve(void learnt.push(meetingId)),
    });
    expect(textsOf(await open.list(meeting))).toEqual(['Öppen']);
    await stop(running);
  });

  test('are seen while the identity is unlocked, and come back after it was locked', async () => {
    const disk = memoryDisk();
    const who = await person();
    const first = await start(disk, { sealed: who.sealed });
    valueOf(await first.notes.add(noteOn(secretItem, 'Hemlig')));
    valueOf(await first.notes.add(noteOn(openItem, 'Öppen')));
    expect(textsOf(await first.notes.list(meeting))).toEqual(['Hemlig', 'Öppen']);
    who.isOpen = false;
    await first.notes.reopen();
    expect(textsOf(await first.notes.list(meeting))).toEqual(['Öppen']);
    valueOf(await first.notes.add(noteOn(openItem, 'Medan det var låst')));
    who.isOpen = true;
    await first.notes.reopen();
    expect(textsOf(await first.notes.list(meeting))).toEqual(['Hemlig', 'Öppen', 'Medan det var låst']);
    await stop(first);
  });

  test('go into a backup encrypted, and open on another computer for the same person only', async () => {
    const who = await person();
    const first = await start(memoryDisk(), { sealed: who.sealed });
    valueOf(await first.notes.add(noteOn(secretItem, 'Hemlig')));
    const exported = valueOf(await first.notes.exportAll());
    expect(JSON.stringify([...exported])).not.toContain('Hemlig');
    const entries = exported.get(meeting) ?? [];

    const same = await start(memoryDisk(), { sealed: who.sealed }, 2);
    expect(valueOf(await same.notes.takeIn(meeting, entries))).toMatchObject({ newNotes: 1 });
    expect(valueOf(await same.notes.takeIn(meeting, entries))).toMatchObject({ newNotes: 0 });
    expect(textsOf(await same.notes.list(meeting))).toEqual(['Hemlig']);

    const other = await start(memoryDisk(), { sealed: (await person()).sealed }, 3);
    valueOf(await other.notes.takeIn(meeting, entries));
    expect(textsOf(await other.notes.list(meeting))).toEqual([]);
  });

  test('that come from a backup stay encrypted where their pack is not here yet, byte for byte', async () => {
    const who = await person();
    const first = await start(memoryDisk(), { sealed: who.sealed });
    valueOf(await first.notes.add(noteOn(secretItem, 'Kanarie')));
    const entries = valueOf(await first.notes.exportAll()).get(meeting) ?? [];
    const disk = memoryDisk();
    const nothingIsKnown = { ...who.sealed, isSealed: () => false };
    const same = await start(disk, { sealed: nothingIsKnown, snapshotAfter: 1 }, 2);
    valueOf(await same.notes.takeIn(meeting, entries));
    expect(textsOf(await same.notes.list(meeting))).toEqual(['Kanarie']);
    expect(valueOf(await same.notes.exportAll()).get(meeting)).toEqual(entries);
    await stop(same);
    expect(await everyByte(disk)).not.toContain('Kanarie');
  });
});
