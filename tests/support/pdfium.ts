import fs from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import type { ByteSource, PdfDocument, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { createPdfiumEngine } from '../../core/pdf/pdfiumEngine.ts';
import { isPdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** PDFium as it ships, in Node. `now` decides how long a slice of drawing lasts. */
export async function startPdfium(now: () => number = () => 0): Promise<PdfEngine> {
  const wasm = fs.readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const wrapper = await init({ wasmBinary });
  if (!isPdfiumModule(wrapper)) throw new Error('the installed PDFium lacks functions that Beredd calls');
  return createPdfiumEngine(wrapper, now);
}

/** Bytes in memory, counting how much of them was read. */
export function memorySource(bytes: Uint8Array): ByteSource & { readonly readBytes: () => number } {
  let read = 0;
  return {
    size: bytes.length,
    read(from, to) {
      const part = bytes.subarray(from, to);
      read += part.length;
      return part;
    },
    readBytes: () => read,
  };
}

export function openPdf(engine: PdfEngine, bytes: Uint8Array): PdfDocument {
  const opened = engine.open(memorySource(bytes));
  if (!opened.ok) throw new Error(`the test's own PDF does not open: ${opened.error.code}`);
  return opened.value;
}
