import { closeSync, readFileSync } from 'node:fs';
import { init } from '@embedpdf/pdfium';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { looksLike } from '../../core/pdf/looksLike.ts';
import { pdfiumHeap, type PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import { fileAccess, openOrNull, readOrNone, saveDocument } from '../pdf/pdfiumFiles.ts';
import { isPdfiumModule, type PdfiumModule } from '../../core/pdf/pdfiumModule.ts';

/** Functions of PDFium that only copying pages needs (fpdf_edit.h, fpdf_ppo.h, fpdf_save.h, fpdf_flatten.h). */
interface CopyFunctions {
  FPDF_CreateNewDocument(): number;
  FPDF_ImportPagesByIndex(into: number, from: number, indices: number, length: number, at: number): boolean;
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): boolean;
  FPDFPage_Flatten(page: number, usage: number): number;
  FPDFPage_Delete(document: number, index: number): void;
  FPDFCatalog_GetLanguage(document: number, buffer: number, length: number): number;
}
const copyNames: readonly (keyof CopyFunctions)[] = [
  'FPDF_CreateNewDocument',
  'FPDF_ImportPagesByIndex',
  'FPDF_SaveAsCopy',
  'FPDFPage_Flatten',
  'FPDFPage_Delete',
  'FPDFCatalog_GetLanguage',
];

type CopyingModule = PdfiumModule & CopyFunctions;

const canCopy = (module: PdfiumModule): module is CopyingModule =>
  copyNames.every((name) => typeof Reflect.get(module, name) === 'function');

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const passwordErrors = new Set([4, 5]);
/** FLAT_PRINT of fpdf_flatten.h: what is meant for paper. */
const forPaper = 1;

/** A file that pages are taken from. */
export interface SourcePdf {
  readonly pageCount: number;
  /** BCP 47 as the file says; null when it does not. */
  readonly language: string | null;
  readonly handle: number;
  readonly close: () => void;
}

/** PDFium, taking pages out of files of any kind and condition into one. */
export class PdfiumCopying {
  readonly #module: CopyingModule;
  readonly #heap: PdfiumHeap;
  readonly #into: number;
  #pageCount = 0;

  private constructor(module: CopyingModule) {
    this.#module = module;
    this.#heap = pdfiumHeap(module);
    module.PDFiumExt_Init();
    this.#into = module.FPDF_CreateNewDocument();
  }

  static async load(wasmFile: string): Promise<PdfiumCopying> {
    const wasm = readFileSync(wasmFile);
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    const module: object = await init({ wasmBinary });
    if (!isPdfiumModule(module) || !canCopy(module)) throw new Error('this PDFium cannot copy pages');
    return new PdfiumCopying(module);
  }

  get pageCount(): number {
    return this.#pageCount;
  }

  /** Fails as the engine's `open` does. */
  open(file: string): Result<SourcePdf> {
    const descriptor = openOrNull(file);
    if (descriptor === null) return failure('documentMissing');
    const opened = this.#load(descriptor);
    if (!opened.ok) closeSync(descriptor);
    return opened;
  }

  #load(descriptor: number): Result<SourcePdf> {
    const first = Buffer.alloc(1024);
    const likeness = looksLike(first.subarray(0, readOrNone(descriptor, first, 0)));
    if (likeness !== 'pdf') return failure('documentNotPdf', { detail: { looksLike: likeness } });
    const access = fileAccess(this.#module, this.#heap, descriptor);
    const handle = this.#module.FPDF_LoadCustomDocument(access.pointer, '');
    const error = handle === 0 ? this.#module.FPDF_GetLastError() : 0;
    const pageCount = handle === 0 ? 0 : this.#module.FPDF_GetPageCount(handle);
    const close = (): void => {
      if (handle !== 0) this.#module.FPDF_CloseDocument(handle);
      access.release();
    };
    if (pageCount < 1) {
      close();
      return failure(passwordErrors.has(error) ? 'documentEncrypted' : 'documentDamaged');
    }
    return ok({
      pageCount,
      language: this.#language(handle),
      handle,
      close: () => {
        close();
        closeSync(descriptor);
      },
    });
  }

  /** Adds pages of a file, 1-based, and returns those that could be taken. */
  add(source: SourcePdf, pages: readonly number[]): readonly number[] {
    const there = pages.filter((page) => page <= source.pageCount);
    if (this.#import(source, there)) return there;
    return there.filter((page) => this.#import(source, [page]));
  }

  /** Draws what annotations and form fields show into the pages from this index on. */
  flattenFrom(index: number): void {
    for (let at = index; at < this.#pageCount; at++) {
      const page = this.#module.FPDF_LoadPage(this.#into, at);
      if (page === 0) continue;
      this.#module.FPDFPage_Flatten(page, forPaper);
      this.#module.FPDF_ClosePage(page);
    }
  }

  save(file: string): boolean {
    return saveDocument(this.#module, this.#heap, this.#into, file);
  }

  #import(source: SourcePdf, pages: readonly number[]): boolean {
    if (pages.length === 0) return true;
    const indices = this.#heap.allocate(4 * pages.length);
    this.#heap.writeWords(
      indices,
      pages.map((page) => page - 1),
    );
    const before = this.#pageCount;
    const isDone = this.#module.FPDF_ImportPagesByIndex(
      this.#into,
      source.handle,
      indices,
      pages.length,
      before,
    );
    this.#heap.free(indices);
    const now = this.#module.FPDF_GetPageCount(this.#into);
    if (isDone && now === before + pages.length) {
      this.#pageCount = now;
      return true;
    }
    for (let at = now - 1; at >= before; at--) this.#module.FPDFPage_Delete(this.#into, at);
    return false;
  }

  #language(document: number): string | null {
    const size = this.#module.FPDFCatalog_GetLanguage(document, 0, 0);
    if (size <= 2 || size > 200) return null;
    const buffer = this.#heap.allocate(size);
    this.#module.FPDFCatalog_GetLanguage(document, buffer, size);
    const words = new TextDecoder('utf-16le').decode(this.#heap.bytes(buffer, size - 2).slice());
    this.#heap.free(buffer);
    return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(words) ? words : null;
  }
}
