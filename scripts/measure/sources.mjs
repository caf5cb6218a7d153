// Our TypeScript, as scripts in plain Node load it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'vite';
import { projectRoot } from '../lib/projectRoot.mjs';

/** `load('core/text/copyText.ts')` gives the module; `close` when nothing more is loaded. */
export async function openSources() {
  const server = await createServer({
    root: projectRoot,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  return { load: (file) => server.ssrLoadModule(`/${file}`), close: () => server.close() };
}

/** An engine of its own, as the app's processes start it. */
export async function startPdfium(sources) {
  const { loadPdfium } = await sources.load('electron/pdf/loadPdfium.ts');
  return loadPdfium(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
}

/** The whole file in memory: measuring is not about the disk. */
export function memorySource(file) {
  const bytes = fs.readFileSync(file);
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
