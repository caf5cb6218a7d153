import { existsSync, readdirSync, readSync } from 'node:fs';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { init } from '@embedpdf/pdfium';
import type { ByteSource, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { createPdfiumEngine } from '../../core/pdf/pdfiumEngine.ts';
import { isPdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** Starts a PDFium of its own from the WebAssembly in `wasmFile`. */
export async function loadPdfium(wasmFile: string): Promise<PdfEngine> {
  const wasm = await fs.readFile(wasmFile);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const module = await init({ wasmBinary });
  if (!isPdfiumModule(module)) throw new Error('this PDFium lacks functions that Beredd calls');
  return createPdfiumEngine(module, () => performance.now());
}

/** The WebAssembly beside the built window when packaged, else the package's own. */
export function pdfiumFile(): string {
  const assets = path.join(path.dirname(import.meta.dirname), 'renderer/assets');
  const built = existsSync(assets)
    ? readdirSync(assets).find((name) => /^pdfium.*\.wasm$/.test(name))
    : undefined;
  if (built !== undefined) return path.join(assets, built);
  return createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
}

/** An open file, read where PDFium needs it. */
export const fileSource = (descriptor: number, size: number): ByteSource => ({
  size,
  read: (from, to) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
    const read = readSync(descriptor, bytes, 0, bytes.length, from);
    return bytes.subarray(0, read);
  },
});
