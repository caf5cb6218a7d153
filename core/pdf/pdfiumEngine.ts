import { failure, ok } from '../errors.ts';
import type { Result } from '../errors.ts';
import { looksLike } from './looksLike.ts';
import type { ByteSource, PdfDocument, PdfEngine } from './pdfEngine.ts';
import { createPdfiumDocument } from './pdfiumDocument.ts';
import { pdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import { createPixelBuffer } from './pixelBuffer.ts';

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const passwordErrors = new Set([4, 5]);

/**
 * The port over an initialised PDFium. `now` is a clock in milliseconds; it decides only how long a slice of drawing
 * lasts. No form environment is made, so nothing of a document can run: forms show their stored appearance.
 */
export function createPdfiumEngine(module: PdfiumModule, now: () => number): PdfEngine {
  module.PDFiumExt_Init();
  const heap = pdfiumHeap(module);
  const pixels = createPixelBuffer(module, heap, now);
  return {
    heapBytes: () => heap.size(),
    open(source) {
      const first = source.read(0, 1024);
      if (first === null) return failure('documentMissing');
      const likeness = looksLike(first);
      if (likeness !== 'pdf') return failure('documentNotPdf', { detail: { looksLike: likeness } });
      return load(source);
    },
  };

  function load(source: ByteSource): Result<PdfDocument> {
    const access = fileAccess(source);
    const document = module.FPDF_LoadCustomDocument(access.pointer, '');
    if (document === 0) {
      const encrypted = passwordErrors.has(module.FPDF_GetLastError());
      access.release();
      if (access.unreadable()) return failure('documentMissing');
      return failure(encrypted ? 'documentEncrypted' : 'documentDamaged');
    }
    const pageCount = module.FPDF_GetPageCount(document);
    if (pageCount < 1) {
      module.FPDF_CloseDocument(document);
      access.release();
      return failure('documentDamaged');
    }
    return ok(createPdfiumDocument({ module, heap, pixels, document, pageCount, release: access.release }));
  }

  /** An FPDF_FILEACCESS (fpdfview.h): length, callback, parameter. */
  function fileAccess(source: ByteSource): {
    pointer: number;
    unreadable: () => boolean;
    release: () => void;
  } {
    let failed = false;
    const callback = module.pdfium.addFunction((_parameter, position, buffer, size) => {
      // PDFium's numbers are unsigned, WebAssembly's signed.
      const from = (position ?? 0) >>> 0;
      const length = (size ?? 0) >>> 0;
      const bytes = source.read(from, from + length);
      if (bytes === null) failed = true;
      if (bytes === null || bytes.length !== length) return 0;
      heap.write((buffer ?? 0) >>> 0, bytes);
      return 1;
    }, 'iiiii');
    const pointer = heap.allocate(12);
    heap.writeWords(pointer, [source.size, callback, 0]);
    return {
      pointer,
      unreadable: () => failed,
      release() {
        heap.free(pointer);
        module.pdfium.removeFunction(callback);
      },
    };
  }
}
