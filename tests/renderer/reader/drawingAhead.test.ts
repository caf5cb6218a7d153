import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import type { DrawJob } from '../../../renderer/features/reader/engine/DrawingAhead.ts';
import { DrawingAhead, preparedMs } from '../../../renderer/features/reader/engine/DrawingAhead.ts';
import type { PdfHost } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { DrawnPage, PdfJob, PdfResults } from '../../../renderer/features/reader/engine/pdfJobs.ts';
import { geometry } from './readerBuilders.ts';

const file = { sha256: 'a'.repeat(64), url: 'app://ui/documents/a' };
const draw = (page: number, width = 600): DrawJob => ({
  type: 'draw',
  file,
  page,
  area: { pageWidth: width, pageHeight: 800, left: 0, top: 0, width, height: 800 },
});

interface Asked {
  readonly job: PdfJob;
  readonly urgency: () => number;
  readonly settle: (outcome: Result<DrawnPage> | null) => void;
  isCancelled: boolean;
}

/** Answers when the test says so; counts the bitmaps that were let go. */
function waitingHost() {
  const asked: Asked[] = [];
  let closed = 0;
  const bitmap: ImageBitmap = { width: 600, height: 800, close: () => void (closed += 1) };
  const drawn: DrawnPage = { bitmap, geometry };
  const host: Pick<PdfHost, 'request'> = {
    request<J extends PdfJob>(job: J, urgency: () => number) {
      let settle: Asked['settle'] = () => undefined;
      const answer = new Promise<Result<PdfResults[J['type']]> | null>((resolve) => {
        settle = (outcome) => resolve(outcome as Result<PdfResults[J['type']]> | null);
      });
      const entry: Asked = { job, urgency, settle, isCancelled: false };
      asked.push(entry);
      return { answer, cancel: () => void (entry.isCancelled = true) };
    },
  };
  return { host, asked, drawn, closed: () => closed };
}

let scene: ReturnType<typeof waitingHost>;
let drawings: DrawingAhead;

beforeEach(() => {
  vi.useFakeTimers();
  scene = waitingHost();
  drawings = new DrawingAhead(scene.host);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a drawing that is asked for ahead', () => {
  it('is more urgent than anything until its page is there, then as urgent as the page says', () => {
    drawings.prepare(draw(3));
    expect(scene.asked[0]?.urgency()).toBeLessThan(-1);
    drawings.request(draw(3), () => 7);
    expect(scene.asked).toHaveLength(1);
    expect(scene.asked[0]?.urgency()).toBe(7);
  });

  it('goes to whoever asks for the same, drawn or not', async () => {
    drawings.prepare(draw(3));
    const request = drawings.request(draw(3), () => 0);
    scene.asked[0]?.settle(ok(scene.drawn));
    expect(await request.answer).toEqual(ok(scene.drawn));
    await vi.advanceTimersByTimeAsync(preparedMs);
    expect(scene.asked[0]?.isCancelled).toBe(false);
    expect(scene.closed()).toBe(0);
  });

  it('is handed over once', () => {
    drawings.prepare(draw(3));
    drawings.request(draw(3), () => 0);
    drawings.request(draw(3), () => 0);
    expect(scene.asked).toHaveLength(2);
  });

  it('is cancelled when its page turns out to be of another size', () => {
    drawings.prepare(draw(3));
    drawings.request(draw(3, 900), () => 0);
    expect(scene.asked.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
  });

  it('stays when another page is asked for', () => {
    drawings.prepare(draw(3));
    drawings.request(draw(4), () => 0);
    drawings.request(draw(3), () => 0);
    expect(scene.asked.map(({ job }) => 'page' in job && job.page)).toEqual([3, 4]);
    expect(scene.asked[0]?.isCancelled).toBe(false);
  });

  it('gives its memory back when nobody wants it in time', async () => {
    drawings.prepare(draw(3));
    scene.asked[0]?.settle(ok(scene.drawn));
    await vi.advanceTimersByTimeAsync(preparedMs);
    expect(scene.closed()).toBe(1);
    drawings.request(draw(3), () => 0);
    expect(scene.asked).toHaveLength(2);
  });

  it('is alone: preparing another lets go of it, drawn later or failed', async () => {
    drawings.prepare(draw(3));
    drawings.prepare(draw(4));
    expect(scene.asked[0]?.isCancelled).toBe(true);
    scene.asked[0]?.settle(ok(scene.drawn));
    drawings.drop();
    scene.asked[1]?.settle(failure('documentDamaged'));
    await vi.advanceTimersByTimeAsync(0);
    expect(scene.closed()).toBe(1);
  });
});
