import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import type { AgendaItem } from '../../../core/pack/manifest.ts';
import { onlySealedNotes, withoutSealedNotes } from '../../../electron/notes/openNotes.ts';
import { withSealedPlacements } from '../../../electron/placements/withSealedPlacements.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import type { Person } from '../../support/sealedPack.ts';
import { completeItem, people, seal, writeSealedPack } from '../../support/sealedPack.ts';
import { line, testPdf } from '../../support/testPdf.ts';
import { eventually, importOne, newFolder } from '../library/profileScene.ts';
import { revisionScene } from './revisionScene.ts';

type Scene = Awaited<ReturnType<typeof revisionScene>>;
let scene: Scene;
afterEach(() => scene.close());

const canary = 'Kanariefågel';

/** Two revisions of a pack whose only sealed item got other words, as this person's computer has them. */
async function revised(reader: Person, entitled: readonly Person[]) {
  const folder = await newFolder();
  const work = await newFolder();
  const document = (words: string) => testPdf({ pages: [line(words, 60, 80), line('Sida två', 60, 80)] });
  const itemWith = async (words: string, title: string, decision: string) => {
    const bytes = await document(words);
    const made = completeItem({ title, documents: [{ title: 'Avtal', bytes, pageCount: 2 }] }, 1);
    const item: AgendaItem = { ...made.item, proposedDecision: [decision] };
    return { item, bytes: made.bytes };
  };
  const before = await seal({
    ...(await itemWith(`${canary} ett`, 'Tvisten', 'Avtalet godkänns.')),
    entitled,
    folder: work,
  });
  const first = path.join(folder, 'r1.beredd');
  await writeSealedPack(first, [before]);
  const after = await seal({
    ...(await itemWith(`${canary} två`, 'Tvisten', 'Avtalet avslås.')),
    entitled,
    folder: work,
    previous: { record: before.record, ciphertext: () => Promise.resolve(null) },
  });
  const second = path.join(folder, 'r2.beredd');
  const manifest = await writeSealedPack(second, [after], { revision: 2, previous: 'a'.repeat(64) });
  const person = { identities: [reader.identity] };
  const profile = path.join(folder, 'profile');
  scene = await revisionScene(profile, person);
  const meetingId = manifest.meeting.id;
  await importOne(scene.library, first);
  await scene.library.meeting(meetingId);
  await scene.library.flush();
  await importOne(scene.library, second);
  await scene.sealed.prepare(meetingId);
  const documentId = documentIdOf(meetingId);
  const sha256 = createHash('sha256')
    .update(await document(`${canary} ett`))
    .digest('hex');
  return { meetingId, itemId: after.publicItem.id, documentId, before: sha256, person, profile };
}

function documentIdOf(meetingId: string): string {
  const view = scene.library.meetingView(meetingId);
  const items = view === null ? [] : scene.sealed.view(view).agenda;
  return items.flatMap(({ documents, sealed }) => (sealed === null ? [] : documents))[0]?.id ?? '';
}

const everyFile = async (folder: string): Promise<readonly string[]> =>
  Promise.all(
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((each) => each.isFile())
      .map((each) => readFile(path.join(each.parentPath, each.name), 'latin1')),
  );

/** Places as the window is told of them, with the seal of the scene's person. */
function placementsOf(profile: string) {
  const known = { isSealed: scene.sealed.isSealed, learn: scene.sealed.prepare };
  const told: PlacementsView[] = [];
  const placements = withSealedPlacements({
    library: scene.library,
    notes: withoutSealedNotes(scene.notes, known),
    sealedNotes: onlySealedNotes(scene.notes, known),
    sealed: scene.sealed,
    client: scene.client,
    notesFolder: path.join(profile, 'notes'),
    newId: randomUUID,
    onChanged: (view) => told.push(view),
    onLooking: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  return { placements, told };
}

describe('a note on a sealed document that was replaced', () => {
  it('is found by its words in memory only, and its place is forgotten when that is locked', async () => {
    const [one] = await people(1);
    if (one === undefined) throw new Error('nobody');
    const { meetingId, itemId, documentId, before, person, profile } = await revised(one, [one]);
    const quote = { exact: 'Sida två', prefix: '', suffix: '', normalisation: 1 };
    const added = await scene.notes.add({
      kind: 'highlight',
      noteClass: 'private',
      colour: 'yellow',
      text: '',
      target: {
        meeting: meetingId,
        source: { type: 'document', document: documentId, item: itemId },
        selectors: [
          { type: 'PageSelector', sha256: before, page: 2, quads: [] },
          { type: 'TextQuoteSelector', ...quote },
        ],
      },
    });
    const note = valueOf(added).id;
    const { placements, told } = placementsOf(profile);
    valueOf(await placements.of(meetingId));
    await eventually(() => told.at(-1)?.placements[note]?.kind === 'found');
    const found = told.at(-1)?.placements[note];
    const now = found?.kind === 'found' ? found.target : null;
    expect(now?.source).toMatchObject({ document: documentId });
    expect(now?.selectors).toContainEqual(expect.objectContaining({ type: 'PageSelector', page: 2 }));
    expect(JSON.stringify(now)).not.toContain(before);
    const files = await readdir(profile, { recursive: true });
    expect(files.filter((name) => name.endsWith('placements.json'))).toEqual([]);
    person.identities = [];
    await scene.sealed.refresh();
    expect(valueOf(await placements.of(meetingId)).placements[note]?.kind).not.toBe('found');
    await placements.close();
  });
});

describe('what is new inside a sealed item', () => {
  it('names the other decision and the replaced document to whom its key fits, and marks them as sealed', async () => {
    const [one] = await people(1);
    if (one === undefined) throw new Error('nobody');
    const { meetingId, itemId, documentId } = await revised(one, [one]);
    const news = valueOf(await scene.revisionDiff.whatsNew(meetingId));
    expect(news?.holders).toMatchObject([
      {
        id: itemId,
        title: 'Tvisten',
        change: 'changed',
        isSealed: true,
        proposedDecision: { before: ['Avtalet godkänns.'], after: ['Avtalet avslås.'] },
        documents: [{ id: documentId, change: 'replaced' }],
      },
    ]);
    const view = scene.library.meetingView(meetingId);
    expect(view && scene.sealed.view(view).agenda.at(-1)?.documents[0]?.change).toBe('changed');
  });

  it('compares the words of its documents in memory: nothing of them is on the disk, and none when locked', async () => {
    const [one] = await people(1);
    if (one === undefined) throw new Error('nobody');
    const { meetingId, documentId, person, profile } = await revised(one, [one]);
    const compared = valueOf(await scene.revisionDiff.compare('job', meetingId, documentId));
    expect(JSON.stringify(compared)).toContain('två');
    const files = await everyFile(profile);
    expect(files.length).toBeGreaterThan(5);
    const readable = files.filter((text) => text.includes(canary) || text.includes('Tvisten'));
    expect(readable).toEqual([]);
    person.identities = [];
    await scene.sealed.refresh();
    expect(failureOf(await scene.revisionDiff.compare('job', meetingId, documentId)).code).toBe(
      'documentMissing',
    );
    const shut = valueOf(await scene.revisionDiff.whatsNew(meetingId));
    expect(shut?.holders).toMatchObject([{ title: 'Sekretessärende', aspects: ['sealed'], documents: [] }]);
  });

  it('is for everybody else only that it changed', async () => {
    const [one, other] = await people(2);
    if (one === undefined || other === undefined) throw new Error('nobody');
    const { meetingId } = await revised(other, [one]);
    const news = valueOf(await scene.revisionDiff.whatsNew(meetingId));
    expect(news?.holders).toMatchObject([{ title: 'Sekretessärende', aspects: ['sealed'], documents: [] }]);
    expect(news?.holders[0]?.isSealed).toBeUndefined();
  });
});
