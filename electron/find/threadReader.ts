import { Worker } from 'node:worker_threads';
import { failure } from '../../core/errors.ts';
import { compilePdfium } from '../pdf/loadPdfium.ts';
import type { PageReader, PageToRead, ReadPage } from './pageReading.ts';

/**
 * Starts readers in threads running the built `textReader.js`: what never ends there can be ended. PDFium is compiled once
 * for all of them. `report` is told of bugs.
 */
export function threadReaders(
  entry: string,
  report: (error: unknown) => void,
): (wasmFile: string) => PageReader {
  let compiled: Promise<WebAssembly.Module> | null = null;
  return (wasmFile) => threadReader(entry, (compiled ??= compilePdfium(wasmFile)), report);
}

function threadReader(
  entry: string,
  compiled: Promise<WebAssembly.Module>,
  report: (error: unknown) => void,
): PageReader {
  const worker = new Worker(entry);
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
  compiled.then(
    (pdfium) => worker.postMessage(pdfium),
    (error: unknown) => {
      report(error);
      void worker.terminate();
    },
  );
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
