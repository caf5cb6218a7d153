import type { PdfiumHeap } from './pdfiumHeap.ts';

/** Reads strings as PDFium hands them out: the caller's buffer, filled with UTF-16LE and a closing zero. */
export interface PdfiumStrings {
  /** `fill` is called with a buffer and its size and returns the size needed, both in bytes. Strings that do not fit are empty. */
  read(fill: (buffer: number, length: number) => number): string;
  free(): void;
}

const bufferBytes = 16 * 1024;

export function pdfiumStrings(heap: PdfiumHeap): PdfiumStrings {
  const buffer = heap.allocate(bufferBytes);
  return {
    read(fill) {
      const needed = fill(buffer, bufferBytes);
      // PDFium leaves the buffer as it is when the string does not fit.
      if (needed <= 2 || needed > bufferBytes) return '';
      return fromUtf16(heap.bytes(buffer, needed - 2));
    },
    free: () => heap.free(buffer),
  };
}

function fromUtf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  }
  return text;
}
