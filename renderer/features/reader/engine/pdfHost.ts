import { failure } from '../../../../core/errors.ts';
import type { Result } from '../../../../core/errors.ts';
import type { FromWorker, PdfFile, PdfJob, PdfResults, ResultOf, ToWorker } from './pdfJobs.ts';

export interface PdfRequest<T> {
  /** Null when it was cancelled. Never rejects. */
  readonly answer: Promise<Result<T> | null>;
  cancel(): void;
}

/** The window's side of the worker: a queue by urgency, and a worker that is replaced when it hangs, breaks or grows. */
export interface PdfHost {
  /** `urgency` is asked each time a job is chosen, the lowest number first; Infinity cancels the job. */
  request<J extends PdfJob>(job: J, urgency: () => number): PdfRequest<ResultOf<J>>;
  /** The person wants a page tried again that took too long. */
  tryAgain(file: PdfFile, page: number): void;
  /** Starts the worker, so that the first page need not wait for it. */
  warm(): void;
  dispose(): void;
}

/** A worker as the host sees it. */
export interface WorkerHandle {
  tell(message: ToWorker): void;
  terminate(): void;
}

/** Starts a worker that says what it has to say to `listener`. */
export type StartWorker = (listener: (message: FromWorker) => void) => WorkerHandle;

interface Waiting {
  id: number;
  readonly job: PdfJob;
  readonly urgency: () => number;
  readonly settle: (outcome: Result<PdfResults[keyof PdfResults]> | null) => void;
  isCancelled: boolean;
  /** Asked to give way to something urgent: it goes back to the queue. */
  isYielding: boolean;
}

/** From this urgency on a job is done only while nothing else is asked for, and gives way when something is. */
export const backgroundUrgency = 1_000_000;
/** From this urgency on a job is given to the worker only when it has nothing else; see scroll/urgency.ts. */
const outOfViewUrgency = 1000;
/** One runs while the other waits at the worker, so that it never idles for a message. */
const maxAtWorker = 2;
export const jobLimitMs = 10_000;
const heapLimitBytes = 256 * 1024 * 1024;
/** A worker that fills its heap with fewer jobs than this needs it: its limit is doubled. */
const fewJobs = 30;
const maxHeapLimitBytes = 1024 * 1024 * 1024;

export function createPdfHost(wasmUrl: string, startWorker: StartWorker): PdfHost {
  let worker: WorkerHandle | null = null;
  let isReady = false;
  let wasm: string | WebAssembly.Module = wasmUrl;
  let waiting: Waiting[] = [];
  let atWorker: Waiting[] = [];
  let watch: ReturnType<typeof setTimeout> | undefined;
  let watched: Waiting | undefined;
  let nextId = 1;
  let jobsDone = 0;
  let heapLimit = heapLimitBytes;
  /** Pages that hung a worker: asked again they would hang the next. */
  const tooSlow = new Set<string>();

  const tell = (message: ToWorker): void => worker?.tell(message);

  const start = (): void => {
    if (worker) return;
    const started: WorkerHandle = startWorker((message) => {
      // What a worker said before it was ended may still arrive.
      if (worker === started) receive(message);
    });
    worker = started;
    isReady = false;
    jobsDone = 0;
    tell({ type: 'start', wasm });
  };

  /** Ends the worker; what it had not begun goes back to the queue. */
  const stop = (): void => {
    clearTimeout(watch);
    watched = undefined;
    worker?.terminate();
    worker = null;
    for (const job of atWorker) job.isYielding = false;
    waiting = [...atWorker, ...waiting];
    atWorker = [];
  };

  const receive = (message: FromWorker): void => {
    if (message.type === 'ready') {
      wasm = message.wasm;
      isReady = true;
      return pump();
    }
    if (message.type === 'unusable') return giveUp();
    const job = atWorker.find((candidate) => candidate.id === message.id);
    if (!job) return;
    atWorker = atWorker.filter((candidate) => candidate !== job);
    if (message.type === 'cancelled' && job.isYielding && !job.isCancelled) queueAgain(job);
    else if (message.type === 'broken') {
      job.settle(failure('documentDamaged', pageDetail(job.job)));
      stop();
    } else {
      job.settle(outcomeOf(message));
      if (message.type !== 'cancelled') watchHeap(message.heapBytes);
    }
    pump();
  };

  /** Under a new number: the worker may still hear that the old one is cancelled. */
  const queueAgain = (job: Waiting): void => {
    job.id = nextId++;
    job.isYielding = false;
    waiting.push(job);
  };

  const giveUp = (): void => {
    stop();
    for (const job of waiting) job.settle(failure('unexpected'));
    waiting = [];
  };

  const watchHeap = (heapBytes: number): void => {
    jobsDone++;
    if (heapBytes <= heapLimit) return;
    if (jobsDone < fewJobs) heapLimit = Math.min(heapLimit * 2, maxHeapLimitBytes);
    if (heapBytes > heapLimit) stop();
  };

  const hang = (): void => {
    const job = atWorker.shift();
    stop();
    if (job) {
      tooSlow.add(keyOf(job.job));
      job.settle(failure('documentTooSlow', pageDetail(job.job)));
    }
    pump();
  };

  const pump = (): void => {
    while (atWorker.length < maxAtWorker) {
      const next = takeNext();
      if (!next) break;
      start();
      // What is out of view must not stand in the way of what the next moment asks for.
      const canWait = atWorker.length > 0 && next.urgency() >= outOfViewUrgency;
      if (!isReady || canWait) {
        waiting.push(next);
        break;
      }
      atWorker.push(next);
      tell({ type: 'job', id: next.id, job: next.job });
    }
    yieldToUrgent();
    watchFirst();
  };

  const yieldToUrgent = (): void => {
    // One that is asked for may already stand behind it at the worker.
    const isAsked = [...waiting, ...atWorker].some(
      (job) => !job.isCancelled && job.urgency() < backgroundUrgency,
    );
    if (!isAsked || !isReady) return;
    for (const job of atWorker) {
      if (job.isYielding || job.job.type !== 'draw' || job.urgency() < backgroundUrgency) continue;
      job.isYielding = true;
      tell({ type: 'cancel', id: job.id });
    }
  };

  /** Only the first of those at the worker is being done. */
  const watchFirst = (): void => {
    const [first] = atWorker;
    if (first === watched) return;
    clearTimeout(watch);
    watched = first;
    if (first) watch = setTimeout(hang, jobLimitMs);
  };

  const takeNext = (): Waiting | undefined => {
    let best: Waiting | undefined;
    let bestUrgency = Infinity;
    for (const candidate of waiting) {
      const urgency = candidate.isCancelled ? Infinity : candidate.urgency();
      if (urgency === Infinity) candidate.settle(null);
      else if (urgency < bestUrgency || !best) [best, bestUrgency] = [candidate, urgency];
      if (urgency === Infinity) candidate.isCancelled = true;
    }
    waiting = waiting.filter((candidate) => !candidate.isCancelled && candidate !== best);
    return best;
  };

  return {
    warm: start,
    dispose: stop,
    tryAgain(file, page) {
      for (const type of ['draw', 'text', 'structure', 'links', 'comments'])
        tooSlow.delete(`${type}:${file.sha256}:${page}`);
    },
    request<J extends PdfJob>(job: J, urgency: () => number): PdfRequest<ResultOf<J>> {
      if (tooSlow.has(keyOf(job))) {
        const answer = Promise.resolve(failure('documentTooSlow', pageDetail(job)));
        return { answer, cancel: () => undefined };
      }
      let entry: Waiting | null = null;
      const answer = new Promise<Result<ResultOf<J>> | null>((resolve) => {
        // The worker answers a job with the result of its type.
        const settle: Waiting['settle'] = (outcome) => resolve(outcome as Result<ResultOf<J>> | null);
        entry = { id: nextId++, job, urgency, settle, isCancelled: false, isYielding: false };
        waiting.push(entry);
      });
      queueMicrotask(pump);
      return {
        answer,
        cancel() {
          if (!entry) return;
          entry.isCancelled = true;
          if (atWorker.includes(entry)) tell({ type: 'cancel', id: entry.id });
        },
      };
    },
  };
}

function outcomeOf(
  message: Extract<FromWorker, { type: 'done' | 'failed' | 'cancelled' }>,
): Result<PdfResults[keyof PdfResults]> | null {
  switch (message.type) {
    case 'done':
      return { ok: true, value: message.result };
    case 'failed':
      return { ok: false, error: message.error };
    case 'cancelled':
      return null;
  }
}

function keyOf(job: PdfJob): string {
  return `${job.type}:${job.file.sha256}:${'page' in job ? job.page : ''}`;
}

function pageDetail(job: PdfJob): { detail: Record<string, number> } | Record<string, never> {
  return 'page' in job ? { detail: { page: job.page } } : {};
}
