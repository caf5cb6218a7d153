/*
 * Entry point of a thread of the find process: reads the text of one page after another with a PDFium of its own.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPdfium } from '../pdf/loadPdfium.ts';
import { PdfTexts } from './pdfTexts.ts';
import type { PageToRead, ReadPage } from './pageReading.ts';

const port = parentPort;
const wasmFile: unknown = workerData;
if (port === null || typeof wasmFile !== 'string')
  throw new Error('a text reader is started by the find process');
const texts = new PdfTexts(() => loadPdfium(wasmFile));

// Our own process sends nothing else, one page at a time. What fails as a bug ends the thread, which tells why.
port.on('message', (page: PageToRead) => {
  void texts.read(page).then((read) => port.postMessage(read satisfies ReadPage));
});
