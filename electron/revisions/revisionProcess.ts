/*
 * Entry point of the process that holds revisions against each other, started with `utilityProcess.fork`.
 */
import os from 'node:os';
import path from 'node:path';
import { stackOf } from '../find/findJobs.ts';
import { threadReaders } from '../find/threadReader.ts';
import { RevisionJobs } from './revisionJobs.ts';
import type { RevisionReply } from './revisionMessages.ts';

/** More readers than this do not pay: the rest of the work is done by one. */
const mostReaders = 4;

const port = process.parentPort;
if (!port) throw new Error('the revision process is started by the app, never by itself');
const readers = Math.max(1, Math.min(mostReaders, os.availableParallelism()));
// Built beside this file.
const entry = path.join(import.meta.dirname, 'textReader.js');
const tell = (reply: RevisionReply): void => port.postMessage(reply);
const report = (error: unknown): void => tell({ kind: 'crashed', job: null, stack: stackOf(error) });
const jobs = new RevisionJobs(tell, threadReaders(entry, report), readers);
port.on('message', (event) => jobs.receive(event.data));
