/*
 * Entry point of the process that reads and hashes packs: started with `utilityProcess.fork` in the app, or as a worker
 * thread in plain Node.
 */
import { parentPort as workerPort } from 'node:worker_threads';
import { PackJobs } from './packJobs.ts';

const utilityPort = process.parentPort;
if (utilityPort) {
  const jobs = new PackJobs((reply) => utilityPort.postMessage(reply));
  utilityPort.on('message', (event) => jobs.receive(event.data));
} else if (workerPort) {
  const port = workerPort;
  const jobs = new PackJobs((reply) => port.postMessage(reply));
  port.on('message', (message: unknown) => jobs.receive(message));
} else {
  throw new Error('the pack process is started by the app, never by itself');
}
