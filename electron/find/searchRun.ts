import { setImmediate } from 'node:timers/promises';
import type { BereddError } from '../../core/errors.ts';
import { failure } from '../../core/errors.ts';
import type { Query } from '../../core/find/findInText.ts';
import { findInText } from '../../core/find/findInText.ts';
import type { Found, FoundDocument } from '../../core/find/found.ts';
import { maxHits } from '../../core/find/found.ts';
import type { DocumentTexts } from './documentTexts.ts';
import { isOfPage } from './documentTexts.ts';
import type { SearchedDocument } from './findMessages.ts';
import type { PageToRead } from './pageReading.ts';

/** A window redraws no faster. */
const tellEveryMs = 60;
/** Longer than this nothing else is kept waiting. */
const sliceMs = 8;

export interface SearchRunOptions {
  readonly search: string;
  /** Null: only read. */
  readonly query: Query | null;
  readonly documents: readonly SearchedDocument[];
  readonly startAt: number;
  readonly texts: DocumentTexts;
  readonly signal: AbortSignal;
  readonly tell: (found: Found) => void;
  readonly now: () => number;
}

/** Goes once through the documents of a search, telling what it finds on the way. */
export class SearchRun {
  readonly #options: SearchRunOptions;
  readonly #pagesTotal: number;
  #hits: number[] = [];
  #documents: FoundDocument[] = [];
  /** Texts on their way to the disk: nobody who searches waits for that. */
  readonly #stored: Promise<void>[] = [];
  /** The pages to be read, in order, and how far they were asked for. */
  readonly #pages: readonly PageToRead[];
  #at = 0;
  #askedUntil = 0;
  #hitCount = 0;
  #isFirst = true;
  #pagesRead = 0;
  #toldAt = -Infinity;
  #sliceFrom: number;

  constructor(options: SearchRunOptions) {
    this.#options = options;
    this.#pagesTotal = options.documents.reduce((sum, { pageCount }) => sum + pageCount, 0);
    this.#pages = inOrder(options).flatMap(({ document }) => pagesOf(document));
    this.#sliceFrom = options.now();
  }

  /** Ends after the last document, when the signal aborts, or when there are too many hits. */
  async run(): Promise<void> {
    const { signal } = this.#options;
    for (const { document, index } of inOrder(this.#options)) {
      await this.#document(document, index);
      if (signal.aborted) return;
      if (this.#isCut) break;
    }
    this.#tell(true);
    await Promise.all(this.#stored);
  }

  get #isCut(): boolean {
    return this.#hitCount >= maxHits;
  }

  async #document(document: SearchedDocument, index: number): Promise<void> {
    const { texts, signal } = this.#options;
    const { sha256, path, key = null, isPdf, fromPage, pageCount } = document;
    const report = { index, pageCount, pagesWithoutText: 0, pagesUnread: new Array<number>() };
    const readBefore = this.#pagesRead;
    if (path === null || !isPdf) {
      this.#pagesRead += pageCount;
      // A picture is a document without text; what is no PDF cannot be searched either.
      const error = path === null ? failure('documentMissing').error : null;
      this.#documents.push({ ...report, pagesWithoutText: error ? 0 : pageCount, error });
      return;
    }
    const first = this.#at;
    let error: BereddError | null = null;
    for (let page = 1; page <= pageCount && error === null; page += 1) {
      const filePage = fromPage - 1 + page;
      const held = texts.held(sha256, filePage);
      if (held === null) this.#askAhead();
      this.#at += 1;
      const read = held ? { ok: true as const, value: held } : await texts.page(sha256, path, filePage, key);
      if (signal.aborted) break;
      this.#pagesRead += 1;
      if (!read.ok && isOfPage(read.error)) report.pagesUnread.push(page);
      else if (!read.ok) error = read.error;
      else if (read.value.isEmpty) report.pagesWithoutText += 1;
      else this.#searchPage(index, page, read.value.searchable(this.#options.query?.matchesCase ?? false));
      await this.#pause(held === null);
      if (signal.aborted || this.#isCut) break;
    }
    this.#stored.push(texts.leave(sha256));
    if (signal.aborted) return;
    this.#pagesRead = readBefore + pageCount;
    this.#at = first + pageCount;
    this.#documents.push({ ...report, error });
  }

  /** Keeps all readers at work: the pages after this one are asked for before it is there. */
  #askAhead(): void {
    const { texts } = this.#options;
    const until = this.#at + texts.width;
    for (let at = Math.max(this.#at, this.#askedUntil); at < until; at += 1) {
      const page = this.#pages[at];
      if (page && texts.held(page.sha256, page.page) === null)
        void texts.page(page.sha256, page.file, page.page, page.key);
    }
    this.#askedUntil = Math.max(this.#askedUntil, until);
  }

  #searchPage(index: number, page: number, folded: Parameters<typeof findInText>[0]): void {
    const { query } = this.#options;
    if (query === null) return;
    for (const { start, end } of findInText(folded, query)) {
      if (this.#isCut) return;
      this.#hits.push(index, page, start, end);
      this.#hitCount += 1;
    }
  }

  /** Lets messages in (a newer search, say) after each page that was read, and in between when all is at hand. */
  async #pause(wasRead: boolean): Promise<void> {
    const now = this.#options.now();
    const isFirstHit = this.#hits.length > 0 && this.#hits.length / 4 === this.#hitCount;
    if (isFirstHit || now - this.#toldAt >= tellEveryMs) this.#tell(false);
    if (!wasRead && now - this.#sliceFrom < sliceMs) return;
    await setImmediate();
    this.#sliceFrom = this.#options.now();
  }

  #tell(isDone: boolean): void {
    const { search, signal, tell, now } = this.#options;
    if (signal.aborted) return;
    this.#toldAt = now();
    tell({
      search,
      isFirst: this.#isFirst,
      hits: Uint32Array.from(this.#hits),
      documents: this.#documents,
      pagesRead: this.#pagesRead,
      pagesTotal: this.#pagesTotal,
      isDone,
      isCut: isDone && this.#isCut,
    });
    this.#isFirst = false;
    this.#hits = [];
    this.#documents = [];
  }
}

interface InOrder {
  readonly document: SearchedDocument;
  readonly index: number;
}

/** The documents from the one to begin with, and round to those before it. */
function inOrder({ documents, startAt }: SearchRunOptions): readonly InOrder[] {
  const entries = documents.map((document, index) => ({ document, index }));
  const from = documents.length === 0 ? 0 : startAt % documents.length;
  return [...entries.slice(from), ...entries.slice(0, from)];
}

function pagesOf({ sha256, path, key, isPdf, fromPage, pageCount }: SearchedDocument): PageToRead[] {
  if (path === null || !isPdf) return [];
  return Array.from({ length: pageCount }, (_, at) => ({
    sha256,
    file: path,
    key,
    page: fromPage + at,
  }));
}
