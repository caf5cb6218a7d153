import type { PdfiumModule } from './pdfiumModule.ts';

/** Numbers out of PDFium's heap, and scratch space in it. Views are taken anew each time: the heap moves as it grows. */
export interface PdfiumHeap {
  bytes(pointer: number, length: number): Uint8Array;
  float(pointer: number): number;
  double(pointer: number): number;
  /** An unsigned, little-endian 32-bit word. */
  word(pointer: number): number;
  /** A copy of `count` 32-bit floats. */
  floats(pointer: number, count: number): Float32Array;
  write(pointer: number, bytes: Uint8Array): void;
  /** Little-endian 32-bit words, one after the other. */
  writeWords(pointer: number, words: readonly number[]): void;
  /** 0 when there is no room. */
  allocate(length: number): number;
  free(pointer: number): void;
  size(): number;
}

export function pdfiumHeap(module: PdfiumModule): PdfiumHeap {
  const { pdfium } = module;
  const view = (): DataView => new DataView(pdfium.HEAPU8.buffer);
  return {
    bytes: (pointer, length) => pdfium.HEAPU8.subarray(pointer, pointer + length),
    word: (pointer) => view().getUint32(pointer, true),
    float: (pointer) => view().getFloat32(pointer, true),
    double: (pointer) => view().getFloat64(pointer, true),
    floats: (pointer, count) => new Float32Array(pdfium.HEAPU8.buffer, pointer, count).slice(),
    write: (pointer, bytes) => pdfium.HEAPU8.set(bytes, pointer),
    writeWords(pointer, words) {
      const target = view();
      words.forEach((word, i) => target.setUint32(pointer + 4 * i, word, true));
    },
    allocate: (length) => pdfium.wasmExports.malloc(length),
    free: (pointer) => pdfium.wasmExports.free(pointer),
    size: () => pdfium.HEAPU8.length,
  };
}
