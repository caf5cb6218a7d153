import type { WorkerHandle } from './pdfHost.ts';

interface SlowJob<J> {
  readonly worker: WorkerHandle;
  readonly job: J;
  readonly limit: ReturnType<typeof setTimeout>;
}

export interface SlowJobs<J> {
  /** The worker goes on with this job alone; `onLimit` is called when it has not ended by then. */
  add(worker: WorkerHandle, job: J, limitMs: number, onLimit: (job: J) => void): void;
  /** What this worker was left with; null when it is none of these. */
  jobOf(worker: WorkerHandle): J | null;
  workerOf(job: J): WorkerHandle | null;
  jobs(): readonly J[];
  /** The job has ended, and with it its worker. */
  end(job: J): void;
  clear(): void;
}

/** Jobs that take so long that others would have to wait: each keeps its worker, and another does the rest. */
export function createSlowJobs<J>(): SlowJobs<J> {
  let slow: readonly SlowJob<J>[] = [];
  return {
    add(worker, job, limitMs, onLimit) {
      slow = [...slow, { worker, job, limit: setTimeout(() => onLimit(job), limitMs) }];
    },
    jobOf: (worker) => slow.find((entry) => entry.worker === worker)?.job ?? null,
    workerOf: (job) => slow.find((entry) => entry.job === job)?.worker ?? null,
    jobs: () => slow.map(({ job }) => job),
    end(ended) {
      for (const { worker, job, limit } of slow) {
        if (job !== ended) continue;
        clearTimeout(limit);
        worker.terminate();
      }
      slow = slow.filter(({ job }) => job !== ended);
    },
    clear() {
      for (const { worker, limit } of slow) {
        clearTimeout(limit);
        worker.terminate();
      }
      slow = [];
    },
  };
}
