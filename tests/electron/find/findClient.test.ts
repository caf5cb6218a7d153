import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Found } from '../../../core/find/found.ts';
import type { FindClient } from '../../../electron/find/findClient.ts';
import { createFindClient } from '../../../electron/find/findClient.ts';
import type { FindReply, FindRequest } from '../../../electron/find/findMessages.ts';
import type { PackChannel } from '../../../electron/packs/packChannel.ts';

/** A process that does nothing by itself: the test says what it answers and when it is gone. */
interface FakeProcess {
  readonly received: FindRequest[];
  readonly say: (reply: FindReply) => void;
  readonly die: () => void;
  isStopped: boolean;
}

let processes: FakeProcess[];
let told: Found[];
let reported: unknown[];
let client: FindClient;

function connect(): PackChannel {
  let listener: (message: unknown) => void = () => undefined;
  let gone: (why: string) => void = () => undefined;
  const fake: FakeProcess = {
    received: [],
    say: (reply) => listener(reply),
    die: () => gone('exit code 1'),
    isStopped: false,
  };
  processes.push(fake);
  return {
    send: (message) => fake.received.push(message as FindRequest),
    onMessage: (given) => void (listener = given),
    onGone: (given) => void (gone = given),
    stop: () => {
      fake.isStopped = true;
      gone('stopped');
      return Promise.resolve();
    },
  };
}

const sha256 = 'a'.repeat(64);
const document = { sha256, path: '/x', isPdf: true, fromPage: 1, pageCount: 3 };
const words = { words: 'plan', matchesCase: false, wholeWords: false };
const searchFor = (search: string): void =>
  client.search({ search, words, documents: [document], startAt: 0 });

const found = (search: string, { documents, ...changes }: Partial<Found> = {}): FindReply => ({
  kind: 'found',
  found: {
    search,
    isFirst: true,
    hits: Uint32Array.of(0, 1, 2, 6),
    documents: [...(documents ?? [])],
    pagesRead: 1,
    pagesTotal: 3,
    isDone: false,
    isCut: false,
    ...changes,
  },
});

const latest = (): FakeProcess => {
  const process = processes.at(-1);
  if (process === undefined) throw new Error('no process was started');
  return process;
};

beforeEach(() => {
  vi.useFakeTimers();
  processes = [];
  told = [];
  reported = [];
  client = createFindClient({
    connect,
    begin: { wasmFile: 'pdfium.wasm', folder: '/text', documentsFolder: '/documents', version: '1' },
    onFound: (each) => told.push(each),
    report: (error) => reported.push(error),
    idleMs: 60_000,
  });
});
afterEach(async () => {
  await client.stop();
  vi.useRealTimers();
});

describe('the client of the find process', () => {
  test('starts the process with the first search and tells only of the newest', () => {
    expect(processes).toHaveLength(0);
    searchFor('one');
    searchFor('two');
    latest().say(found('one'));
    latest().say(found('two'));
    expect(processes).toHaveLength(1);
    expect(latest().received.map(({ kind }) => kind)).toEqual(['begin', 'search', 'search']);
    expect(told.map(({ search }) => search)).toEqual(['two']);
  });

  test('replaces a process that dies on a page, passes the page over, and asks again', () => {
    searchFor('one');
    latest().say({ kind: 'reading', sha256, page: 2 });
    latest().die();
    expect(processes).toHaveLength(2);
    expect(latest().received).toMatchObject([
      { kind: 'begin', skipped: [{ sha256, page: 2 }] },
      { kind: 'search', search: 'one' },
    ]);
    latest().say(found('one', { isDone: true }));
    expect(told).toHaveLength(1);
    latest().die();
    expect(processes).toHaveLength(2);
  });

  test('says that nothing can be read when no process stays', () => {
    searchFor('one');
    for (let times = 0; times < 3; times += 1) latest().die();
    expect(told).toMatchObject([
      { search: 'one', isDone: true, documents: [{ error: { code: 'unexpected' } }] },
    ]);
    expect(reported).toHaveLength(1);
  });

  test('gives the lines that were asked for, also when the process is replaced in between', async () => {
    const asked = client.lines([{ document, page: 1, start: 2, end: 6 }]);
    latest().die();
    const request = latest().received.find((each) => each.kind === 'lines');
    const line = { text: 'Ny plan', start: 3, end: 7 };
    latest().say({ kind: 'lines', job: request?.job ?? 0, lines: [line] });
    expect(await asked).toEqual([line]);
  });

  test('lets go of the process when nothing was asked for a while, and starts it again when needed', async () => {
    searchFor('one');
    latest().say(found('one', { isDone: true }));
    latest().say({ kind: 'resting' });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(processes[0]?.isStopped).toBe(true);
    searchFor('two');
    expect(processes).toHaveLength(2);
  });

  test('ends the process that was given the key of a sealed document when it is locked, and only that', async () => {
    searchFor('open');
    await client.forgetSealed();
    expect(processes.map(({ isStopped }) => isStopped)).toEqual([false]);
    const sealed = { ...document, key: 'AGE-SECRET-KEY-1' };
    client.search({ search: 'sealed', words, documents: [document, sealed], startAt: 0 });
    const lines = client.lines([{ document: sealed, page: 1, start: 0, end: 4 }]);
    await client.forgetSealed();
    expect(processes.map(({ isStopped }) => isStopped)).toEqual([true]);
    expect(await lines).toEqual([null]);
    searchFor('again');
    expect(processes).toHaveLength(2);
    expect(JSON.stringify(processes[1]?.received)).not.toContain('AGE-SECRET-KEY');
  });
});
