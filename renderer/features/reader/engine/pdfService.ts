import wasmUrl from '@embedpdf/pdfium/pdfium.wasm?url';
import { createPdfHost } from './pdfHost.ts';
import type { PdfHost, WorkerHandle } from './pdfHost.ts';

/** The one PDF worker of the window: readers come and go, its compiled PDFium stays. */
export const pdfHost: PdfHost = createPdfHost(new URL(wasmUrl, location.href).href, startWorker);

function startWorker(): WorkerHandle {
  const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(null, [port2]);
  return { port: port1, terminate: () => worker.terminate() };
}
