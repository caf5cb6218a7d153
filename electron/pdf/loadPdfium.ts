import { existsSync, readdirSync, readSync } from 'node:fs';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ByteSource, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { createPdfiumEngine } from '../../core/pdf/pdfiumEngine.ts';
import { isPdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** Compiles the WebAssembly in `wasmFile`: once for all threads that start a PDFium from it. */
export const compilePdfium = async (wasmFile: string): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await fs.readFile(wasmFile));

/** Starts a PDFium of its own from the WebAssembly in a file, or from what was compiled. */
export async function loadPdfium(wasm: string | WebAssembly.Module): Promise<PdfEngine> {
  const compiled = typeof wasm === 'string' ? await compilePdfium(wasm) : wasm;
  // The main process asks this file for a name only.
  const { init } = await import('@embedpdf/pdfium');
  const module = await init(instantiating(compiled));
  if (!isPdfiumModule(module)) throw new Error('this PDFium lacks functions that Beredd calls');
  return createPdfiumEngine(module, () => performance.now());
}

/** The wrapper's hook for one's own instantiation (Emscripten's Module.instantiateWasm). */
function instantiating(compiled: WebAssembly.Module): object {
  return {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object {
      void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  };
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
