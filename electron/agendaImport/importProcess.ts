/*
 * Entry point of the process that takes in files and ends: started with `utilityProcess.fork` in the app, or as a worker
 * thread in plain Node.
 */
import { parentPort as workerPort } from 'node:worker_threads';
import { ImportWork } from './ImportWork.ts';

const utilityPort = process.parentPort;
if (utilityPort) {
  const work = new ImportWork((reply) => utilityPort.postMessage(reply));
  utilityPort.on('message', (event) => work.receive(event.data));
} else if (workerPort) {
  const port = workerPort;
  const work = new ImportWork((reply) => port.postMessage(reply));
  port.on('message', (message: unknown) => work.receive(message));
} else {
  throw new Error('the import process is started by the app, never by itself');
}
