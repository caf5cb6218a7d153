import { failure } from '../../../../core/errors.ts';
import type { Result } from '../../../../core/errors.ts';
import { createHeapLimit } from './heapLimit.ts';
import { keyOf, pageDetail, pageKey } from './jobKeys.ts';
import { createSlowJobs } from './slowJobs.ts';
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
  /** The person wants a page tried again that took too long; null: the file, whatever of it did. */
  tryAgain(file: PdfFile, page: number | null): void;
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
/** From this urgency on a job is done ahead: the worker has one such at a time, and can be stopped soon; see scroll/urgency.ts. */
const outOfViewUrgency = 1000;
/** One runs while the other waits at the worker, so that it never idles for a message. */
const maxAtWorker = 2;
/** Behind those: while the window puts in a page, the next is drawn. */
const maxAhead = 1;
export const jobLimitMs = 10_000;
/** After so long another worker does what is waiting, and the first goes on with its job alone. */
export const reliefMs = 1200;
/** Each has a heap of its own. */
const maxSlowJobs = 2;

export function createPdfHost(wasmUrl: string, startWorker: StartWorker): PdfHost {
  let worker: WorkerHandle | null = null;
  let isReady = false;
  let wasm: string | WebAssembly.Module = wasmUrl;
  let waiting: Waiting[] = [];
  let atWorker: Waiting[] = [];
  let watch: ReturnType<typeof setTimeout> | undefined;
  let watched: Waiting | undefined;
  /** What `watched` has taken so long over that others need not wait for it. */
  let isLate = false;
  const slowJobs = createSlowJobs<Waiting>();
  let nextId = 1;
  const heapLimit = createHeapLimit();
  /** Pages and files that hung a worker: asked again they would hang the next. */
  const tooSlow = new Set<string>();

  const tell = (message: ToWorker): void => worker?.tell(message);

  const start = (): void => {
    if (worker) return;
    const started: WorkerHandle = startWorker((message) => {
      // What a worker said before it was ended may still arrive.
      if (worker === started) receive(message);
      else receiveSlow(started, message);
    });
    worker = started;
    isReady = false;
    heapLimit.begin();
    tell({ type: 'start', wasm });
  };

  /** Ends the worker; what it had not begun goes back to the queue. */
  const stop = (): void => {
    worker?.terminate();
    leave();
  };

  /** The worker gets nothing more. */
  const leave = (): void => {
    clearTimeout(watch);
    watched = undefined;
    isLate = false;
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
      if (message.type !== 'cancelled' && heapLimit.isReached(message.heapBytes)) stop();
    }
    pump();
  };

  const receiveSlow = (slow: WorkerHandle, message: FromWorker): void => {
    const job = slowJobs.jobOf(slow);
    if (!job || message.type === 'ready' || message.type === 'unusable' || message.id !== job.id) return;
    const isBroken = message.type === 'broken';
    job.settle(isBroken ? failure('documentDamaged', pageDetail(job.job)) : outcomeOf(message));
    slowJobs.end(job);
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

  const hang = (): void => {
    const job = atWorker.shift();
    stop();
    if (job) giveUpJob(job);
    pump();
  };

  const giveUpJob = (job: Waiting): void => {
    tooSlow.add(keyOf(job.job));
    job.settle(failure('documentTooSlow', pageDetail(job.job)));
  };

  /** Others wait for a job that takes long: it keeps this worker, they get another. */
  const relieve = (): void => {
    const [job] = atWorker;
    const isWaitedFor = atWorker.length > 1 || waiting.some((other) => !other.isCancelled && !isHeld(other));
    if (!worker || !job || !isLate || !isWaitedFor || slowJobs.jobs().length >= maxSlowJobs) return;
    atWorker.shift();
    slowJobs.add(worker, job, jobLimitMs - reliefMs, (slow) => {
      slowJobs.end(slow);
      giveUpJob(slow);
      pump();
    });
    leave();
  };

  /** Something else of a page that is being slow would be as slow. */
  const isHeld = (candidate: Waiting): boolean =>
    slowJobs.jobs().some((slow) => keyOf(slow.job) === keyOf(candidate.job));

  const pump = (): void => {
    relieve();
    while (atWorker.length < maxAtWorker + maxAhead) {
      const next = takeNext();
      if (!next) break;
      start();
      const urgency = next.urgency();
      if (!isReady || !hasRoom(urgency)) {
        waiting.push(next);
        break;
      }
      atWorker.push(next);
      tell({ type: 'job', id: next.id, job: next.job, isAhead: urgency >= outOfViewUrgency });
    }
    yieldToUrgent();
    watchFirst();
  };

  /** Little of what is out of view may stand in the way of what the next moment asks for. */
  const hasRoom = (urgency: number): boolean => {
    if (atWorker.length === 0) return true;
    if (urgency >= backgroundUrgency) return false;
    const ahead = atWorker.filter((job) => job.urgency() >= outOfViewUrgency).length;
    return urgency >= outOfViewUrgency ? ahead < maxAhead : atWorker.length - ahead < maxAtWorker;
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
    isLate = false;
    if (first) watch = setTimeout(late, reliefMs);
  };

  const late = (): void => {
    isLate = true;
    watch = setTimeout(hang, jobLimitMs - reliefMs);
    pump();
  };

  const takeNext = (): Waiting | undefined => {
    let best: Waiting | undefined;
    let bestUrgency = Infinity;
    for (const candidate of waiting) {
      if (!candidate.isCancelled && isHeld(candidate)) continue;
      const isGivenUp = !candidate.isCancelled && tooSlow.has(keyOf(candidate.job));
      const urgency = candidate.isCancelled || isGivenUp ? Infinity : candidate.urgency();
      if (isGivenUp) candidate.settle(failure('documentTooSlow', pageDetail(candidate.job)));
      else if (urgency === Infinity) candidate.settle(null);
      else if (urgency < bestUrgency || !best) [best, bestUrgency] = [candidate, urgency];
      if (urgency === Infinity) candidate.isCancelled = true;
    }
    waiting = waiting.filter((candidate) => !candidate.isCancelled && candidate !== best);
    return best;
  };

  return {
    warm: start,
    dispose() {
      slowJobs.clear();
      stop();
    },
    tryAgain(file, page) {
      if (page !== null) tooSlow.delete(pageKey(file, page));
      else for (const key of tooSlow) if (key.endsWith(file.sha256)) tooSlow.delete(key);
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
      // Nothing can be asked for in the same breath that would be more urgent than what stands above all pages.
      if (urgency() <= 0) pump();
      else queueMicrotask(pump);
      return {
        answer,
        cancel() {
          if (!entry) return;
          entry.isCancelled = true;
          if (atWorker.includes(entry)) tell({ type: 'cancel', id: entry.id });
          slowJobs.workerOf(entry)?.tell({ type: 'cancel', id: entry.id });
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
