import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import type {
  ForeignAnnotation,
  LeftOut,
  LeftOutKind,
} from '../../core/annotationImport/foreignAnnotation.ts';
import { mostForeign } from '../../core/annotationImport/foreignAnnotation.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PdfDocument } from '../../core/pdf/pdfEngine.ts';
import { createPdfiumEngine } from '../../core/pdf/pdfiumEngine.ts';
import { pdfiumHeap, type PdfiumHeap } from '../../core/pdf/pdfiumHeap.ts';
import { layOutText } from '../../core/text/layOutText.ts';
import type { PageText } from '../../core/text/pageText.ts';
import { fileSource } from '../pdf/loadPdfium.ts';
import { fileAccess, openOrNull } from '../pdf/pdfiumFiles.ts';
import { noteKey } from './drawMark.ts';
import type { ReadingModule } from './readingFunctions.ts';
import { annotationReader, type AnnotationReader } from './annotationReader.ts';
import { foreignAnnotation, leftOutKindOf } from './foreignAnnotationOf.ts';

const mostPages = 20_000;
const mostAnnotations = 20_000;
const longestNoteBytes = 4 * 1024 * 1024;
const hashedAtOnce = 1 << 20;

/** What stands in the annotations of a PDF. */
export interface ReadAnnotations {
  /** Notes of ours, as `annotatePdf` wrote them. */
  readonly notes: readonly string[];
  readonly foreign: readonly ForeignAnnotation[];
  readonly leftOut: LeftOut;
  readonly sha256: string;
  /** The text of each page, when there are annotations of others that must be placed by it; else empty. */
  readonly pages: readonly string[];
}

/** Reads all annotations of a file. Nothing in it is run. Fails with documentMissing, -Encrypted or -Damaged. */
export function readAnnotations(module: ReadingModule, file: string): Result<ReadAnnotations> {
  const heap = pdfiumHeap(module);
  const descriptor = openOrNull(file);
  if (descriptor === null) return failure('documentMissing');
  const size = fstatSync(descriptor).size;
  const text = createPdfiumEngine(module, () => performance.now()).open(fileSource(descriptor, size));
  const access = fileAccess(module, heap, descriptor);
  const document = module.FPDF_LoadCustomDocument(access.pointer, '');
  try {
    if (document === 0 || !text.ok)
      return failure(module.FPDF_GetLastError() === 4 ? 'documentEncrypted' : 'documentDamaged');
    const walk = new AnnotationWalk(module, heap, text.value, hashOf(descriptor, size));
    walk.countScripts(module.FPDFDoc_GetJavaScriptActionCount(document));
    const pages = Math.min(mostPages, module.FPDF_GetPageCount(document));
    for (let index = 0; index < pages; index++) {
      const page = module.FPDF_LoadPage(document, index);
      if (page === 0) continue;
      walk.page(page, index + 1);
      module.FPDF_ClosePage(page);
    }
    return ok(walk.found());
  } finally {
    if (text.ok) text.value.close();
    if (document !== 0) module.FPDF_CloseDocument(document);
    access.release();
    closeSync(descriptor);
  }
}

class AnnotationWalk {
  readonly #module: ReadingModule;
  readonly #heap: PdfiumHeap;
  readonly #document: PdfDocument;
  readonly #sha256: string;
  readonly #notes: string[] = [];
  readonly #foreign: ForeignAnnotation[] = [];
  readonly #leftOut = new Map<LeftOutKind | 'tooMany', number>();
  /** Our number of each annotation, by its object in the file. */
  readonly #numbers = new Map<number, number>();
  readonly #answers: { readonly at: number; readonly object: number }[] = [];
  readonly #texts = new Map<number, PageText | null>();

  constructor(module: ReadingModule, heap: PdfiumHeap, document: PdfDocument, sha256: string) {
    this.#module = module;
    this.#heap = heap;
    this.#document = document;
    this.#sha256 = sha256;
  }

  countScripts(count: number): void {
    for (let i = 0; i < Math.min(count, mostAnnotations); i++) this.#leave('script');
  }

  page(page: number, number: number): void {
    const module = this.#module;
    const count = Math.min(mostAnnotations, module.FPDFPage_GetAnnotCount(page));
    for (let at = 0; at < count; at++) {
      const annotation = module.FPDFPage_GetAnnot(page, at);
      if (annotation === 0) continue;
      this.#read(annotationReader(module, this.#heap, annotation), number);
      module.FPDFPage_CloseAnnot(annotation);
    }
  }

  found(): ReadAnnotations {
    // An answer may stand before what it answers.
    const foreign = [...this.#foreign];
    for (const { at, object } of this.#answers) {
      const annotation = foreign[at];
      if (annotation !== undefined)
        foreign[at] = { ...annotation, replyTo: this.#numbers.get(object) ?? null };
    }
    const leftOut = Object.fromEntries(this.#leftOut);
    const pages = foreign.length === 0 ? [] : this.#allPages();
    return { notes: this.#notes, foreign, leftOut, sha256: this.#sha256, pages };
  }

  #read(reader: AnnotationReader, page: number): void {
    const note = reader.string(noteKey, longestNoteBytes);
    if (note !== '') {
      // A drawing in several colours stands in several annotations.
      if (!this.#notes.includes(note)) this.#notes.push(note);
      return;
    }
    const leftOut = leftOutKindOf(reader);
    if (leftOut === 'unseen') return;
    if (reader.has('AA')) this.#leave('script');
    if (leftOut !== null) return this.#leave(leftOut);
    if (this.#foreign.length >= mostForeign) return this.#leave('tooMany');
    const number = this.#foreign.length;
    const made = foreignAnnotation(reader, {
      number,
      page,
      sha256: this.#sha256,
      text: this.#textOf(page),
      previousText: () => this.#textOf(page - 1)?.text ?? null,
      nextText: () => this.#textOf(page + 1)?.text ?? null,
    });
    if (made === null) return;
    if (reader.objectNumber > 0) this.#numbers.set(reader.objectNumber, number);
    const answered = reader.answers();
    if (answered !== null) this.#answers.push({ at: number, object: answered });
    this.#foreign.push(made);
  }

  #leave(kind: LeftOutKind | 'tooMany'): void {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1);
  }

  #textOf(page: number): PageText | null {
    if (page < 1 || page > this.#document.pageCount) return null;
    const known = this.#texts.get(page);
    if (known !== undefined) return known;
    const characters = this.#document.characters(page);
    const text = characters.ok ? layOutText(characters.value) : null;
    // Boxes of a whole book are not kept: only those near the page being read.
    this.#texts.delete(page - 3);
    this.#texts.set(page, text);
    return text;
  }

  #allPages(): readonly string[] {
    return Array.from(
      { length: Math.min(mostPages, this.#document.pageCount) },
      (_, index) => this.#textOf(index + 1)?.text ?? '',
    );
  }
}

function hashOf(descriptor: number, size: number): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(Math.min(hashedAtOnce, Math.max(1, size)));
  for (let at = 0; at < size;) {
    const read = readSync(descriptor, buffer, 0, buffer.length, at);
    if (read === 0) break;
    hash.update(buffer.subarray(0, read));
    at += read;
  }
  return hash.digest('hex');
}
