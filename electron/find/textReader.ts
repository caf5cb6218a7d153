/*
 * Entry point of a thread of the find process: reads the text of one page after another with a PDFium of its own.
 */
import { parentPort } from 'node:worker_threads';
import { loadPdfium } from '../pdf/loadPdfium.ts';
import { PdfTexts } from './pdfTexts.ts';
import type { PageToRead, ReadPage } from './pageReading.ts';

const port = parentPort;
if (port === null) throw new Error('a text reader is started by the find process');
let provide: (compiled: WebAssembly.Module) => void = () => undefined;
const compiled = new Promise<WebAssembly.Module>((resolve) => (provide = resolve));
const texts = new PdfTexts(async () => loadPdfium(await compiled));

// Our own process sends nothing else: PDFium once, and one page at a time. What fails as a bug ends the thread, which tells why.
port.on('message', (message: WebAssembly.Module | PageToRead) => {
  if (message instanceof WebAssembly.Module) provide(message);
  else void texts.read(message).then((read) => port.postMessage(read satisfies ReadPage));
});
