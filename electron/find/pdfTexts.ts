import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PdfDocument, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { foldText } from '../../core/find/foldText.ts';
import { layOutText } from '../../core/text/layOutText.ts';
import type { OpenedBytes } from '../pdf/openBytes.ts';
import { openBytes } from '../pdf/openBytes.ts';
import type { PageReader, PageToRead, ReadPage } from './pageReading.ts';

interface OpenFile {
  readonly sha256: string;
  readonly bytes: OpenedBytes;
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
  readonly read = async (asked: PageToRead): Promise<ReadPage> => {
    const { sha256, page, withLayout } = asked;
    this.#engine ??= await this.#load();
    try {
      const document = await this.#documentOf(this.#engine, asked);
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
    open?.bytes.close();
  };

  async #documentOf(engine: PdfEngine, { sha256, file, key }: PageToRead): Promise<Result<PdfDocument>> {
    if (this.#open?.sha256 === sha256) return ok(this.#open.document);
    this.#close();
    const bytes = await openBytes(file, key ?? null);
    if (bytes === null) return failure('documentMissing');
    const opened = engine.open(bytes.source);
    if (opened.ok) this.#open = { sha256, bytes, document: opened.value };
    else bytes.close();
    return opened;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    open.document.close();
    open.bytes.close();
  }
}
