import { closeSync, readFileSync } from 'node:fs';
import { init } from '@embedpdf/pdfium';
import type { HighlightColour } from '../../core/annotation/annotation.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { pdfiumHeap, type PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import { isPdfiumModule } from '../../core/pdf/pdfiumModule.ts';
import { fileAccess, openOrNull, saveDocument } from '../pdf/pdfiumFiles.ts';
import type { AnnotatingModule } from './annotationFunctions.ts';
import { canAnnotate } from './annotationFunctions.ts';
import type { CopiedMark } from './copiedMark.ts';

/** Subtypes of fpdf_annot.h. */
const subtypes = { note: 1, area: 5, highlight: 9, underline: 10 } as const;
/** FPDF_ANNOT_FLAG_PRINT: the mark is on paper too. */
const printed = 0x04;
const colours: Readonly<Record<HighlightColour, readonly [number, number, number]>> = {
  yellow: [255, 229, 100],
  green: [140, 214, 110],
  blue: [120, 190, 255],
  pink: [255, 150, 195],
};
const noteSize = 20;
const pageMargin = 24;
/** The key under which a note of ours stands in its annotation; other programs carry it on unread. */
export const noteKey = 'BereddNote';

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
      if (drawMark(module, heap, page, mark, top - pageMargin - i * (noteSize + 4))) count += 1;
    });
    module.FPDF_ClosePage(page);
  }
  return count;
}

function drawMark(
  module: AnnotatingModule,
  heap: PdfiumHeap,
  page: number,
  mark: CopiedMark,
  noteTop: number,
): boolean {
  const annotation = module.FPDFPage_CreateAnnot(page, subtypes[mark.kind]);
  if (annotation === 0) return false;
  const scratch = heap.allocate(32);
  const box = mark.quads.length === 0 ? noteBox(noteTop) : boxOf(mark.quads);
  heap.write(scratch, floatBytes(box));
  module.FPDFAnnot_SetRect(annotation, scratch);
  if (mark.kind === 'highlight' || mark.kind === 'underline') {
    for (const quad of mark.quads) {
      heap.write(scratch, floatBytes(quad));
      module.FPDFAnnot_AppendAttachmentPoints(annotation, scratch);
    }
  }
  heap.free(scratch);
  module.FPDFAnnot_SetColor(annotation, 0, ...colours[mark.colour], mark.kind === 'highlight' ? 150 : 255);
  if (mark.kind === 'area') module.FPDFAnnot_SetBorder(annotation, 0, 0, 2);
  module.FPDFAnnot_SetFlags(annotation, printed);
  const set = (key: string, value: string): void => setString(module, heap, annotation, key, value);
  set('Contents', mark.contents);
  set('T', mark.author);
  set('M', pdfTime(mark.modifiedAt));
  set(noteKey, mark.note);
  module.EPDFAnnot_GenerateAppearance(annotation);
  module.FPDFPage_CloseAnnot(annotation);
  return true;
}

function setString(
  module: AnnotatingModule,
  heap: PdfiumHeap,
  annotation: number,
  key: string,
  value: string,
): void {
  const bytes = new Uint8Array(2 * value.length + 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < value.length; i++) view.setUint16(2 * i, value.charCodeAt(i), true);
  const pointer = heap.allocate(bytes.length);
  heap.write(pointer, bytes);
  module.FPDFAnnot_SetStringValue(annotation, key, pointer);
  heap.free(pointer);
}

const floatBytes = (values: readonly number[]): Uint8Array => new Uint8Array(new Float32Array(values).buffer);

/** FS_RECTF: left, top, right, bottom. */
const noteBox = (top: number): readonly number[] => [pageMargin, top, pageMargin + noteSize, top - noteSize];

function boxOf(quads: readonly (readonly number[])[]): readonly number[] {
  const xs = quads.flatMap((quad) => quad.filter((_, i) => i % 2 === 0));
  const ys = quads.flatMap((quad) => quad.filter((_, i) => i % 2 === 1));
  return [Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys)];
}

/** D:YYYYMMDDHHmmSSZ (ISO 32000-1, 7.9.4). */
const pdfTime = (milliseconds: number): string =>
  `D:${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
