import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { writeDurable } from '../../../electron/storage/durableFile.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { plainAgenda, testId } from '../../support/testManifest.ts';
import { eventually, importOne, newFolder, openLibrary } from './profileScene.ts';

const meetingId = testId('meeting', 1);
const documentId = testId('document', 2);
const position = (page: number) => ({ page, offset: 0.25, zoom: { mode: 'percent' as const, percent: 150 } });

let folder: string;
let library: LibraryService;

beforeEach(async () => {
  folder = await newFolder();
  library = await openLibrary(folder);
  await importOne(library, (await buildTestPack()).file);
});

const documentIn = (own: LibraryService) =>
  own
    .meetingView(meetingId)
    ?.agenda.flatMap((item) => item.documents)
    .find((each) => each.id === documentId);

describe('where the person was', () => {
  it('counts at once and is on disk within a second, however often it changes', async () => {
    const slow = await openLibrary(folder, { times: { saveSoonMs: 300 } });
    for (let page = 1; page <= 200; page++) void slow.setPosition(meetingId, documentId, position(page));
    expect(documentIn(slow)?.position?.page).toBe(1);
    const started = Date.now();
    await eventually(async () =>
      (await readFile(path.join(folder, 'library.json'), 'utf8')).includes('"page":200'),
    );
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it('is kept across restarts, with item and document last shown', async () => {
    const place = { itemId: testId('item', 2), briefingId: null, documentId };
    await library.meeting(meetingId);
    await library.setPlace(meetingId, place);
    await library.setPosition(meetingId, documentId, position(1));
    const beside = { place, half: 'left', isLinked: true } as const;
    await library.setBeside(meetingId, beside);
    const again = await openLibrary(folder);
    expect(again.meetingView(meetingId)?.lastBeside).toEqual(beside);
    await again.setBeside(meetingId, null);
    expect(again.meetingView(meetingId)?.lastBeside).toBeUndefined();
    expect(documentIn(again)?.position).toEqual(position(1));
    expect(again.meetingView(meetingId)?.lastPlace).toEqual(place);
    expect(again.view().meetings[0]?.lastOpenedAt).not.toBeNull();
  });

  it('is written when everything is flushed, without waiting', async () => {
    const slow = await openLibrary(folder, { times: { saveSoonMs: 60_000 } });
    void slow.setPosition(meetingId, documentId, position(1));
    await slow.flush();
    expect(documentIn(await openLibrary(folder))?.position).toEqual(position(1));
  });

  it('is refused for a meeting or document that is not here', async () => {
    const unknown = { ok: false, error: { code: 'meetingUnknown' } };
    expect(await library.setPosition(meetingId, testId('document', 99), position(1))).toEqual(unknown);
    expect(await library.meeting(testId('meeting', 99))).toEqual(unknown);
  });
});

describe('what the person has read', () => {
  it('shows in the library at once and survives a new revision, except for replaced documents', async () => {
    for (const number of [1, 2]) await library.setReadState(meetingId, testId('document', number), 'read');
    expect(library.view().meetings[0]?.unreadDocumentCount).toBe(0);
    const [first, second] = plainAgenda;
    const next = await buildTestPack({
      pack: { revision: 2 },
      agenda: [first ?? {}, { ...second, documents: [{ title: 'Tjänsteskrivelse, ny lydelse' }] }],
    });
    await library.meeting(meetingId);
    await importOne(library, next.file);
    const states = library
      .meetingView(meetingId)
      ?.agenda.flatMap((item) => item.documents.map((each) => each.readState));
    expect(states).toEqual(['read', 'unread']);
    expect(library.view().meetings[0]).toMatchObject({ changedItemCount: 1, changedReadItemCount: 1 });
    await library.markSeen(meetingId);
    expect(library.view().meetings[0]).toMatchObject({ changedItemCount: 0, unreadDocumentCount: 1 });
  });

  it('is told to whoever listens', async () => {
    const unread: (number | undefined)[] = [];
    const stop = library.onChanged((view) => unread.push(view.meetings[0]?.unreadDocumentCount));
    await library.setReadState(meetingId, documentId, 'read');
    stop();
    await library.setReadState(meetingId, documentId, 'unread');
    expect(unread).toEqual([1]);
  });
});

describe('a library.json that is damaged', () => {
  const file = () => path.join(folder, 'library.json');
  const kinds = (own: LibraryService) => own.view().notices.map((notice) => notice.kind);

  it('is set aside, told, and read from the generation before', async () => {
    await library.setReadState(meetingId, documentId, 'read');
    await truncate(file(), 100);
    const again = await openLibrary(folder);
    expect(again.view().meetings).toHaveLength(1);
    expect(kinds(again)).toEqual(['setAside']);
    expect((await readdir(folder)).some((name) => name.startsWith('library.json.damaged-'))).toBe(true);
  });

  it('with both generations gone bad comes back from the packs, and nothing disappears', async () => {
    await writeFile(file(), 'null');
    await writeFile(`${file()}.previous`, '');
    const again = await openLibrary(folder);
    expect(again.view().meetings[0]).toMatchObject({
      title: 'Kommunstyrelsen 1 december 2026',
      missingDocumentCount: 0,
    });
    expect(kinds(again)).toEqual(['setAside', 'setAside']);
    expect(kinds(await openLibrary(folder))).toEqual(['setAside', 'setAside']);
  });

  it('that was removed comes back from the packs', async () => {
    await rm(file());
    await rm(`${file()}.previous`, { force: true });
    expect((await openLibrary(folder)).view().meetings).toHaveLength(1);
  });

  it('comes back without a manifest that somebody changed on disk', async () => {
    const manifest = path.join(folder, 'packs', testId('pack', 1), '1.manifest.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('Kyrkbyn', 'Sjöbyn'));
    await writeFile(file(), 'null');
    await writeFile(`${file()}.previous`, 'null');
    expect((await openLibrary(folder)).view().meetings).toEqual([]);
  });

  it('of a newer Beredd is left alone and refused', async () => {
    await writeDurable(nodeDisk, file(), { kind: 'library', version: 2, generation: 9, data: {} });
    const before = await readFile(file());
    await expect(openLibrary(folder)).rejects.toThrow('profileNewer');
    expect(await readFile(file())).toEqual(before);
  });
});

describe('a manifest that is gone from the shelf', () => {
  it('is told, and comes back with the same pack', async () => {
    const manifest = path.join(folder, 'packs', testId('pack', 1), '1.manifest.json');
    await rm(manifest);
    const again = await openLibrary(folder);
    expect(again.view().meetings).toEqual([]);
    expect(again.view().notices).toMatchObject([{ kind: 'refused', meetingId }]);
    await importOne(again, (await buildTestPack()).file);
    expect(again.view().meetings).toHaveLength(1);
    expect(again.view().notices).toEqual([]);
  });
});
