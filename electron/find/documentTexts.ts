import type { BereddError, Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PageOfFile } from './findMessages.ts';
import type { PageToRead } from './pageReading.ts';
import type { ReaderPool } from './ReaderPool.ts';
import { runLength } from './ReaderPool.ts';
import type { TextCache } from './textCache.ts';
import { TextPage } from './textPage.ts';

/** Memory for texts of files that are not being searched: some 9,000 pages. */
const roomForTexts = 128 * 1024 * 1024;

interface HeldFile {
  readonly pages: (TextPage | null)[];
  /** Why the file as a whole cannot be read. */
  error: BereddError | null;
  bytes: number;
  hasNews: boolean;
  /** What was read of it came out of a seal: it is never written anywhere. */
  isSealed: boolean;
}

/** Whether only one page suffers, not the whole file. */
export const isOfPage = (error: BereddError): boolean => error.detail?.['page'] !== undefined;

export interface DocumentTextsParts {
  readonly readers: Pick<ReaderPool, 'read' | 'release' | 'width'>;
  readonly cache: TextCache;
  /** Pages that are not to be tried: they were what a process before did not get over. */
  readonly skipped: readonly PageOfFile[];
  readonly room?: number;
}

/** The text of pages: held in memory while there is room, kept on disk, read from the file once. */
export class DocumentTexts {
  readonly #parts: DocumentTextsParts;
  readonly #skipped: ReadonlySet<string>;
  readonly #files = new Map<string, HeldFile>();
  readonly #loading = new Map<string, Promise<HeldFile>>();
  readonly #reading = new Map<string, Promise<Result<TextPage>>>();

  constructor(parts: DocumentTextsParts) {
    this.#parts = parts;
    this.#skipped = new Set(parts.skipped.map(({ sha256, page }) => `${sha256}:${page}`));
  }

  /** What is at hand without waiting. */
  held(sha256: string, page: number): TextPage | null {
    return this.#files.get(sha256)?.pages[page - 1] ?? null;
  }

  /** What was read before, now or at an earlier start; null when the file itself would have to be read. */
  async keptPage(sha256: string, page: number): Promise<TextPage | null> {
    return (await this.#file(sha256)).pages[page - 1] ?? null;
  }

  /**
   * Fails with what the file or the page suffers from; `page` counts in the file, from 1. What `key` opens is held in
   * memory only.
   */
  async page(
    sha256: string,
    path: string,
    page: number,
    key: string | null = null,
  ): Promise<Result<TextPage>> {
    const file = await this.#file(sha256);
    const held = file.pages[page - 1];
    if (held) return ok(held);
    if (file.error !== null) return { ok: false, error: file.error };
    const name = `${sha256}:${page}`;
    if (this.#skipped.has(name)) return failure('documentTooSlow', { detail: { page } });
    if (key !== null) file.isSealed = true;
    const reading = this.#reading.get(name) ?? this.#read(file, { sha256, file: path, page, key });
    this.#reading.set(name, reading);
    const read = await reading;
    this.#reading.delete(name);
    return read;
  }

  /** Pages that are worth asking for before the first of them is there. */
  get width(): number {
    return runLength * this.#parts.readers.width;
  }

  /** Nothing more is wanted of this file for now: what was read of it is stored, unless it is sealed. */
  async leave(sha256: string): Promise<void> {
    const file = this.#files.get(sha256);
    if (file?.hasNews) {
      file.hasNews = false;
      const pages = Array.from(file.pages, (page) => page ?? null);
      if (!file.isSealed) await this.#parts.cache.write(sha256, pages);
    }
    this.#makeRoom(sha256);
  }

  /** Nothing more is to be read for now. */
  rest(): void {
    this.#parts.readers.release();
  }

  async #read(file: HeldFile, page: PageToRead): Promise<Result<TextPage>> {
    const read = await this.#parts.readers.read(page);
    if (read.ok) return ok(this.#keep(file, page.page, new TextPage(read.value.text, read.value.folded)));
    if (!isOfPage(read.error)) file.error = read.error;
    return read;
  }

  #keep(file: HeldFile, page: number, text: TextPage): TextPage {
    file.pages[page - 1] = text;
    file.bytes += text.bytes;
    file.hasNews = true;
    return text;
  }

  #file(sha256: string): Promise<HeldFile> | HeldFile {
    const held = this.#files.get(sha256);
    if (held) {
      // Last used, last thrown out.
      this.#files.delete(sha256);
      this.#files.set(sha256, held);
      return held;
    }
    const loading = this.#loading.get(sha256) ?? this.#load(sha256);
    this.#loading.set(sha256, loading);
    return loading;
  }

  async #load(sha256: string): Promise<HeldFile> {
    const pages = [...((await this.#parts.cache.read(sha256)) ?? [])];
    const bytes = pages.reduce((sum, page) => sum + (page?.bytes ?? 0), 0);
    const file: HeldFile = { pages, error: null, bytes, hasNews: false, isSealed: false };
    this.#loading.delete(sha256);
    this.#files.set(sha256, file);
    return file;
  }

  #makeRoom(inUse: string): void {
    let bytes = 0;
    for (const file of this.#files.values()) bytes += file.bytes;
    for (const [sha256, file] of this.#files) {
      if (bytes <= (this.#parts.room ?? roomForTexts)) return;
      if (sha256 === inUse || file.hasNews) continue;
      this.#files.delete(sha256);
      bytes -= file.bytes;
    }
  }
}
