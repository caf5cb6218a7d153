import type { PdfFile } from './pdfJobs.ts';

/** Where the shell serves a stored document. */
export function pdfFile(sha256: string): PdfFile {
  return { sha256, url: new URL(`/documents/${sha256}`, location.href).href };
}
