/*
 * Entry point of the process that reads the text of documents and searches it, started with `utilityProcess.fork`.
 */
import os from 'node:os';
import path from 'node:path';
import { FindJobs, stackOf } from './findJobs.ts';
import type { FindReply } from './findMessages.ts';
import { threadReaders } from './threadReader.ts';

/** More readers than this do not pay: the rest of the work is done by one. */
const mostReaders = 4;

const port = process.parentPort;
if (!port) throw new Error('the find process is started by the app, never by itself');
const readers = Math.max(1, Math.min(mostReaders, os.availableParallelism()));
// Built beside this file.
const entry = path.join(import.meta.dirname, 'textReader.js');
const tell = (reply: FindReply): void => port.postMessage(reply);
const report = (error: unknown): void => tell({ kind: 'crashed', stack: stackOf(error) });
const jobs = new FindJobs(tell, threadReaders(entry, report), readers);
port.on('message', (event) => jobs.receive(event.data));
