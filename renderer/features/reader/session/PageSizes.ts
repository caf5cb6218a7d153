import type { BereddError } from '../../../../core/errors.ts';
import type { PageSize } from '../../../../core/pdf/pdfEngine.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { ReaderDocument } from '../readerTypes.ts';
import type { LayoutDocument } from '../scroll/scrollLayout.ts';
import type { DocumentSource } from './documentSource.ts';

export interface PageSizesEvents {
  /** The layout is no longer right. */
  readonly onChange: () => void;
  readonly onFailed: (documentIndex: number, error: BereddError) => void;
  /** It has fields to fill in; told once. */
  readonly onForm: (documentIndex: number) => void;
}

/** With the precision that PDFium has, so that a guess that was right changes nothing. */
const a4: PageSize = { width: Math.fround(595.28), height: Math.fround(841.89) };
/** Pages whose sizes are asked for at once, around where reading starts and then throughout: a page in view waits for no more. */
const nearPages = 24;
const chunkPages = 25;
/** Less urgent than any page in view. */
const later = (): number => 1_000_000;

/** The sizes of all pages: a guess at first, so that there is something to scroll at once, then those of the files. */
export class PageSizes {
  readonly #documents: readonly ReaderDocument[];
  readonly #sources: readonly DocumentSource[];
  readonly #host: PdfHost;
  readonly #events: PageSizesEvents;
  readonly #known: (PageSize | undefined)[][];
  readonly #failed = new Set<number>();
  readonly #forms = new Set<number>();
  #isOver = false;

  constructor(
    documents: readonly ReaderDocument[],
    sources: readonly DocumentSource[],
    host: PdfHost,
    events: PageSizesEvents,
  ) {
    this.#documents = documents;
    this.#sources = sources;
    this.#host = host;
    this.#events = events;
    this.#known = documents.map(() => []);
  }

  layoutDocuments(): LayoutDocument[] {
    return this.#documents.map((document, index) => {
      const source = this.#sources[index];
      const isNotice =
        source?.type === 'unavailable' || source?.type === 'unsupported' || this.#failed.has(index);
      const known = this.#known[index] ?? [];
      const guess = known.find((size) => size !== undefined) ?? a4;
      const pageCount = source?.type === 'image' ? 1 : document.pageCount;
      const sizes = isNotice ? [] : Array.from({ length: pageCount }, (_, page) => known[page] ?? guess);
      return { isNotice, sizes };
    });
  }

  /** Begins with the document and page that are read first. */
  async load(startIndex: number, startPage: number): Promise<void> {
    this.#isOver = false;
    const first = Math.max(1, startPage - nearPages / 2);
    await this.#range(startIndex, first, first + nearPages, () => 0);
    const order = this.#documents
      .map((_, index) => index)
      .toSorted((a, b) => Math.abs(a - startIndex) - Math.abs(b - startIndex));
    for (const index of order) await this.#rest(index);
  }

  /** Opens a document once more that failed, and tells whether it opens now. Until then its message stays. */
  async tryAgain(index: number): Promise<boolean> {
    if (this.#sources[index]?.type === 'pdf') {
      this.#failed.add(index);
      await this.#range(index, 1, nearPages, () => 0);
      if (this.#isOver || this.#failed.has(index)) return false;
      void this.#rest(index);
    } else this.#failed.delete(index);
    this.#events.onChange();
    return true;
  }

  stop(): void {
    this.#isOver = true;
  }

  /** The size of an image, known once it is loaded. */
  setImageSize(documentIndex: number, size: PageSize): void {
    this.#put(documentIndex, 1, [size]);
  }

  fail(documentIndex: number): void {
    this.#failed.add(documentIndex);
    this.#events.onChange();
  }

  /** The sizes of all pages, once nothing else is asked for. */
  async #rest(index: number): Promise<void> {
    const pageCount = this.#documents[index]?.pageCount ?? 0;
    for (let from = 1; from <= pageCount && !this.#isOver && !this.#failed.has(index); from += chunkPages) {
      await this.#range(index, from, Math.min(pageCount, from + chunkPages - 1), later);
    }
  }

  async #range(index: number, from: number, to: number, urgency: () => number): Promise<void> {
    const source = this.#sources[index];
    const document = this.#documents[index];
    if (source?.type !== 'pdf' || !document) return;
    const before = (document.pages?.from ?? 1) - 1;
    const last = Math.min(to, document.pageCount);
    const pages = { from: before + from, to: before + last, canWait: urgency === later };
    const job = { type: 'sizes', file: source.file, ...pages } as const;
    const answer = await this.#host.request(job, () => (this.#isOver ? Infinity : urgency())).answer;
    if (answer === null || this.#isOver) return;
    if (answer.ok) {
      this.#failed.delete(index);
      this.#put(index, from, answer.value.sizes);
      if (answer.value.hasForm && !this.#forms.has(index)) {
        this.#forms.add(index);
        this.#events.onForm(index);
      }
    } else {
      this.#failed.add(index);
      this.#events.onFailed(index, { ...answer.error, file: document.title });
      this.#events.onChange();
    }
  }

  #put(index: number, from: number, sizes: readonly PageSize[]): void {
    const known = this.#known[index];
    if (!known) return;
    const guess = known.find((size) => size !== undefined) ?? a4;
    let isNews = false;
    sizes.forEach((size, i) => {
      const before = known[from - 1 + i] ?? guess;
      if (before.width !== size.width || before.height !== size.height) isNews = true;
      known[from - 1 + i] = size;
    });
    if (isNews) this.#events.onChange();
  }
}
