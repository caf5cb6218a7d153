import { afterEach, describe, expect, it, vi } from 'vitest';
import { readRangeLater, readRangeNow } from '../../../renderer/features/reader/engine/readRange.ts';

/** Answers a range of ten bytes, or cuts the connection. */
class TestRequest {
  static made = 0;
  responseType = '';
  status = 0;
  response: ArrayBuffer | null = null;
  #url = '';
  #range = '';

  constructor() {
    TestRequest.made += 1;
  }

  open(_method: string, url: string): void {
    this.#url = url;
    this.response = null;
  }

  setRequestHeader(_name: string, value: string): void {
    this.#range = value;
  }

  send(): void {
    if (this.#url.endsWith('/gone')) throw new Error('cut');
    const [from = 0, to = 0] = (/\d+-\d+/.exec(this.#range)?.[0] ?? '').split('-').map(Number);
    this.status = 206;
    this.response = Uint8Array.from({ length: to - from + 1 }, (_, i) => from + i).buffer;
  }

  getResponseHeader(): string {
    return 'bytes 0-9/10';
  }
}

describe('a range that PDFium waits for', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is read by one request for all, also after one that failed: what it holds goes with the next', () => {
    vi.stubGlobal('XMLHttpRequest', TestRequest);
    expect(readRangeNow('app://ui/documents/a', 2, 5)).toEqual({ bytes: Uint8Array.of(2, 3, 4), total: 10 });
    expect(readRangeNow('app://ui/documents/gone', 0, 4)).toBeNull();
    expect(readRangeNow('app://ui/documents/b', 0, 2)?.bytes).toEqual(Uint8Array.of(0, 1));
    expect(TestRequest.made).toBe(1);
  });
});

describe('a range that is read ahead', () => {
  afterEach(() => vi.unstubAllGlobals());

  const file = Uint8Array.from({ length: 100 }, (_, at) => at);
  /** Gives the range asked for in parts of `partBytes`, and breaks off at `cutAt`. */
  const serve = (partBytes: number, cutAt = file.length): void => {
    vi.stubGlobal('fetch', (_url: string, { headers }: { headers: { Range: string } }) => {
      const [from = 0, last = 0] = (/\d+-\d+/.exec(headers.Range)?.[0] ?? '').split('-').map(Number);
      const end = Math.min(last + 1, cutAt);
      let at = from;
      const body = new ReadableStream({
        type: 'bytes',
        pull(controller) {
          if (at >= end) {
            controller.close();
            controller.byobRequest?.respond(0);
            return;
          }
          controller.enqueue(file.slice(at, Math.min(end, at + partBytes)));
          at += partBytes;
        },
      });
      return Promise.resolve(new Response(body, { status: 206 }));
    });
  };
  const read = async (range: { from: number; to: number; pieceBytes: number }, most = Infinity) => {
    const pieces: [number, number[]][] = [];
    const isWhole = await readRangeLater('app://ui/documents/a', range, (at, piece) => {
      pieces.push([at, [...piece]]);
      return pieces.length < most;
    });
    return { isWhole, pieces };
  };

  it.each([1, 7, 64])(
    'comes in pieces of one size, however it arrives (%i bytes at a time)',
    async (partBytes) => {
      serve(partBytes);
      const { isWhole, pieces } = await read({ from: 10, to: 55, pieceBytes: 20 });
      expect(isWhole).toBe(true);
      expect(pieces).toEqual([
        [10, [...file.subarray(10, 30)]],
        [30, [...file.subarray(30, 50)]],
        [50, [...file.subarray(50, 55)]],
      ]);
    },
  );

  it('ends where no more is wanted', async () => {
    serve(8);
    const { isWhole, pieces } = await read({ from: 0, to: 90, pieceBytes: 30 }, 2);
    expect(isWhole).toBe(false);
    expect(pieces.map(([at]) => at)).toEqual([0, 30]);
  });

  it('never passes on a piece that was cut off', async () => {
    serve(8, 50);
    const { isWhole, pieces } = await read({ from: 0, to: 90, pieceBytes: 30 });
    expect(isWhole).toBe(false);
    expect(pieces.map(([at]) => at)).toEqual([0]);
  });

  it('fails quietly when it is refused or the connection is lost', async () => {
    const taken: number[] = [];
    const take = (at: number): boolean => taken.push(at) > 0;
    const range = { from: 0, to: 40, pieceBytes: 20 };
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('no', { status: 404 })));
    expect(await readRangeLater('app://ui/documents/gone', range, take)).toBe(false);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('cut')));
    expect(await readRangeLater('app://ui/documents/gone', range, take)).toBe(false);
    expect(taken).toEqual([]);
  });
});
