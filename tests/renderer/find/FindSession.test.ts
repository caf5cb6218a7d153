import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Found } from '../../../core/find/found.ts';
import { ok } from '../../../core/errors.ts';
import type { Client } from '../../../core/contract.ts';
import { FindSession } from '../../../renderer/features/find/FindSession.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';

const view = sampleView({
  agenda: [
    sampleItem(1, { proposedDecision: [], documents: [sampleDocument(1), sampleDocument(2)] }),
    sampleItem(3, { title: 'Plan', proposedDecision: [] }),
  ],
});
const place = { itemId: testId(501), briefingId: null, documentId: testId(1001) };

let started: Parameters<Client['find']['start']>[0][];
let cancelled: string[];
let went: { page: number | null; start: number; isTyping: boolean }[];
let session: FindSession;
let pageInView: number;

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  cancelled = [];
  went = [];
  pageInView = 1;
  let ids = 0;
  session = new FindSession({
    meetingId: testId(1),
    client: {
      find: {
        start: (args) => {
          started.push(args);
          return Promise.resolve(ok(undefined));
        },
        cancel: ({ search }) => {
          cancelled.push(search);
          return Promise.resolve(ok(undefined));
        },
        lines: () => Promise.resolve(ok([])),
      },
    },
    newId: () => `search ${(ids += 1)}`,
    pageInView: () => pageInView,
    onGo: ({ page, range }, isTyping) => went.push({ page, start: range.start, isTyping }),
  });
  session.surround({ view, notes: [], place });
  session.open();
});
afterEach(() => vi.useRealTimers());

const write = async (words: string): Promise<void> => {
  session.choose({ words });
  await vi.advanceTimersByTimeAsync(130);
};
const searches = () => started.filter(({ words }) => words !== null);
function tell(
  hits: readonly (readonly [number, number, number, number])[],
  changes: Partial<Found> = {},
): void {
  session.found({
    search: searches().at(-1)?.search ?? '',
    isFirst: true,
    hits: Uint32Array.from(hits.flat()),
    documents: [],
    pagesRead: 4,
    pagesTotal: 12,
    isDone: false,
    isCut: false,
    ...changes,
  });
}
const state = () => session.store.getState();

describe('searching in a meeting', () => {
  test('reads the text as soon as the bar is open, and searches a moment after the last key', async () => {
    expect(started).toMatchObject([{ words: null, startAt: 0 }]);
    session.choose({ words: 'pl' });
    await vi.advanceTimersByTimeAsync(60);
    session.choose({ words: 'plan' });
    await vi.advanceTimersByTimeAsync(60);
    expect(searches()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(70);
    expect(searches()).toMatchObject([
      { words: { words: 'plan' }, documents: [testId(1001), testId(1002), testId(1003)] },
    ]);
  });

  test('begins in the document that is open', async () => {
    session.surround({ view, notes: [], place: { ...place, documentId: testId(1002) } });
    await write('plan');
    expect(searches()[0]?.startAt).toBe(1);
  });

  test('shows the first hit from the page in view while one writes', async () => {
    pageInView = 2;
    await write('plan');
    tell([[0, 1, 5, 9]]);
    expect(went).toEqual([]);
    tell([[0, 3, 7, 11]], { isFirst: false });
    expect(went).toEqual([{ page: 3, start: 7, isTyping: true }]);
  });

  test('does not leave the item while one writes, but with Enter', async () => {
    await write('plan');
    tell([[2, 2, 0, 4]], { isDone: true });
    expect(went).toEqual([]);
    session.step(1);
    expect(went).toEqual([{ page: null, start: 0, isTyping: false }]);
    session.step(1);
    expect(went.at(-1)).toMatchObject({ page: 2, isTyping: false });
  });

  test('goes on from hit to hit and round again, both ways', async () => {
    await write('plan');
    tell(
      [
        [0, 1, 0, 4],
        [0, 2, 0, 4],
        [1, 1, 0, 4],
      ],
      { isDone: true },
    );
    for (const step of [1, 1, 1, 1, -1] as const) session.step(step);
    expect(went.map(({ page }) => page)).toEqual([1, 2, 1, null, 1, null]);
  });

  test('Enter before anything is found takes to the first hit there is', async () => {
    session.choose({ words: 'plan' });
    session.step(1);
    expect(searches()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(searches()).toHaveLength(1);
    tell([[2, 2, 0, 4]], { isDone: true });
    expect(went).toEqual([{ page: null, start: 0, isTyping: false }]);
  });

  test('ends the search before when other words are written, and minds nothing more of it', async () => {
    await write('plan');
    const older = searches()[0]?.search ?? '';
    await write('karta');
    expect(cancelled).toEqual([older]);
    session.found({ ...emptyFound, search: older, hits: Uint32Array.of(0, 1, 0, 4) });
    expect(state().hits.total).toBe(0);
  });

  test('begins anew when the process was replaced in between', async () => {
    await write('plan');
    tell([
      [0, 1, 0, 4],
      [0, 2, 0, 4],
    ]);
    tell([[0, 1, 0, 4]], { isFirst: true, isDone: true });
    // The hit on the page, and the title of the last item.
    expect(state().hits.total).toBe(2);
  });

  test('searches again when another document is open and only that is searched; the hit one is at stays', async () => {
    await write('plan');
    tell(
      [
        [0, 1, 0, 4],
        [0, 2, 0, 4],
      ],
      { isDone: true },
    );
    session.step(1);
    session.choose({ scope: 'document' });
    await vi.advanceTimersByTimeAsync(10);
    expect(searches().at(-1)).toMatchObject({ documents: [testId(1001)] });
    session.surround({ view, notes: [], place: { ...place, documentId: testId(1002) } });
    expect(searches().at(-1)).toMatchObject({ documents: [testId(1002)] });
    const count = searches().length;
    session.surround({
      view: { ...view, agenda: [...view.agenda] },
      notes: [],
      place: { ...place, documentId: testId(1002) },
    });
    expect(searches()).toHaveLength(count);
  });

  test('tells which documents have no text or could not be read', async () => {
    await write('plan');
    const report = { pageCount: 4, pagesWithoutText: 0, pagesUnread: [], error: null };
    tell([], {
      isDone: true,
      documents: [
        { ...report, index: 2, pagesUnread: [3] },
        { ...report, index: 0, pagesWithoutText: 4 },
        { ...report, index: 1, pagesWithoutText: 2 },
      ],
    });
    expect(state().troubled.map(({ document }) => document.title)).toEqual(['Handling 1', 'Handling 3']);
  });

  test('says why when nothing can be searched', async () => {
    const failing = new FindSession({
      meetingId: testId(1),
      client: {
        find: {
          start: () => Promise.resolve({ ok: false, error: { code: 'meetingUnknown' } }),
          cancel: () => Promise.resolve(ok(undefined)),
          lines: () => Promise.resolve(ok([])),
        },
      },
      newId: () => 'x',
      pageInView: () => 1,
      onGo: () => undefined,
    });
    failing.surround({ view, notes: [], place });
    failing.open();
    failing.choose({ words: 'plan' });
    await vi.advanceTimersByTimeAsync(200);
    expect(failing.store.getState()).toMatchObject({ phase: 'done', error: { code: 'meetingUnknown' } });
  });

  test('closed, it ends the search and marks nothing', async () => {
    await write('plan');
    tell([[0, 1, 0, 4]]);
    expect(session.hitsOn(testId(1001), 1)).toHaveLength(1);
    expect(session.currentOn(testId(1001), 1)).toEqual({ start: 0, end: 4 });
    session.close();
    expect(cancelled).toHaveLength(1);
    expect(session.hitsOn(testId(1001), 1)).toEqual([]);
    expect(session.currentOn(testId(1001), 1)).toBeNull();
  });
});

const emptyFound: Found = {
  search: '',
  isFirst: true,
  hits: new Uint32Array(),
  documents: [],
  pagesRead: 0,
  pagesTotal: 0,
  isDone: false,
  isCut: false,
};
