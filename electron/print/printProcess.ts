/*
 * Entry point of the process that composes one PDF and ends: started with `utilityProcess.fork` in the app, or as a
 * worker thread in plain Node.
 */
import { parentPort as workerPort } from 'node:worker_threads';
import { runComposing } from './runComposing.ts';

const utilityPort = process.parentPort;
if (utilityPort) {
  utilityPort.once('message', (event) => {
    void runComposing(event.data, (reply) => utilityPort.postMessage(reply));
  });
} else if (workerPort) {
  const port = workerPort;
  port.once('message', (message: unknown) => {
    void runComposing(message, (reply) => port.postMessage(reply));
  });
} else {
  throw new Error('the print process is started by the app, never by itself');
}
