import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../core/errors.ts';
import type { PageReader, PageToRead, ReadPage } from '../../../electron/find/pageReading.ts';
import { ReaderPool, runLength } from '../../../electron/find/ReaderPool.ts';

/** A reader that answers when the test says so. */
interface SlowReader extends PageReader {
  readonly given: number[];
  answer: () => void;
  isStopped: boolean;
  isBroken: boolean;
}

let readers: SlowReader[];
let pool: ReaderPool;

function startReader(): PageReader {
  const reader: SlowReader = {
    given: [],
    answer: () => undefined,
    isStopped: false,
    read: ({ page }) =>
      new Promise<ReadPage>((resolve) => {
        reader.given.push(page);
        reader.answer = () => resolve(ok({ text: `sida ${page}`, folded }));
      }),
    stop: () => void (reader.isStopped = true),
    isGone: () => reader.isBroken,
    isBroken: false,
  };
  readers.push(reader);
  return reader;
}

const folded = { text: '', starts: new Uint32Array(), ends: new Uint32Array() };
const page = (number: number): PageToRead => ({ sha256: 'a', file: '/a', page: number });
const given = (): number[][] => readers.map((reader) => reader.given);

beforeEach(() => {
  vi.useFakeTimers();
  readers = [];
  pool = new ReaderPool({ startReader, width: 2, patienceSeconds: 5 });
});
afterEach(() => vi.useRealTimers());

describe('readers side by side', () => {
  test('each has one page at a time, and gets the next when it is done', async () => {
    const reads = [1, 2, 3].map((number) => pool.read(page(number)));
    expect(given()).toEqual([[1], [2]]);
    readers[1]?.answer();
    expect(await reads[1]).toMatchObject({ ok: true, value: { text: 'sida 2' } });
    expect(given()).toEqual([[1], [2, 3]]);
  });

  test('each reads on where it is, away from the others, and no page is forgotten', async () => {
    const pages = Array.from({ length: 7 * runLength }, (_, at) => at + 1);
    const read: number[] = [];
    for (const number of pages) void pool.read(page(number)).then(() => read.push(number));
    while (read.length < pages.length) {
      for (const reader of readers) reader.answer();
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(read.toSorted((a, b) => a - b)).toEqual(pages);
    const [one = new Set<number>(), other] = given().map(
      (numbers) => new Set(numbers.map((number) => Math.floor((number - 1) / runLength))),
    );
    // The first pages are asked for one by one, and the last ones are shared.
    expect([...one].filter((run) => other?.has(run)).length).toBeLessThanOrEqual(2);
  });

  test('a page of another file is not kept waiting by a whole file', async () => {
    for (const number of Array.from({ length: 40 }, (_, at) => at + 1)) void pool.read(page(number));
    let isRead = false;
    void pool.read({ sha256: 'b', file: '/b', page: 1 }).then(() => (isRead = true));
    let turns = 0;
    for (; !isRead; turns += 1) {
      for (const reader of readers) reader.answer();
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(turns).toBeLessThan(40);
  });

  test('one that does not get over a page is replaced; the page is named, the others go on', async () => {
    const [stuck, other] = [pool.read(page(1)), pool.read(page(2))];
    const waiting = pool.read(page(3));
    await vi.advanceTimersByTimeAsync(4_000);
    readers[1]?.answer();
    expect(await other).toMatchObject({ ok: true });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await stuck).toEqual({ ok: false, error: { code: 'documentTooSlow', detail: { page: 1 } } });
    expect(readers[0]?.isStopped).toBe(true);
    const more = pool.read(page(4));
    expect(given()).toEqual([[1], [2, 3], [4]]);
    readers[1]?.answer();
    readers[2]?.answer();
    expect([await waiting, await more]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('one that broke down is given no other page', async () => {
    const read = pool.read(page(1));
    const [first] = readers;
    if (first === undefined) throw new Error('no reader was started');
    first.isBroken = true;
    first.answer();
    await read;
    void pool.read(page(2));
    expect(given()).toEqual([[1], [2]]);
  });

  test('readers at rest are let go, and started again when needed', async () => {
    const read = pool.read(page(1));
    readers[0]?.answer();
    await read;
    pool.release();
    expect(readers[0]?.isStopped).toBe(true);
    void pool.read(page(2));
    expect(given()).toEqual([[1], [2]]);
  });
});
