import fs from 'node:fs/promises';
import { closeSync, openSync, readSync } from 'node:fs';
import { init } from '@embedpdf/pdfium';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { ByteSource, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { createPdfiumEngine } from '../../core/pdf/pdfiumEngine.ts';
import { isPdfiumModule } from '../../core/pdf/pdfiumModule.ts';
import type { CountPages } from '../packs/buildFolderDocuments.ts';
import { diskFailure } from '../storage/diskFailure.ts';

/** Counts with PDFium from `wasmFile`, loaded at the first file. Every page must be there, not only be counted. */
export function createCountPages(wasmFile: string): CountPages {
  let engine: Promise<PdfEngine> | null = null;
  return async (file) => {
    engine ??= loadEngine(wasmFile);
    return countIn(await engine, file);
  };
}

async function loadEngine(wasmFile: string): Promise<PdfEngine> {
  const wasm = await fs.readFile(wasmFile);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const module = await init({ wasmBinary });
  if (!isPdfiumModule(module)) throw new Error('this PDFium lacks functions that Beredd calls');
  return createPdfiumEngine(module, () => performance.now());
}

async function countIn(engine: PdfEngine, file: string): Promise<Result<number>> {
  try {
    const { size } = await fs.stat(file);
    const descriptor = openSync(file, 'r');
    try {
      return countPagesOf(engine, fileSource(descriptor, size));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return diskFailure(error, file);
  }
}

function countPagesOf(engine: PdfEngine, source: ByteSource): Result<number> {
  const document = engine.open(source);
  if (!document.ok) return document;
  try {
    for (let page = 1; page <= document.value.pageCount; page++) {
      const geometry = document.value.geometry(page);
      if (!geometry.ok) return geometry;
    }
    return ok(document.value.pageCount);
  } finally {
    document.value.close();
  }
}

const fileSource = (descriptor: number, size: number): ByteSource => ({
  size,
  read: (from, to) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
    const read = readSync(descriptor, bytes, 0, bytes.length, from);
    return bytes.subarray(0, read);
  },
});
