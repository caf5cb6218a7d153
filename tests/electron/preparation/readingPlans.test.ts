import { beforeEach, describe, expect, test } from 'vitest';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import type { FindClient } from '../../../electron/find/findClient.ts';
import type { PreparationData } from '../../../electron/preparation/preparationStore.ts';
import {
  openPreparationStore,
  preparationBackupPart,
} from '../../../electron/preparation/preparationStore.ts';
import type { ReadingPlans } from '../../../electron/preparation/readingPlans.ts';
import { createReadingPlans } from '../../../electron/preparation/readingPlans.ts';
import type { DurableStore } from '../../../electron/storage/store.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { testId } from '../../support/testManifest.ts';
import { takePartIn } from '../../support/takePartIn.ts';
import { eventually, importOne, newFolder, openLibrary } from '../library/profileScene.ts';

const meetingId = testId('meeting', 1);
let folder: string;
let library: LibraryService;
let store: DurableStore<PreparationData>;
let plans: ReadingPlans;
let changed: string[];
/** Whether pages are read that nobody read before: what was asked, in order. */
let asked: boolean[];
let known: number | null;

const words: FindClient['words'] = (documents, reads) => {
  asked.push(reads);
  if (reads) known ??= 250;
  return Promise.resolve(documents.map(({ pageCount }) => Array.from({ length: pageCount }, () => known)));
};
const openStore = async (): Promise<DurableStore<PreparationData>> => {
  const opened = await openPreparationStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const valueOf = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
  const given = await answer;
  if (!given.ok) throw new Error('it failed');
  return given.value;
};

beforeEach(async () => {
  folder = await newFolder();
  library = await openLibrary(folder);
  await importOne(library, (await buildTestPack()).file);
  store = await openStore();
  [changed, asked, known] = [[], [], null];
  plans = createReadingPlans({
    library,
    find: { words },
    store,
    onChanged: (id) => changed.push(id),
    report: (error) => {
      throw error;
    },
  });
});

describe('the reading plan of a meeting', () => {
  test('tells what is known at once, has the rest read in the background, and does not try twice', async () => {
    const first = await valueOf(plans.planOf(meetingId));
    expect(Object.values(first.words)).toEqual([[null], [null]]);
    expect(first).toMatchObject({ isReading: true, speed: { isByHand: false, pageCount: 0 } });
    await eventually(() => changed.length === 1);
    const second = await valueOf(plans.planOf(meetingId));
    expect(Object.values(second.words)).toEqual([[250], [250]]);
    expect(second.isReading).toBe(false);
    known = null;
    await plans.planOf(meetingId);
    expect(asked).toEqual([false, true, false, false]);
  });

  test('keeps deadlines and the own order over a restart, and takes a deadline away', async () => {
    const [one, two] = [testId('item', 1), testId('item', 2)];
    await plans.setDeadline(meetingId, one, '2026-11-28');
    await plans.setDeadline(meetingId, two, '2026-11-29');
    await plans.setDeadline(meetingId, two, null);
    const plan = await valueOf(plans.setOrder(meetingId, [two, one]));
    expect(plan).toMatchObject({ deadlines: { [one]: '2026-11-28' }, order: [two, one] });
    await store.flush();
    expect((await openStore()).read().meetings[meetingId]).toMatchObject({
      deadlines: { [one]: '2026-11-28' },
      order: [two, one],
    });
  });

  test('learns the speed from pages read, lets the one set by hand win, and forgets on request', async () => {
    const document = library.meetingView(meetingId)?.agenda[0]?.documents[0]?.id ?? '';
    for (let n = 0; n < 6; n += 1) await plans.learn(meetingId, document, [{ page: 1, seconds: 60 }]);
    expect((await valueOf(plans.planOf(meetingId))).speed).toEqual({
      wordsPerMinute: 250,
      isByHand: false,
      pageCount: 6,
    });
    expect((await valueOf(plans.setSpeed(meetingId, 5000))).speed).toEqual({
      wordsPerMinute: 900,
      isByHand: true,
      pageCount: 6,
    });
    expect((await valueOf(plans.setSpeed(meetingId, null))).speed.wordsPerMinute).toBe(250);
    expect((await valueOf(plans.forgetSpeed(meetingId))).speed.pageCount).toBe(0);
    expect(store.read().readPages).toEqual([]);
  });

  test('learns nothing from a page passed by, nor from a document it does not know', async () => {
    const document = library.meetingView(meetingId)?.agenda[0]?.documents[0]?.id ?? '';
    await plans.learn(meetingId, document, [{ page: 1, seconds: 3 }]);
    await plans.learn(meetingId, testId('document', 99), [{ page: 1, seconds: 60 }]);
    expect(store.read().readPages).toEqual([]);
  });

  test('fails for a meeting that is not here', async () => {
    const unknown = testId('meeting', 9);
    for (const answer of [plans.planOf(unknown), plans.setSpeed(unknown, 200), plans.learn(unknown, '', [])])
      expect(await answer).toMatchObject({ ok: false, error: { code: 'meetingUnknown' } });
  });
});

describe('the backup of the preparation', () => {
  test('holds what the person decided and nothing of what was measured, and keeps what is here', async () => {
    const part = preparationBackupPart(store);
    await plans.setDeadline(meetingId, testId('item', 1), '2026-11-28');
    await plans.setSpeed(meetingId, 300);
    await store.update((data) => ({ ...data, readPages: [{ words: 300, seconds: 60 }] }));
    const exported = await part.export();
    expect(JSON.stringify(exported)).not.toContain('readPages');
    folder = await newFolder();
    const other = await openStore();
    expect(exported.ok && (await takePartIn(preparationBackupPart(other), exported.value, ''))).toMatchObject(
      {
        ok: true,
      },
    );
    expect(other.read()).toMatchObject({ speedByHand: 300, readPages: [] });
    expect(other.read().meetings[meetingId]?.deadlines).toEqual({ [testId('item', 1)]: '2026-11-28' });
    await plans.setSpeed(meetingId, 200);
    if (exported.ok) await takePartIn(part, exported.value, '');
    expect(store.read().speedByHand).toBe(200);
    expect(await takePartIn(part, { speedByHand: 'fast' }, '')).toMatchObject({
      error: { code: 'backupDamaged' },
    });
  });
});
