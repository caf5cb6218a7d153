import { Worker } from 'node:worker_threads';
import { failure } from '../../core/errors.ts';
import type { PageReader, PageToRead, ReadPage } from './pageReading.ts';

/** A reader in a thread running the built `textReader.js`: what never ends there can be ended. `report` is told of bugs. */
export function threadReader(entry: string, wasmFile: string, report: (error: unknown) => void): PageReader {
  const worker = new Worker(entry, { workerData: wasmFile });
  let settle: (read: ReadPage) => void = () => undefined;
  let reading: PageToRead | null = null;
  let isGone = false;
  const fail = (): void =>
    settle(failure('documentDamaged', reading === null ? {} : { detail: { page: reading.page } }));
  worker.on('message', (read: ReadPage) => settle(read));
  worker.once('error', report);
  worker.once('exit', () => {
    isGone = true;
    fail();
  });
  return {
    isGone: () => isGone,
    read: (page) =>
      new Promise((resolve) => {
        reading = page;
        settle = resolve;
        if (isGone) fail();
        else worker.postMessage(page);
      }),
    stop: () => void worker.terminate(),
  };
}
