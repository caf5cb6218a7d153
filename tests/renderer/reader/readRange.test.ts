import { afterEach, describe, expect, it, vi } from 'vitest';
import { readRangeNow } from '../../../renderer/features/reader/engine/readRange.ts';

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
