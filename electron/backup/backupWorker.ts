import { parentPort, workerData } from 'node:worker_threads';
import { ageSealing } from './sealing.ts';
import type { SealingAnswer, SealingJob } from './workerSealing.ts';

// Entry point of the thread that `workerSealing` starts: one job, one answer.
const job: SealingJob = workerData;
const sealing = ageSealing();

const answer: SealingAnswer =
  job.what === 'seal'
    ? { what: 'sealed', bytes: await sealing.seal(job.bytes, job.passphrase) }
    : { what: 'unsealed', unsealed: await sealing.unseal(job.bytes, job.passphrase) };
parentPort?.postMessage(answer);
