/*
 * Entry point of the process that reads files of drafts for pre-flight, started with `utilityProcess.fork`.
 */
import { PreflightWork } from './preflightWork.ts';

const port = process.parentPort;
if (!port) throw new Error('the pre-flight process is started by the app, never by itself');
const work = new PreflightWork((reply) => port.postMessage(reply));
port.on('message', (event) => work.receive(event.data));
