import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ageSealing } from '../backup/sealing.ts';
import { createCountPages } from '../pdf/countPages.ts';
import type { CliIo } from './cliIo.ts';

/** The command line on this computer, in plain Node or in Electron's main process. */
export function nodeCliIo(version: string, signal: AbortSignal): CliIo {
  let countPages: CliIo['countPages'] | null = null;
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    env: process.env,
    folder: process.cwd(),
    version,
    now: Date.now,
    newId: randomUUID,
    // PDFium is only looked for by the one command that needs it.
    countPages: (file) => (countPages ??= createCountPages(pdfiumFile()))(file),
    sealing: ageSealing(),
    signal,
  };
}

/** The WebAssembly beside the built window when packaged, else the package's own. */
function pdfiumFile(): string {
  const assets = path.join(path.dirname(import.meta.dirname), 'renderer/assets');
  const built = existsSync(assets)
    ? readdirSync(assets).find((name) => /^pdfium.*\.wasm$/.test(name))
    : undefined;
  if (built !== undefined) return path.join(assets, built);
  return createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
}
