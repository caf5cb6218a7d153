import { closeSync, fstatSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { ByteSource, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { fileSource, loadPdfium } from '../pdf/loadPdfium.ts';
import { decryptWith } from '../sealing/ageBox.ts';
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
    const opened = file.key === null ? openFile(file.path) : await decrypted(file.path, file.key);
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

interface Opened {
  readonly source: ByteSource;
  readonly close: () => void;
}

/** What the disk refuses must not be thrown through PDFium. */
function openFile(file: string): Opened | null {
  try {
    const descriptor = openSync(file, 'r');
    const source = fileSource(descriptor, fstatSync(descriptor).size);
    const read: ByteSource['read'] = (from, to) => {
      try {
        return source.read(from, to);
      } catch {
        return null;
      }
    };
    return { source: { size: source.size, read }, close: () => closeSync(descriptor) };
  } catch {
    return null;
  }
}

async function decrypted(file: string, key: string): Promise<Opened | null> {
  const sealed = await readFile(file).catch(() => null);
  const opened = sealed === null ? null : await decryptWith([key], sealed);
  if (opened?.state !== 'open') return null;
  const { plain } = opened;
  return {
    source: { size: plain.length, read: (from, to) => plain.subarray(from, to) },
    close: () => plain.fill(0),
  };
}
