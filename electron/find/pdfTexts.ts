import { closeSync, fstatSync, openSync } from 'node:fs';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ByteSource, PdfDocument, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { foldText } from '../../core/find/foldText.ts';
import { layOutText } from '../../core/text/layOutText.ts';
import { fileSource } from '../pdf/loadPdfium.ts';
import type { PageReader, PageToRead, ReadPage } from './pageReading.ts';

interface OpenFile {
  readonly sha256: string;
  readonly descriptor: number;
  readonly document: PdfDocument;
}

/** A file that PDFium breaks down on this many times is given up. */
const maxBreakdowns = 3;

/** Reads the text of pages with PDFium on this thread. One file is open at a time. */
export class PdfTexts implements PageReader {
  readonly #load: () => Promise<PdfEngine>;
  #engine: PdfEngine | null = null;
  #open: OpenFile | null = null;
  readonly #breakdowns = new Map<string, number>();

  constructor(load: () => Promise<PdfEngine>) {
    this.#load = load;
  }

  readonly isGone = (): boolean => false;

  /** The words of a page as they stand in the reader: `layOutText` of the same page gives the same offsets. */
  readonly read = async ({ sha256, file, page, withLayout }: PageToRead): Promise<ReadPage> => {
    this.#engine ??= await this.#load();
    try {
      const document = this.#documentOf(this.#engine, sha256, file);
      if (!document.ok) return document;
      const characters = document.value.characters(page);
      if (!characters.ok) return characters;
      const layout = layOutText(characters.value);
      const { text } = layout;
      const folded = foldText(text, { matchesCase: true });
      return ok({ text, folded, ...(withLayout ? { layout } : {}) });
    } catch {
      // PDFium gave up (out of memory, say): this instance is of no more use.
      this.stop();
      const breakdowns = (this.#breakdowns.get(sha256) ?? 0) + 1;
      this.#breakdowns.set(sha256, breakdowns);
      return failure('documentDamaged', breakdowns < maxBreakdowns ? { detail: { page } } : {});
    }
  };

  /** Closes the file that is open and lets go of PDFium and its memory. */
  readonly stop = (): void => {
    const open = this.#open;
    this.#open = null;
    this.#engine = null;
    if (open !== null) closeSync(open.descriptor);
  };

  #documentOf(engine: PdfEngine, sha256: string, file: string): Result<PdfDocument> {
    if (this.#open?.sha256 === sha256) return ok(this.#open.document);
    this.#close();
    const descriptor = openOrNull(file);
    if (descriptor === null) return failure('documentMissing');
    const opened = engine.open(sourceOf(descriptor));
    if (opened.ok) this.#open = { sha256, descriptor, document: opened.value };
    else closeSync(descriptor);
    return opened;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    open.document.close();
    closeSync(open.descriptor);
  }
}

function openOrNull(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null;
  }
}

/** What the disk refuses must not be thrown through PDFium. */
function sourceOf(descriptor: number): ByteSource {
  const source = fileSource(descriptor, fstatSync(descriptor).size);
  return {
    size: source.size,
    read: (from, to) => {
      try {
        return source.read(from, to);
      } catch {
        return null;
      }
    },
  };
}
