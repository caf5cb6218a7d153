import { randomUUID } from 'node:crypto';
import { ageSealing } from '../backup/sealing.ts';
import { createCountPages } from '../pdf/countPages.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
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
