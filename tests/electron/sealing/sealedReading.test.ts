import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { openLetterStore } from '../../../electron/sealing/letterStore.ts';
import { encryptKeyForOne } from '../../../electron/sealing/sealItem.ts';
import type { SealedReading } from '../../../electron/sealing/sealedReading.ts';
import { createSealedReading } from '../../../electron/sealing/sealedReading.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import type { Person } from '../../support/sealedPack.ts';
import { completeItem, people, seal, writeSealedPack } from '../../support/sealedPack.ts';
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
