import { init } from '@embedpdf/pdfium';
import { isPdfiumModule } from '../../../../core/pdf/pdfiumModule.ts';
import type { PdfiumModule } from '../../../../core/pdf/pdfiumModule.ts';

/** Compiles PDFium from its address, or takes what another worker has compiled, and starts an instance of it. */
export async function loadPdfium(
  wasm: string | WebAssembly.Module,
): Promise<{ pdfium: PdfiumModule; wasm: WebAssembly.Module }> {
  const compiled = typeof wasm === 'string' ? await WebAssembly.compileStreaming(fetch(wasm)) : wasm;
  const pdfium = await init(instantiating(compiled));
  if (!isPdfiumModule(pdfium)) throw new Error('this PDFium lacks functions that Beredd calls');
  return { pdfium, wasm: compiled };
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
