import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageReadTime } from '../../../renderer/features/reader/reports/readingTime.ts';
import { createReadingTime } from '../../../renderer/features/reader/reports/readingTime.ts';

/** Two documents of three pages, 100 high each, one below the other; the view is 100 high. */
const rows = Array.from({ length: 6 }, (_, at) => ({
  kind: 'page' as const,
  documentIndex: at < 3 ? 0 : 1,
  page: (at % 3) + 1,
  top: at * 100,
  left: 0,
  width: 70,
  height: 100,
  band: at,
  scale: 1,
}));

let at: number;
let top: number;
let told: PageReadTime[];
let time: ReturnType<typeof createReadingTime>;

const session = {
  documents: [{ id: 'a' }, { id: 'b' }],
  scroller: {
    store: { getState: () => ({ layout: { rows } }) },
    view: () => ({ top, height: 100 }),
  },
};

const read = (seconds: number): void => {
  at += seconds * 1000;
  window.dispatchEvent(new Event('pointermove'));
};
const scrollTo = (to: number): void => {
  top = to;
  time.look();
};

beforeEach(() => {
  [at, top, told] = [0, 0, []];
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  time = createReadingTime(
    session,
    (page) => told.push(page),
    () => at,
  );
  time.look();
});
afterEach(() => {
  time.stop();
  vi.restoreAllMocks();
});

describe('how long pages are read', () => {
  test('is told of a page once it is out of view, and of the last one at the end', () => {
    read(60);
    scrollTo(100);
    expect(told).toEqual([{ documentId: 'a', page: 1, seconds: 60 }]);
    read(30);
    time.stop();
    expect(told.at(-1)).toEqual({ documentId: 'a', page: 2, seconds: 30 });
  });

  test('is shared by pages that are in view together, as each fills it', () => {
    scrollTo(225);
    read(40);
    scrollTo(500);
    expect(told).toEqual([
      { documentId: 'a', page: 3, seconds: 30 },
      { documentId: 'b', page: 1, seconds: 10 },
    ]);
  });

  test('does not count while another window has the focus', () => {
    read(20);
    window.dispatchEvent(new Event('blur'));
    at += 600_000;
    window.dispatchEvent(new Event('focus'));
    read(10);
    scrollTo(100);
    expect(told).toEqual([{ documentId: 'a', page: 1, seconds: 30 }]);
  });

  test('is not told of a page before which nobody touched anything for minutes, nor of one passed by', () => {
    read(10);
    at += 200_000;
    scrollTo(100);
    read(1);
    scrollTo(200);
    expect(told).toEqual([]);
  });
});
