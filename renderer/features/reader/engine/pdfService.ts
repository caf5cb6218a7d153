import wasmUrl from '@embedpdf/pdfium/pdfium.wasm?url';
import { DocumentComments } from '../comments/DocumentComments.ts';
import { createPdfHost } from './pdfHost.ts';
import type { PdfHost, StartWorker } from './pdfHost.ts';
import type { FromWorker } from './pdfJobs.ts';

const startWorker: StartWorker = (listener) => {
  const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FromWorker>) => listener(data);
  worker.postMessage(null, [port2]);
  return {
    tell: (message) => port1.postMessage(message),
    terminate() {
      worker.terminate();
      port1.close();
    },
  };
};

/** The one PDF worker of the window: readers come and go, its compiled PDFium stays. */
export const pdfHost: PdfHost = createPdfHost(new URL(wasmUrl, location.href).href, startWorker);

/** What others wrote in documents, asked of the same worker. */
export const documentComments = new DocumentComments(pdfHost);
