import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { failure } from '../../../core/errors.ts';
import { encodeBase64 } from '../../../core/pack/base64.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { openLetterStore } from '../../../electron/sealing/letterStore.ts';
import { encryptKeyForOne } from '../../../electron/sealing/sealItem.ts';
import type { SealedReading } from '../../../electron/sealing/sealedReading.ts';
import { createSealedReading } from '../../../electron/sealing/sealedReading.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import type { Person } from '../../support/sealedPack.ts';
import {
  completeBriefing,
  completeItem,
  people,
  seal,
  sealOfBriefing,
  writeSealedPack,
} from '../../support/sealedPack.ts';
import { testSigner } from '../../support/testSigner.ts';
import { importOne, newFolder, openLibrary } from '../library/profileScene.ts';

const bytes = Buffer.alloc(200_000, 'Hemligt innehåll. ');

interface Scene {
  readonly library: LibraryService;
  readonly reading: SealedReading;
  readonly meetingId: string;
  readonly itemId: string;
  readonly itemKey: string;
  readonly packId: string;
  readonly file: string;
  identities: readonly string[];
}

async function scene(entitled: readonly Person[], reader: Person): Promise<Scene> {
  const folder = await newFolder();
  const library = await openLibrary(path.join(folder, 'profile'));
  const item = completeItem(
    { title: 'Hemligt ärende', documents: [{ title: 'Avtal', bytes, pageCount: 4 }] },
    1,
  );
  const work = path.join(folder, 'work');
  await mkdir(work);
  const sealed = await seal({ ...item, entitled, folder: work });
  const file = path.join(folder, 'ks.beredd');
  const manifest = await writeSealedPack(file, [sealed]);
  await importOne(library, file);
  const made = {
    library,
    meetingId: manifest.meeting.id,
    itemId: sealed.publicItem.id,
    itemKey: sealed.record.itemKey,
    packId: manifest.pack.id,
    file,
    identities: [reader.identity],
  };
  const reading = createSealedReading({
    library,
    letters: valueOf(await openLetterStore(folder)),
    identities: () => result.identities,
    now: () => 1,
  });
  const result: Scene = { ...made, reading };
  await reading.prepare(manifest.meeting.id);
  return result;
}

function shownItem({ library, reading, meetingId, itemId }: Scene) {
  const view = library.meetingView(meetingId);
  const item = view === null ? undefined : reading.view(view).agenda.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error('no item');
  return item;
}

describe('a sealed item in the library', () => {
  test('is filled in for the person whose key fits: documents, pages, and the mark that it is sealed', async () => {
    const [person] = await people(1);
    if (person === undefined) throw new Error('nobody');
    const made = await scene([person], person);
    expect(shownItem(made)).toMatchObject({
      title: 'Hemligt ärende',
      unlocked: true,
      sealed: { ground: 'OSL 26 kap. 1 §' },
      documents: [{ title: 'Avtal', size: bytes.length, firstPackPage: 2, available: true }],
    });
    const [document] = shownItem(made).documents;
    const content = made.reading.findDocument(document?.sha256 ?? '');
    const range = valueOf(
      (await content?.read(65_000, 140_000)) ?? { ok: false, error: { code: 'unexpected' } },
    );
    expect(bytes.subarray(65_000, 140_001).equals(range)).toBe(true);
  });

  test('stays shut for anybody else, and shuts again when the identity is locked', async () => {
    const [entitled, other] = await people(2);
    if (entitled === undefined || other === undefined) throw new Error('nobody');
    expect(shownItem(await scene([entitled], other))).toMatchObject({
      title: 'Sekretessärende',
      documents: [],
    });
    const made = await scene([entitled], entitled);
    const [document] = shownItem(made).documents;
    made.identities = [];
    await made.reading.refresh();
    expect(shownItem(made).documents).toEqual([]);
    expect(made.reading.findDocument(document?.sha256 ?? '')).toBeNull();
    made.identities = [entitled.identity];
    await made.reading.refresh();
    expect(shownItem(made).unlocked).toBe(true);
  });

  test('opens by a key letter of the pack’s issuer, and by nobody else’s', async () => {
    const [entitled, substitute] = await people(2);
    if (entitled === undefined || substitute === undefined) throw new Error('nobody');
    const made = await scene([entitled], substitute);
    const letterTo = async (person: Person) => ({
      pack: made.packId,
      revision: 1,
      item: made.itemId,
      key: Buffer.from(await encryptKeyForOne(person.recipient, made.itemKey)).toString('base64'),
    });
    const issuer = testSigner().publicKey.line;
    const mine = await letterTo(substitute);
    const take = made.reading.takeLetter;
    expect(failureOf(await take(mine, testSigner(2).publicKey.line)).code).toBe('letterUnknownIssuer');
    expect(failureOf(await take({ ...mine, item: made.packId }, issuer)).code).toBe('letterUnknownItem');
    expect(failureOf(await take(await letterTo(entitled), issuer)).code).toBe('letterOtherPerson');
    expect(valueOf(await take(mine, issuer))).toEqual({ meetingId: made.meetingId });
    expect(shownItem(made).unlocked).toBe(true);
    valueOf(await made.reading.forget(made.meetingId));
    await made.reading.prepare(made.meetingId);
    expect(shownItem(made).unlocked).toBeUndefined();
  });

  test('is gone from the disk after disposal, and a watched folder does not bring it back', async () => {
    const [person] = await people(1);
    if (person === undefined) throw new Error('nobody');
    const made = await scene([person], person);
    const before = (await made.library.packDocuments(made.meetingId))?.length;
    expect(before).toBe(4);
    expect(valueOf(await made.library.disposeOf(made.meetingId))).toEqual({ documentCount: 2 });
    expect(await made.library.packDocuments(made.meetingId)).toEqual([]);
    expect((await importOne(made.library, made.file)).result.kind).toBe('known');
    expect(await made.library.packDocuments(made.meetingId)).toEqual([]);
    expect(made.library.shownPack(made.meetingId)?.disposedAt).not.toBeNull();
  });
});

describe('a sealed briefing in the library', () => {
  const document = Buffer.from('insatsplan');

  async function briefingScene() {
    const [person, other] = await people(2);
    if (person === undefined || other === undefined) throw new Error('nobody');
    const folder = await newFolder();
    const library = await openLibrary(path.join(folder, 'profile'));
    const work = path.join(folder, 'work');
    await mkdir(work);
    const briefing = completeBriefing('Skyddsrum saknas', document);
    const sealed = await sealOfBriefing({ briefing, bytes: document, entitled: [person], folder: work });
    const file = path.join(folder, 'ks.beredd');
    const manifest = await writeSealedPack(file, [sealed]);
    await importOne(library, file);
    const letters = valueOf(await openLetterStore(folder));
    const readingOf = async (identity: string) => {
      const reading = createSealedReading({ library, letters, identities: () => [identity], now: () => 1 });
      await reading.prepare(manifest.meeting.id);
      return reading;
    };
    const view = library.meetingView(manifest.meeting.id);
    if (view === null) throw new Error('no meeting');
    return { manifest, briefing, sealed, view, person, other, readingOf };
  }

  test('shows openly its unit and nothing else', async () => {
    const { manifest, view, other, readingOf } = await briefingScene();
    const [entry] = (await readingOf(other.identity)).view(view).briefings;
    expect(entry).toMatchObject({
      unit: { name: 'Räddningstjänsten' },
      sections: [],
      sealed: { pageCount: 3 },
    });
    expect(entry?.unlocked).toBeUndefined();
    expect(JSON.stringify(manifest)).not.toMatch(/Skyddsrum|Räddningschefen|Insatsplan/);
  });

  test('is whole for the person whose key fits, with the pack pages that everyone counts', async () => {
    const { view, briefing, person, readingOf } = await briefingScene();
    const reading = await readingOf(person.identity);
    const [entry] = reading.view(view).briefings;
    expect(entry).toMatchObject({
      unlocked: true,
      presenter: 'Räddningschefen',
      sections: briefing.sections,
      documents: [{ title: 'Insatsplan', firstPackPage: 2, available: true }],
    });
    const content = reading.findDocument(entry?.documents[0]?.sha256 ?? '');
    expect(
      Buffer.from(valueOf((await content?.read(0, document.length - 1)) ?? failure('unexpected'))),
    ).toEqual(document);
  });

  test('asks that notes on its points, figures, commitments and documents are encrypted', async () => {
    const { manifest, briefing, person, readingOf } = await briefingScene();
    const reading = await readingOf(person.identity);
    const isSealed = (source: Parameters<SealedReading['isSealed']>[0]['source']) =>
      reading.isSealed({ meeting: manifest.meeting.id, source });
    const [keyFigure, commitment] = [briefing.keyFigures[0]?.id ?? '', briefing.commitments[0]?.id ?? ''];
    expect(isSealed({ type: 'briefing', briefing: briefing.id })).toBe(true);
    expect(isSealed({ type: 'keyFigure', briefing: briefing.id, keyFigure })).toBe(true);
    expect(isSealed({ type: 'commitment', briefing: briefing.id, commitment })).toBe(true);
    expect(isSealed({ type: 'document', document: briefing.documents[0]?.id ?? '', item: null })).toBe(true);
    expect(isSealed({ type: 'meeting' })).toBe(false);
  });

  test('opens by a key letter for one more person', async () => {
    const { manifest, sealed, briefing, view, other, readingOf } = await briefingScene();
    const reading = await readingOf(other.identity);
    const key = encodeBase64(await encryptKeyForOne(other.recipient, sealed.record.itemKey));
    const letter = { pack: manifest.pack.id, revision: 1, item: briefing.id, key };
    valueOf(await reading.takeLetter(letter, testSigner().publicKey.line));
    expect(reading.view(view).briefings[0]?.unlocked).toBe(true);
  });
});
