import { Worker } from 'node:worker_threads';
import type { UtilityProcess } from 'electron';
import { PackJobs } from './packJobs.ts';

/** A way to the pack process. Messages that are sent before it runs wait for it. */
export interface PackChannel {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once when it is gone, by itself or after `stop`; nothing is answered any more. */
  readonly onGone: (listener: (why: string) => void) => void;
  readonly stop: () => Promise<void>;
}

/** In the app: `utilityProcess.fork(entry)`, handed in so that plain Node never loads Electron. */
export function utilityProcessChannel(child: UtilityProcess): PackChannel {
  let isGone = false;
  child.once('exit', () => {
    isGone = true;
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onGone: (listener) => void child.once('exit', (code) => listener(`exit code ${code}`)),
    stop: () =>
      new Promise((resolve) => {
        if (isGone) return resolve();
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

/** In plain Node: a worker thread running the built `packProcess.js`. Keeps Node running until it is stopped. */
export function workerChannel(entry: string | URL): PackChannel {
  const worker = new Worker(entry);
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onGone: (listener) => {
      worker.once('error', (error) => listener(String(error)));
      worker.once('exit', (code) => listener(`exit code ${code}`));
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** For the command line and tests: the same messages, answered on this thread. */
export function inProcessChannel(): PackChannel {
  let listener: (message: unknown) => void = () => undefined;
  let tellGone: (why: string) => void = () => undefined;
  const jobs = new PackJobs((reply) => listener(reply));
  return {
    send: (message) => jobs.receive(message),
    onMessage: (given) => {
      listener = given;
    },
    onGone: (given) => {
      tellGone = given;
    },
    stop: async () => {
      await jobs.stop();
      tellGone('stopped');
    },
  };
}
