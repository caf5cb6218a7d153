/*
 * Entry point of the process that reads the text of documents and searches it: started with `utilityProcess.fork` in the
 * app, or as a worker thread in plain Node.
 */
import { parentPort as workerPort } from 'node:worker_threads';
import { FindJobs } from './findJobs.ts';

const utilityPort = process.parentPort;
if (utilityPort) {
  const jobs = new FindJobs((reply) => utilityPort.postMessage(reply));
  utilityPort.on('message', (event) => jobs.receive(event.data));
} else if (workerPort) {
  const port = workerPort;
  const jobs = new FindJobs((reply) => port.postMessage(reply));
  port.on('message', (message: unknown) => jobs.receive(message));
} else {
  throw new Error('the find process is started by the app, never by itself');
}
