import * as v from 'valibot';
import type { PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { loadPdfium } from '../pdf/loadPdfium.ts';
import { openBytes } from '../pdf/openBytes.ts';
import { checkPdf } from './checkPdf.ts';
import type { FileToCheck, PreflightReply } from './preflightMessages.ts';
import { preflightRequestSchema } from './preflightMessages.ts';

/** Reads files with PDFium on this thread, one at a time, and tells of each page. */
export class PreflightWork {
  readonly #tell: (reply: PreflightReply) => void;
  #wasmFile = '';
  #engine: PdfEngine | null = null;

  constructor(tell: (reply: PreflightReply) => void) {
    this.#tell = tell;
  }

  receive(message: unknown): void {
    const request = v.parse(preflightRequestSchema, message);
    if (request.kind === 'begin') this.#wasmFile = request.wasmFile;
    else void this.#check(request.file).then(this.#tell);
  }

  /** Without facts when the bytes are not there or cannot be decrypted. */
  async #check(file: FileToCheck): Promise<PreflightReply> {
    this.#engine ??= await loadPdfium(this.#wasmFile);
    const opened = await openBytes(file.path, file.key);
    if (opened === null) return { kind: 'facts', facts: null };
    try {
      const facts = checkPdf(this.#engine, opened.source, {
        latestYear: file.latestYear,
        onPage: (page) => this.#tell({ kind: 'page', page }),
      });
      return { kind: 'facts', facts };
    } catch {
      // PDFium gave up (out of memory, say): this instance is of no more use.
      this.#engine = null;
      return { kind: 'broke' };
    } finally {
      opened.close();
    }
  }
}
