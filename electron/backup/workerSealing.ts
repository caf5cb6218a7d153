import { Worker } from 'node:worker_threads';
import type { Sealing, Unsealed } from './sealing.ts';

/** What the worker is given. */
export interface SealingJob {
  readonly what: 'seal' | 'unseal';
  readonly bytes: Uint8Array;
  readonly passphrase: string;
}

/** What it answers: for `seal` always `open` with the sealed bytes. */
export type SealingAnswer =
  | { readonly what: 'sealed'; readonly bytes: Uint8Array }
  | { readonly what: 'unsealed'; readonly unsealed: Unsealed };

/** The same as `ageSealing`, in a thread of its own that ends with the job. `workerFile` is the built backupWorker. */
export function workerSealing(workerFile: string | URL): Sealing {
  return {
    seal: async (bytes, passphrase) => {
      const answer = await run(workerFile, { what: 'seal', bytes, passphrase });
      if (answer.what !== 'sealed') throw new Error('the backup worker gave the wrong answer');
      return answer.bytes;
    },
    unseal: async (bytes, passphrase) => {
      const answer = await run(workerFile, { what: 'unseal', bytes, passphrase });
      if (answer.what !== 'unsealed') throw new Error('the backup worker gave the wrong answer');
      return answer.unsealed;
    },
  };
}

function run(workerFile: string | URL, job: SealingJob): Promise<SealingAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: job });
    worker.once('message', (answer: SealingAnswer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the backup worker ended with ${code}`)));
  });
}
