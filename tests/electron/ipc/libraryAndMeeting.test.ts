import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { announceLibrary, libraryHandlers } from '../../../electron/ipc/library.ts';
import { meetingHandlers } from '../../../electron/ipc/meeting.ts';
import type { Emit } from '../../../electron/ipc/ports.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { createSuccessions } from '../../../electron/library/successions.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import { nothingSealed } from '../../support/nothingSealed.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { plainAgenda, testId } from '../../support/testManifest.ts';
import { eventually, newFolder, openLibrary } from '../library/profileScene.ts';

const meetingId = testId('meeting', 1);
let library: LibraryService;
let events: { name: string; payload: unknown }[];
let chosenFiles: readonly string[] | null;
let chosenFolder: string | null;
const emit: Emit = (name, payload) => void events.push({ name, payload });
const named = (name: string) => events.filter((event) => event.name === name).map((event) => event.payload);

beforeEach(async () => {
  library = await openLibrary(await newFolder());
  events = [];
  chosenFiles = null;
  chosenFolder = null;
});

function handlers() {
  let jobs = 0;
  return libraryHandlers({
    library,
    successions: createSuccessions(library, nodeDisk),
    emit,
    newId: () => `job-${(jobs += 1)}`,
    dialogs: {
      choosePacks: () => Promise.resolve(chosenFiles),
      chooseFolder: () => Promise.resolve(chosenFolder),
    },
  });
}

describe('the handlers of library', () => {
  it('take in what was chosen, and nothing when nothing was', async () => {
    const { choosePacks } = handlers();
    expect(await choosePacks(undefined)).toEqual({ ok: true, value: [] });
    chosenFiles = [(await buildTestPack()).file];
    expect(await choosePacks(undefined)).toMatchObject({ value: [{ result: { kind: 'added' } }] });
    expect(named('library.importProgress').at(-1)).toMatchObject({ job: 'job-2', phase: 'done' });
  });

  it('cancel one of several imports by its job', async () => {
    const { importFiles, cancelImport } = handlers();
    const [one, two] = await Promise.all([
      buildTestPack(),
      buildTestPack({ pack: { id: testId('pack', 2) }, meeting: { id: testId('meeting', 2) } }),
    ]);
    const running = [importFiles({ paths: [one.file] }), importFiles({ paths: [two.file] })];
    await cancelImport({ job: 'job-2' });
    const [first, second] = await Promise.all(running);
    expect(first).toMatchObject({ value: [{ result: { kind: 'added' } }] });
    expect(second).toMatchObject({ value: [{ result: { error: { code: 'cancelled' } } }] });
    expect(await cancelImport({ job: 'no such job' })).toEqual({ ok: true, value: undefined });
  });

  it('watch a chosen folder and tell what lies in it already', async () => {
    expect(await handlers().addWatchedFolder(undefined)).toEqual({ ok: true, value: null });
    chosenFolder = await newFolder();
    await copyFile((await buildTestPack()).file, path.join(chosenFolder, 'x'));
    const stop = announceLibrary(library, emit);
    await handlers().addWatchedFolder(undefined);
    await eventually(() => named('library.imported').length > 0);
    stop();
    expect(named('library.imported')[0]).toMatchObject({ byWatchedFolder: true });
    expect(named('library.changed').at(-1)).toMatchObject({ meetings: [{ meetingId }] });
  });
});

describe('the handlers of meeting', () => {
  it('tell the meeting on screen of a new revision, once', async () => {
    const first = await buildTestPack();
    await library.importFiles([first.file], { job: 'x' });
    const meeting = meetingHandlers({ library, emit, now: () => 0, sealed: nothingSealed });
    await meeting.open({ meetingId });
    events = [];
    const next = await buildTestPack({
      pack: { revision: 2, previous: first.manifestSha256 },
      agenda: [...plainAgenda, { title: 'Ny punkt', documents: [{ title: 'Ny' }] }],
    });
    await library.importFiles([next.file], { job: 'y' });
    await library.importFiles([next.file], { job: 'z' });
    expect(named('meeting.changed')).toHaveLength(1);
    expect(named('meeting.changed')[0]).toMatchObject({ meeting: { revision: 2, newItemCount: 1 } });
    expect(await meeting.markSeen({ meetingId })).toMatchObject({ value: { meeting: { newItemCount: 0 } } });
  });

  it('refuse a meeting that is not here', async () => {
    const meeting = meetingHandlers({ library, emit, now: () => 0, sealed: nothingSealed });
    expect(await meeting.open({ meetingId })).toEqual({ ok: false, error: { code: 'meetingUnknown' } });
  });
});
