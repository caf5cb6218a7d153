import { copyFile, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../core/library/views.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { verifyPack } from '../../../electron/packs/verifyPack.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { eventually, newFolder, openLibrary } from './profileScene.ts';

let shared: string;
let library: LibraryService;
let opened: string[];
let told: ImportOutcome[];
let stop: () => void;

beforeEach(async () => {
  shared = await newFolder();
  opened = [];
  told = [];
  library = await openLibrary(await newFolder(), {
    packs: {
      verifyPack,
      openPack: (file) => {
        opened.push(path.basename(file));
        return openPack(file);
      },
    },
  });
  await library.addWatchedFolder(shared);
  stop = library.watch((outcomes) => told.push(...outcomes));
});
afterEach(() => stop());

const inShared = (name: string): string => path.join(shared, name);
const meetings = () => library.view().meetings;
const folder = () => library.view().watchedFolders[0];
const notices = () => library.view().notices.map((notice) => notice.kind);
/** Some rounds of looking. */
const aWhile = (ms = 250) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a pack in a watched folder', () => {
  it('is taken in whatever its name, and told', async () => {
    await copyFile((await buildTestPack()).file, inShared('Kallelse (1).zip.tmp2'));
    await eventually(() => meetings().length === 1);
    await eventually(() => folder()?.packCount === 1 && told.length > 0);
    expect(told.map((outcome) => outcome.result.kind)).toEqual(['added']);
    expect(notices()).toEqual(['imported']);
    expect(folder()).toMatchObject({ state: 'watching', path: shared });
  });

  it('is found in folders below', async () => {
    await mkdir(inShared('kommunstyrelsen/2026'), { recursive: true });
    await copyFile((await buildTestPack()).file, inShared('kommunstyrelsen/2026/december.beredd'));
    await eventually(() => meetings().length === 1);
  });

  it('is not read again while it stays as it is, and makes no news under another name', async () => {
    await copyFile((await buildTestPack()).file, inShared('a.beredd'));
    await eventually(() => meetings().length === 1);
    await aWhile();
    expect(opened).toEqual(['a.beredd']);
    await rename(inShared('a.beredd'), inShared('b.beredd'));
    await eventually(() => opened.includes('b.beredd'));
    await aWhile();
    expect(told).toHaveLength(1);
    expect(folder()?.packCount).toBe(1);
  });

  it('may have conflict copies beside it', async () => {
    const { file } = await buildTestPack();
    await copyFile(file, inShared('kallelse.beredd'));
    await copyFile(file, inShared('kallelse.sync-conflict-20261124.beredd'));
    await eventually(() => folder()?.packCount === 2);
    expect(meetings()).toHaveLength(1);
    expect(notices()).toEqual(['imported']);
  });

  it('brings a supplement when it is replaced by one', async () => {
    const first = await buildTestPack();
    await copyFile(first.file, inShared('kallelse.beredd'));
    await eventually(() => meetings().length === 1);
    const second = await buildTestPack({
      name: 'rev2.beredd',
      supplementTo: first,
      pack: { revision: 2, previous: first.manifestSha256 },
    });
    await copyFile(second.file, inShared('kallelse.beredd'));
    await eventually(() => meetings()[0]?.revision === 2);
    expect(meetings()[0]?.missingDocumentCount).toBe(0);
  });
});

describe('a file that is still being written', () => {
  it('is waited for, without an alarm, and taken in when it is whole', async () => {
    const bytes = await readFile((await buildTestPack()).file);
    for (const share of [0.3, 0.6, 0.9]) {
      await writeFile(inShared('kallelse.beredd'), bytes.subarray(0, Math.floor(bytes.length * share)));
      await aWhile(60);
    }
    expect(notices()).toEqual([]);
    expect(meetings()).toEqual([]);
    await writeFile(inShared('kallelse.beredd'), bytes);
    await eventually(() => meetings().length === 1);
    await eventually(() => notices().length > 0);
    expect(notices()).toEqual(['imported']);
  });

  it('is told as refused when it stays cut, and the notice goes when it is whole after all', async () => {
    const bytes = await readFile((await buildTestPack()).file);
    await writeFile(inShared('kallelse.beredd'), bytes.subarray(0, bytes.length - 50));
    await aWhile(200);
    expect(notices()).toEqual([]);
    await eventually(() => notices().includes('refused'));
    expect(library.view().notices[0]).toMatchObject({ file: 'kallelse.beredd', error: { code: 'packCut' } });
    await writeFile(inShared('kallelse.beredd'), bytes);
    await eventually(() => meetings().length === 1);
    await eventually(() => !notices().includes('refused'));
  });

  it('is taken in although its size and time are those of the cut one', async () => {
    const bytes = await readFile((await buildTestPack()).file);
    const time = new Date('2026-11-20T10:00:00Z');
    const write = async (content: Uint8Array) => {
      await writeFile(inShared('kallelse.beredd'), content);
      await utimes(inShared('kallelse.beredd'), time, time);
    };
    const unfinished = Uint8Array.from(bytes);
    unfinished.fill(0, bytes.length - 200);
    await write(unfinished);
    await eventually(() => opened.length > 0);
    await write(bytes);
    await eventually(() => meetings().length === 1);
  });
});

describe('a file that is no pack', () => {
  it('is left alone when its name does not claim to be one', async () => {
    await writeFile(inShared('protokoll.pdf'), '%PDF-1.7');
    await writeFile(inShared('desktop.ini'), 'x');
    await aWhile();
    expect(opened).toEqual([]);
    expect(notices()).toEqual([]);
  });

  it('is told at once when it is a web page under a pack’s name', async () => {
    await writeFile(inShared('kallelse.beredd'), '<!doctype html><title>Logga in</title>');
    await eventually(() => notices().includes('refused'));
    expect(library.view().notices[0]?.error).toMatchObject({ code: 'packIsHtml', file: 'kallelse.beredd' });
  });
});

describe('a watched folder', () => {
  it('that is gone or empty changes nothing, and says so', async () => {
    await copyFile((await buildTestPack()).file, inShared('kallelse.beredd'));
    await eventually(() => meetings().length === 1);
    const before = meetings();
    await rm(inShared('kallelse.beredd'));
    await eventually(() => folder()?.state === 'empty');
    await rename(shared, `${shared}-away`);
    await eventually(() => folder()?.state === 'gone');
    expect(meetings()).toEqual(before);
    await rename(`${shared}-away`, shared);
    await eventually(() => folder()?.state === 'empty');
    await copyFile((await buildTestPack({ pack: { revision: 2 } })).file, inShared('ny.beredd'));
    await eventually(() => meetings()[0]?.revision === 2);
  });

  it('is refused when it cannot be listed, and added once however often it is chosen', async () => {
    expect(await library.addWatchedFolder(path.join(shared, 'finns inte'))).toMatchObject({
      ok: false,
      error: { code: 'watchedFolderGone' },
    });
    const first = await library.addWatchedFolder(shared);
    expect(await library.addWatchedFolder(`${shared}/`)).toEqual(first);
    expect(library.view().watchedFolders).toHaveLength(1);
  });

  it('that is removed is not looked into any more; its meetings stay', async () => {
    await copyFile((await buildTestPack()).file, inShared('kallelse.beredd'));
    await eventually(() => meetings().length === 1);
    await library.removeWatchedFolder(folder()?.id ?? '');
    await copyFile((await buildTestPack({ pack: { revision: 2 } })).file, inShared('ny.beredd'));
    await aWhile();
    expect(library.view().watchedFolders).toEqual([]);
    expect(meetings().map((meeting) => meeting.revision)).toEqual([1]);
  });
});
