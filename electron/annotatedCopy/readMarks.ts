import { closeSync } from 'node:fs';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { pdfiumHeap, type PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import { fileAccess, openOrNull } from '../pdf/pdfiumFiles.ts';
import { noteKey } from './annotatePdf.ts';
import type { AnnotatingModule } from './annotationFunctions.ts';

const mostPages = 20_000;
const mostAnnotations = 20_000;

/** Texts of notes that stand in the annotations of a copy, as `annotatePdf` wrote them. Fails as it does. */
export function readCopiedNotes(module: AnnotatingModule, file: string): Result<readonly string[]> {
  const heap = pdfiumHeap(module);
  const descriptor = openOrNull(file);
  if (descriptor === null) return failure('documentMissing');
  const access = fileAccess(module, heap, descriptor);
  const document = module.FPDF_LoadCustomDocument(access.pointer, '');
  const found: string[] = [];
  try {
    if (document === 0) return failure('documentDamaged');
    const pages = Math.min(mostPages, module.FPDF_GetPageCount(document));
    for (let index = 0; index < pages; index++) {
      const page = module.FPDF_LoadPage(document, index);
      if (page === 0) continue;
      const count = Math.min(mostAnnotations, module.FPDFPage_GetAnnotCount(page));
      for (let at = 0; at < count; at++) {
        const annotation = module.FPDFPage_GetAnnot(page, at);
        if (annotation === 0) continue;
        const note = longString(module, heap, annotation);
        if (note !== '') found.push(note);
        module.FPDFPage_CloseAnnot(annotation);
      }
      module.FPDF_ClosePage(page);
    }
    return ok(found);
  } finally {
    if (document !== 0) module.FPDF_CloseDocument(document);
    access.release();
    closeSync(descriptor);
  }
}

const longestBytes = 4 * 1024 * 1024;

/** A note with a long quote is longer than what fits into the usual buffer. */
function longString(module: AnnotatingModule, heap: PdfiumHeap, annotation: number): string {
  const size = module.FPDFAnnot_GetStringValue(annotation, noteKey, 0, 0);
  if (size <= 2 || size > longestBytes) return '';
  const buffer = heap.allocate(size);
  module.FPDFAnnot_GetStringValue(annotation, noteKey, buffer, size);
  const text = new TextDecoder('utf-16le').decode(heap.bytes(buffer, size - 2).slice());
  heap.free(buffer);
  return text;
}
