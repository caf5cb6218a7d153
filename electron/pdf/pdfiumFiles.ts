import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import type { PdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** FPDF_NO_INCREMENTAL: an incremental save breaks some files. */
const fullSave = 2;

/** The function of fpdf_save.h. */
export interface SaveFunction {
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): boolean;
}

/** Writes a whole document into a new file for its owner. Throws errors of the disk; false when PDFium cannot. */
export function saveDocument(
  module: PdfiumModule & SaveFunction,
  heap: PdfiumHeap,
  document: number,
  file: string,
): boolean {
  const descriptor = openSync(file, 'w', 0o600);
  let failed: unknown = null;
  const write = module.pdfium.addFunction((_writer, data, size) => {
    try {
      const bytes = heap.bytes((data ?? 0) >>> 0, (size ?? 0) >>> 0);
      for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
      return 1;
    } catch (error) {
      failed = error;
      return 0;
    }
  }, 'iiii');
  // An FPDF_FILEWRITE: version, callback.
  const writer = heap.allocate(8);
  heap.writeWords(writer, [1, write]);
  const isSaved = module.FPDF_SaveAsCopy(document, writer, fullSave);
  heap.free(writer);
  module.pdfium.removeFunction(write);
  closeSync(descriptor);
  // What the disk refuses must not be thrown through PDFium.
  if (failed !== null) throw failed;
  return isSaved;
}

/** An FPDF_FILEACCESS (fpdfview.h) over an open file: length, callback, parameter. */
export function fileAccess(
  module: PdfiumModule,
  heap: PdfiumHeap,
  descriptor: number,
): { readonly pointer: number; readonly release: () => void } {
  const read = module.pdfium.addFunction((_parameter, position, buffer, size) => {
    const bytes = Buffer.alloc((size ?? 0) >>> 0);
    if (readOrNone(descriptor, bytes, (position ?? 0) >>> 0) !== bytes.length) return 0;
    heap.write((buffer ?? 0) >>> 0, bytes);
    return 1;
  }, 'iiiii');
  const pointer = heap.allocate(12);
  heap.writeWords(pointer, [fstatSync(descriptor).size, read, 0]);
  return {
    pointer,
    release: () => {
      heap.free(pointer);
      module.pdfium.removeFunction(read);
    },
  };
}

export function openOrNull(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null;
  }
}

export function readOrNone(descriptor: number, into: Buffer, position: number): number {
  try {
    return readSync(descriptor, into, 0, into.length, position);
  } catch {
    return 0;
  }
}
