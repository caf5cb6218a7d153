import fs from 'node:fs/promises';
import { closeSync, openSync } from 'node:fs';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { ByteSource, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import type { CountPages } from '../packs/buildFolderDocuments.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { fileSource, loadPdfium } from './loadPdfium.ts';

/** Counts with PDFium from `wasmFile`, loaded at the first file. Every page must be there, not only be counted. */
export function createCountPages(wasmFile: string): CountPages {
  let engine: Promise<PdfEngine> | null = null;
  return async (file) => {
    engine ??= loadPdfium(wasmFile);
    return countIn(await engine, file);
  };
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
