/*
 * Entry point of the process that writes or reads one annotated copy and ends: started with `utilityProcess.fork` in the
 * app, or as a worker thread in plain Node. A file that PDFium does not get over takes only this process along.
 */
import { parentPort as workerPort } from 'node:worker_threads';
import * as v from 'valibot';
import { diskFailure } from '../storage/diskFailure.ts';
import { annotatePdf, loadAnnotating } from './annotatePdf.ts';
import type { CopyReply } from './copyMessages.ts';
import { copyRequestSchema } from './copyMessages.ts';
import { readAnnotations } from './readAnnotations.ts';
import { canReadAnnotations } from './readingFunctions.ts';

async function answer(message: unknown): Promise<CopyReply> {
  const request = v.parse(copyRequestSchema, message);
  const module = await loadAnnotating(request.wasmFile);
  if (request.kind === 'read') {
    if (!canReadAnnotations(module)) throw new Error('this PDFium cannot read annotations');
    const read = readAnnotations(module, request.source);
    if (!read.ok) return { kind: 'failed', error: read.error };
    const { notes, foreign, pages, ...rest } = read.value;
    return { kind: 'read', ...rest, notes: [...notes], foreign: [...foreign], pages: [...pages] };
  }
  try {
    const written = annotatePdf(module, request.source, request.output, request.marks);
    return written.ok
      ? { kind: 'written', markCount: written.value.markCount }
      : { kind: 'failed', error: written.error };
  } catch (error) {
    return { kind: 'failed', error: diskFailure(error, request.output).error };
  }
}

const utilityPort = process.parentPort;
if (utilityPort) {
  utilityPort.once('message', (event) => {
    void answer(event.data).then((reply) => utilityPort.postMessage(reply));
  });
} else if (workerPort) {
  const port = workerPort;
  port.once('message', (message: unknown) => {
    void answer(message).then((reply) => port.postMessage(reply));
  });
} else {
  throw new Error('the process of annotated copies is started by the app, never by itself');
}
