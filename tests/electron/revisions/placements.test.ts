import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationDraft } from '../../../core/annotation/annotation.ts';
import type { NotePlacement } from '../../../core/annotation/anchoring/notePlacement.ts';
import { quoteOf } from '../../../core/annotation/noteList.ts';
import type { TestPack } from '../../support/packBuilder.ts';
import {
  meetingId,
  notesOnFirst,
  revisedMeeting,
  roadItem,
  sentences,
} from '../../support/revisedMeeting.ts';
import { eventually, importOne, newFolder } from '../library/profileScene.ts';
import { revisionScene } from './revisionScene.ts';

type Scene = Awaited<ReturnType<typeof revisionScene>>;

let first: TestPack;
let second: TestPack;
const open: Scene[] = [];

beforeAll(async () => {
  ({ first, second } = await revisedMeeting(await newFolder()));
});
afterEach(async () => {
  for (const scene of open.splice(0)) await scene.close();
});

async function opened(folder: string): Promise<Scene> {
  const scene = await revisionScene(folder);
  open.push(scene);
  return scene;
}

/** Four notes on the first revision. */
async function withNotes(folder: string): Promise<Scene> {
  const scene = await opened(folder);
  await importOne(scene.library, first.file);
  for (const draft of notesOnFirst(first)) await scene.notes.add(draft);
  return scene;
}

/** By the words the note was made on. */
async function places({
  notes,
  placements,
}: Scene): Promise<Readonly<Record<string, NotePlacement | undefined>>> {
  const [listed, view] = [await notes.list(meetingId), await placements.of(meetingId)];
  if (!listed.ok || !view.ok) throw new Error('notes or places cannot be read');
  return Object.fromEntries(
    Object.entries(sentences).map(([name, words]) => {
      const note = listed.value.annotations.find((each) => quoteOf(each) === words);
      return [name, note && view.value.placements[note.id]];
    }),
  );
}

const isSettled = async ({ placements }: Scene): Promise<boolean> => {
  const view = await placements.of(meetingId);
  return view.ok && view.value.looking === null;
};

const noteOn = async ({ notes }: Scene, words: string) => {
  const listed = await notes.list(meetingId);
  const note =
    listed.ok && listed.value.annotations.find((each) => quoteOf(each).startsWith(words.slice(0, 20)));
  if (!note) throw new Error(`no note on ${words}`);
  return note;
};

describe('where notes stand', () => {
  it('is where they were made until a revision comes', async () => {
    const scene = await withNotes(await newFolder());
    expect(await scene.placements.of(meetingId)).toMatchObject({ value: { placements: {}, looking: null } });
    expect(scene.asked).toEqual([]);
  });

  it('is looked for in the background as soon as a revision is taken in, and told', async () => {
    const scene = await withNotes(await newFolder());
    await importOne(scene.library, second.file);
    await eventually(() => scene.told.at(-1)?.looking === null && scene.asked.length === 1);
    const found = await places(scene);
    expect(found['kept']).toMatchObject({
      kind: 'found',
      target: { selectors: [{ type: 'PageSelector', page: 2 }, { exact: sentences.kept }, {}] },
    });
    expect(found['changed']).toMatchObject({ kind: 'check', why: 'words' });
    expect(found['deleted']).toEqual({
      kind: 'tray',
      heading: { type: 'item', id: roadItem },
      why: 'notFound',
    });
    expect(found['answer']).toMatchObject({ kind: 'tray', heading: { type: 'meeting' } });
    const [page] = found['kept']?.kind === 'found' ? found['kept'].target.selectors : [];
    expect(page?.type === 'PageSelector' && page.quads.length).toBeGreaterThan(0);
  });

  it('is known at the next start without looking again, and looked for again when that is lost', async () => {
    const folder = await newFolder();
    const scene = await withNotes(folder);
    await importOne(scene.library, second.file);
    await eventually(() => isSettled(scene));
    const found = await places(scene);
    await open.pop()?.close();
    const again = await opened(folder);
    expect(await places(again)).toEqual(found);
    expect(again.asked).toEqual([]);
    await open.pop()?.close();
    await writeFile(path.join(folder, 'notes', meetingId, 'placements.json'), 'trasig');
    const after = await opened(folder);
    await after.placements.of(meetingId);
    await eventually(() => isSettled(after));
    expect(await places(after)).toEqual(found);
    expect(after.asked).toHaveLength(1);
  });

  it('never changes the note itself; confirming does, and can be taken back', async () => {
    const scene = await withNotes(await newFolder());
    const made = await noteOn(scene, sentences.changed);
    await importOne(scene.library, second.file);
    await eventually(() => isSettled(scene));
    expect((await noteOn(scene, sentences.changed)).target).toEqual(made.target);
    const offered = (await places(scene))['changed'];
    if (offered?.kind !== 'check') throw new Error('it was not to be checked');
    await scene.notes.edit(meetingId, made.id, { target: offered.target, inTray: false });
    await eventually(async () => (await places(scene))['changed'] === undefined);
    await scene.notes.undo(meetingId);
    await eventually(async () => (await places(scene))['changed']?.kind === 'check');
    expect((await noteOn(scene, sentences.changed)).target).toEqual(made.target);
  });

  it('is the tray for a note that the person keeps there', async () => {
    const scene = await withNotes(await newFolder());
    const note = await noteOn(scene, sentences.kept);
    await scene.notes.edit(meetingId, note.id, { inTray: true });
    expect((await places(scene))['kept']).toEqual({
      kind: 'tray',
      heading: { type: 'item', id: roadItem },
      why: 'byPerson',
    });
  });

  it('is to be checked for what was drawn on a page that is laid out otherwise now', async () => {
    const scene = await opened(await newFolder());
    await importOne(scene.library, first.file);
    const documents = first.manifest.agenda[0]?.documents ?? [];
    const drawnOn = (at: number, page: number): AnnotationDraft => ({
      kind: 'area',
      noteClass: 'private',
      colour: null,
      text: '',
      target: {
        meeting: meetingId,
        source: { type: 'document', document: documents[at]?.id ?? '', item: roadItem },
        selectors: [
          {
            type: 'PageSelector',
            sha256: documents[at]?.sha256 ?? '',
            page,
            quads: [[80, 500, 300, 500, 80, 300, 300, 300]],
          },
        ],
      },
    });
    const area = await scene.notes.add(drawnOn(1, 1));
    await importOne(scene.library, second.file);
    await eventually(() => isSettled(scene));
    const view = await scene.placements.of(meetingId);
    // The annex has the same words in smaller letters, further down.
    expect(area.ok && view.ok && view.value.placements[area.value.id]).toMatchObject({
      kind: 'check',
      why: 'page',
      target: { selectors: [{ page: 1, quads: [[80, 500, 300, 500, 80, 300, 300, 300]] }] },
    });
  });

  it('can be left open: cancelling ends the looking, asking again goes on', async () => {
    const scene = await withNotes(await newFolder());
    await importOne(scene.library, second.file);
    scene.placements.cancel(meetingId);
    await eventually(() => isSettled(scene));
    expect((await places(scene))['deleted']).toMatchObject({ kind: 'tray' });
  });
});
