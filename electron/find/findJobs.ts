import * as v from 'valibot';
import type { HitLine } from '../../core/find/findInText.ts';
import { hitLine, queryFrom } from '../../core/find/findInText.ts';
import { DocumentTexts } from './documentTexts.ts';
import type { FindReply, FindRequest, SearchedDocument } from './findMessages.ts';
import { findRequestSchema } from './findMessages.ts';
import type { PageReader } from './pageReading.ts';
import { ReaderPool } from './ReaderPool.ts';
import { SearchRun } from './searchRun.ts';
import { wordsOfDocument } from './wordsOfDocument.ts';
import { fileTextCache, pruneTextCache } from './textCache.ts';

/** Stands for the code that lays out and folds text, from the build: offsets of other rules would point beside the words. */
const textRules = process.env['BEREDD_TEXT_RULES'] ?? 'unbuilt';

type Request<K extends FindRequest['kind']> = Extract<FindRequest, { kind: K }>;

/** The working side of the process that reads text: one search at a time, the newest; lines whenever asked. */
export class FindJobs {
  readonly #reply: (reply: FindReply) => void;
  readonly #startReader: (wasmFile: string) => PageReader;
  readonly #width: number;
  #texts: DocumentTexts | null = null;
  #running: { readonly search: string; readonly controller: AbortController } | null = null;
  /** What is to be read when no search is running. */
  #reading: Request<'search'> | null = null;
  /** One run after the other: PDFium does one thing at a time. */
  #last: Promise<void> = Promise.resolve();

  /** `width` readers at once. */
  constructor(
    reply: (reply: FindReply) => void,
    startReader: (wasmFile: string) => PageReader,
    width: number,
  ) {
    this.#reply = reply;
    this.#startReader = startReader;
    this.#width = width;
  }

  /** Takes one message. Throws a ValiError on anything that is not a request. */
  receive(message: unknown): void {
    const request = v.parse(findRequestSchema, message);
    switch (request.kind) {
      case 'begin':
        return this.#begin(request);
      case 'search':
        return this.#search(request);
      case 'cancel':
        return this.#cancel(request.search);
      case 'lines':
        return this.#watched(this.#lines(request));
      case 'words':
        return this.#watched(this.#words(request));
    }
  }

  /** Stops what is going on and lets go of files. */
  async stop(): Promise<void> {
    this.#reading = null;
    this.#running?.controller.abort();
    await this.#last;
  }

  #begin({ wasmFile, folder, documentsFolder, version, skipped }: Request<'begin'>): void {
    this.#texts = new DocumentTexts({
      readers: new ReaderPool({
        startReader: () => this.#startReader(wasmFile),
        width: this.#width,
        onReading: ({ sha256, page }) => this.#reply({ kind: 'reading', sha256, page }),
      }),
      cache: fileTextCache(folder, `${version}/${textRules}`),
      skipped,
    });
    this.#watched(pruneTextCache(folder, documentsFolder));
  }

  #search(request: Request<'search'>): void {
    if (request.words === null) {
      this.#reading = request;
      if (this.#running !== null) return;
    }
    this.#start(request);
  }

  #cancel(search: string): void {
    if (this.#running?.search === search) this.#running.controller.abort();
    if (this.#reading?.search === search) this.#reading = null;
  }

  #start(request: Request<'search'>): void {
    this.#running?.controller.abort();
    const running = { search: request.search, controller: new AbortController() };
    this.#running = running;
    this.#last = this.#last.then(() => this.#run(request, running.controller.signal));
    this.#watched(
      this.#last.finally(() => {
        if (this.#running === running) this.#afterRun(request);
      }),
    );
  }

  /** The text that nobody searched yet is read on, so that the next search has it at hand. */
  #afterRun(ended: Request<'search'>): void {
    this.#running = null;
    if (this.#reading === ended) this.#reading = null;
    if (this.#reading !== null) this.#start(this.#reading);
    else {
      this.#texts?.rest();
      this.#reply({ kind: 'resting' });
    }
  }

  async #run({ search, words, documents, startAt }: Request<'search'>, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new SearchRun({
      search,
      query: words && queryFrom(words.words, words),
      documents,
      startAt,
      texts: this.#heldTexts(),
      signal,
      tell: (found) => this.#reply({ kind: 'found', found: { ...found, documents: [...found.documents] } }),
      now: () => performance.now(),
    }).run();
  }

  async #lines({ job, places }: Request<'lines'>): Promise<void> {
    const lines: (HitLine | null)[] = [];
    for (const { document, page, start, end } of places)
      lines.push(await this.#line(document, page, { start, end }));
    this.#reply({ kind: 'lines', job, lines });
  }

  async #line(
    { sha256, path, fromPage }: SearchedDocument,
    page: number,
    range: { start: number; end: number },
  ): Promise<HitLine | null> {
    if (path === null) return null;
    const filePage = fromPage - 1 + page;
    const texts = this.#heldTexts();
    const held = texts.held(sha256, filePage) ?? (await texts.keptPage(sha256, filePage));
    return held && hitLine(held.text, range);
  }

  /** Beside a search, a page at a time: nobody who searches waits for the count. */
  async #words({ job, documents, reads }: Request<'words'>): Promise<void> {
    const texts = this.#heldTexts();
    const words: (number | null)[][] = [];
    for (const document of documents) words.push(await wordsOfDocument(texts, document, reads));
    this.#reply({ kind: 'words', job, words });
    if (this.#running !== null) return;
    texts.rest();
    this.#reply({ kind: 'resting' });
  }

  #heldTexts(): DocumentTexts {
    if (this.#texts === null) throw new Error('asked before it began');
    return this.#texts;
  }

  #watched(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#reply({ kind: 'crashed', stack: stackOf(error) }));
  }
}

export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
