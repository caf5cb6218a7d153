import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPdfHost, jobLimitMs, reliefMs } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { PdfHost, WorkerHandle } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { FromWorker, PdfJob, ToWorker } from '../../../renderer/features/reader/engine/pdfJobs.ts';

const file = { sha256: 'a'.repeat(64), url: 'app://ui/documents/a' };
const text = (page: number): PdfJob & { type: 'text' } => ({ type: 'text', file, page });
const megabyte = 1024 * 1024;
const empty: WebAssembly.Module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));

/** A worker that does what the test says. */
class FakeWorker implements WorkerHandle {
  readonly told: ToWorker[] = [];
  readonly say: (message: FromWorker) => void;
  isTerminated = false;

  constructor(listener: (message: FromWorker) => void) {
    this.say = listener;
  }

  tell(message: ToWorker): void {
    this.told.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** The pages asked for, in their order. */
  pages(): number[] {
    return this.told.flatMap((message) =>
      message.type === 'job' && message.job.type === 'text' ? [message.job.page] : [],
    );
  }

  /** Says that the page cannot be read: an answer that needs no page. */
  answer(page: number, heapBytes = 0): void {
    this.say({ type: 'failed', id: this.idOf(page), error: damaged(page), heapBytes });
  }

  idOf(page: number): number {
    const found = this.told.findLast(
      (message) => message.type === 'job' && message.job.type === 'text' && message.job.page === page,
    );
    if (found?.type !== 'job') throw new Error(`page ${page} was not asked for`);
    return found.id;
  }
}

const damaged = (page: number): BereddError => ({ code: 'documentDamaged', detail: { page } });

let workers: FakeWorker[] = [];
let host: PdfHost;
const worker = (): FakeWorker => {
  const newest = workers.at(-1);
  if (!newest) throw new Error('no worker was started');
  return newest;
};
const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const ready = async (): Promise<void> => {
  worker().say({ type: 'ready', wasm: empty });
  await settled();
};

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  host = createPdfHost('app://ui/pdfium.wasm', (listener) => {
    workers.push(new FakeWorker(listener));
    return worker();
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the queue', () => {
  it('takes the most urgent job first, by what is urgent when its turn comes', async () => {
    let nearest = 1;
    for (const page of [1, 2, 3, 4]) host.request(text(page), () => Math.abs(page - nearest));
    await settled();
    nearest = 4;
    await ready();
    worker().answer(4);
    await settled();
    expect(worker().pages()).toEqual([4, 3, 2]);
  });

  it('never leaves more than two jobs with the worker', async () => {
    for (const page of [1, 2, 3, 4, 5]) host.request(text(page), () => page);
    await settled();
    await ready();
    expect(worker().pages()).toEqual([1, 2]);
  });

  it('has one job out of view done ahead, behind those in view', async () => {
    host.request(text(1), () => 1);
    for (const page of [7, 8]) host.request(text(page), () => 1000 + page);
    await settled();
    await ready();
    expect(worker().pages()).toEqual([1, 7]);
    for (const page of [2, 3]) host.request(text(page), () => page);
    await settled();
    expect(worker().pages()).toEqual([1, 7, 2]);
    for (const page of [1, 7]) worker().answer(page);
    expect(worker().pages()).toEqual([1, 7, 2, 3, 8]);
  });

  it('drops what was cancelled or is no longer wanted, and says so', async () => {
    const cancelled = host.request(text(1), () => 1);
    const unwanted = host.request(text(2), () => Infinity);
    const wanted = host.request(text(3), () => 3);
    cancelled.cancel();
    await settled();
    await ready();
    worker().answer(3);
    expect(await cancelled.answer).toBeNull();
    expect(await unwanted.answer).toBeNull();
    expect(await wanted.answer).toEqual({ ok: false, error: damaged(3) });
    expect(worker().pages()).toEqual([3]);
  });

  it('tells the worker to stop what it has begun', async () => {
    const request = host.request(text(1), () => 1);
    await settled();
    await ready();
    request.cancel();
    const id = worker().idOf(1);
    expect(worker().told.at(-1)).toEqual({ type: 'cancel', id });
    worker().say({ type: 'cancelled', id });
    expect(await request.answer).toBeNull();
  });
});

describe('a worker', () => {
  it('is replaced when a page hangs it; the page is named and the rest goes on', async () => {
    const hanging = host.request(text(1), () => 1);
    const waiting = host.request(text(2), () => 2);
    await settled();
    await ready();
    await vi.advanceTimersByTimeAsync(jobLimitMs + 1);
    expect(await hanging.answer).toEqual({
      ok: false,
      error: { code: 'documentTooSlow', detail: { page: 1 } },
    });
    expect(workers[0]?.isTerminated).toBe(true);
    await ready();
    worker().answer(2);
    expect(await waiting.answer).toEqual({ ok: false, error: damaged(2) });
    expect(workers).toHaveLength(2);
  });

  it('is not asked again for a page that hung it, until the person says so', async () => {
    host.request(text(1), () => 1);
    await settled();
    await ready();
    await vi.advanceTimersByTimeAsync(jobLimitMs + 1);
    expect(await host.request(text(1), () => 1).answer).toMatchObject({ error: { code: 'documentTooSlow' } });
    host.tryAgain(file, 1);
    host.request(text(1), () => 1);
    await settled();
    await ready();
    expect(worker().pages()).toEqual([1]);
  });

  it('counts the time of each job by itself', async () => {
    for (const page of [1, 2, 3]) host.request(text(page), () => page);
    await settled();
    await ready();
    for (const page of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(reliefMs - 100);
      worker().answer(page);
    }
    await vi.advanceTimersByTimeAsync(jobLimitMs * 2);
    expect(workers).toHaveLength(1);
  });

  it('keeps a page that takes long while another worker does what waits for it', async () => {
    const slow = host.request(text(1), () => 1);
    const waiting = host.request(text(2), () => 2);
    await settled();
    await ready();
    await vi.advanceTimersByTimeAsync(reliefMs + 1);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isTerminated).toBe(false);
    await ready();
    worker().answer(2);
    expect(await waiting.answer).toEqual({ ok: false, error: damaged(2) });
    workers[0]?.answer(1);
    expect(await slow.answer).toEqual({ ok: false, error: damaged(1) });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('is left alone with a long page when nothing waits, and relieved when something comes', async () => {
    host.request(text(1), () => 1);
    await settled();
    await ready();
    await vi.advanceTimersByTimeAsync(reliefMs + 1);
    expect(workers).toHaveLength(1);
    host.request(text(2), () => 2);
    await settled();
    await ready();
    expect(workers).toHaveLength(2);
    expect(worker().pages()).toEqual([2]);
  });

  it('is not given anything else of a page that is slow, and all of it fails when the page is given up', async () => {
    const asked = [text(1), { ...text(1), type: 'links' as const }, text(2)].map((job) =>
      host.request(job, () => job.page),
    );
    await settled();
    await ready();
    await vi.advanceTimersByTimeAsync(reliefMs + 1);
    await ready();
    expect(worker().pages()).toEqual([2]);
    worker().answer(2);
    await vi.advanceTimersByTimeAsync(jobLimitMs);
    for (const request of asked.slice(0, 2))
      expect(await request.answer).toMatchObject({ error: { code: 'documentTooSlow', detail: { page: 1 } } });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('passes on that a page which takes long is no longer wanted', async () => {
    const slow = host.request(text(1), () => 1);
    host.request(text(2), () => 2);
    await settled();
    await ready();
    await vi.advanceTimersByTimeAsync(reliefMs + 1);
    slow.cancel();
    expect(workers[0]?.told.at(-1)).toMatchObject({ type: 'cancel' });
  });

  it('is replaced when PDFium breaks down in it', async () => {
    const broken = host.request(text(1), () => 1);
    await settled();
    await ready();
    worker().say({ type: 'broken', id: worker().idOf(1) });
    expect(await broken.answer).toEqual({ ok: false, error: damaged(1) });
    host.request(text(2), () => 1);
    await settled();
    await ready();
    expect(worker().pages()).toEqual([2]);
    expect(workers).toHaveLength(2);
  });

  it('gets what the first has compiled', async () => {
    host.request(text(1), () => 1);
    await settled();
    await ready();
    worker().say({ type: 'broken', id: worker().idOf(1) });
    host.request(text(2), () => 1);
    await settled();
    expect(workers.map(({ told }) => told[0])).toEqual([
      { type: 'start', wasm: 'app://ui/pdfium.wasm' },
      { type: 'start', wasm: empty },
    ]);
  });

  it('is replaced when its heap has grown too large over many jobs', async () => {
    for (let page = 1; page <= 40; page++) host.request(text(page), () => page);
    await settled();
    await ready();
    for (let page = 1; page <= 31; page++)
      worker().answer(page, page <= 30 ? 100 * megabyte : 300 * megabyte);
    expect(workers[0]?.isTerminated).toBe(true);
    await ready();
    // What the first had not answered is asked of the second.
    expect(worker().pages()).toEqual([32, 33]);
  });

  it('is given more room when a few pages need it', async () => {
    host.request(text(1), () => 1);
    await settled();
    await ready();
    worker().answer(1, 300 * megabyte);
    expect(workers).toHaveLength(1);
    expect(worker().isTerminated).toBe(false);
  });

  it('that cannot be started fails what was asked instead of leaving it waiting', async () => {
    const request = host.request(text(1), () => 1);
    await settled();
    worker().say({ type: 'unusable' });
    expect(await request.answer).toEqual({ ok: false, error: { code: 'unexpected' } });
  });
});
