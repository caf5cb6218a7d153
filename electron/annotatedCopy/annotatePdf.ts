import { closeSync, readFileSync } from 'node:fs';
import { init } from '@embedpdf/pdfium';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { pdfiumHeap, type PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import { isPdfiumModule } from '../../core/pdf/pdfiumModule.ts';
import { fileAccess, openOrNull, saveDocument } from '../pdf/pdfiumFiles.ts';
import type { AnnotatingModule } from './annotationFunctions.ts';
import { canAnnotate } from './annotationFunctions.ts';
import type { CopiedMark } from './copiedMark.ts';
import { drawMark, noteSize, pageMargin } from './drawMark.ts';

export async function loadAnnotating(wasmFile: string): Promise<AnnotatingModule> {
  const wasm = readFileSync(wasmFile);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const module: object = await init({ wasmBinary });
  if (!isPdfiumModule(module) || !canAnnotate(module)) throw new Error('this PDFium cannot annotate');
  module.PDFiumExt_Init();
  return module;
}

/**
 * Writes a copy of a PDF with marks as standard annotations that every reader shows. Saved whole, never added to the end:
 * that breaks files. A signature in the document no longer holds in the copy; the original stays. Fails with
 * documentMissing, documentEncrypted or documentDamaged; throws errors of the disk.
 */
export function annotatePdf(
  module: AnnotatingModule,
  source: string,
  output: string,
  marks: readonly CopiedMark[],
): Result<{ readonly markCount: number }> {
  const heap = pdfiumHeap(module);
  const descriptor = openOrNull(source);
  if (descriptor === null) return failure('documentMissing');
  const access = fileAccess(module, heap, descriptor);
  const document = module.FPDF_LoadCustomDocument(access.pointer, '');
  try {
    if (document === 0)
      return failure(module.FPDF_GetLastError() === 4 ? 'documentEncrypted' : 'documentDamaged');
    const markCount = drawMarks(module, heap, document, marks);
    return saveDocument(module, heap, document, output) ? ok({ markCount }) : failure('documentDamaged');
  } finally {
    if (document !== 0) module.FPDF_CloseDocument(document);
    access.release();
    closeSync(descriptor);
  }
}

function drawMarks(
  module: AnnotatingModule,
  heap: PdfiumHeap,
  document: number,
  marks: readonly CopiedMark[],
): number {
  const byPage = new Map<number, CopiedMark[]>();
  for (const mark of marks) byPage.set(mark.page, [...(byPage.get(mark.page) ?? []), mark]);
  let count = 0;
  for (const [number, ofPage] of byPage) {
    const page = module.FPDF_LoadPage(document, number - 1);
    if (page === 0) continue;
    const top = module.FPDF_GetPageHeightF(page);
    ofPage.forEach((mark, i) => {
      if (drawMark({ module, heap, page }, mark, top - pageMargin - i * (noteSize + 4))) count += 1;
    });
    module.FPDF_ClosePage(page);
  }
  return count;
}
