import { failure } from '../../core/errors.ts';
import { StallWatch } from './stallWatch.ts';
import type { PageReader, PageToRead, ReadPage } from './pageReading.ts';

interface Waiting {
  readonly page: PageToRead;
  readonly resolve: (read: ReadPage) => void;
}

/**
 * Pages of a file that follow each other, told by one key: a reader keeps the fonts of the page before, which pages nearby
 * mostly share.
 */
export const runLength = 16;
const runOf = ({ sha256, page }: PageToRead): string => `${sha256}:${Math.floor((page - 1) / runLength)}`;

interface IdleReader {
  readonly reader: PageReader;
  /** Where it read last. */
  readonly run: string | null;
}

export interface ReaderPoolOptions {
  readonly startReader: () => PageReader;
  /** Readers at work at once. */
  readonly width: number;
  /** A page that takes longer is given up. */
  readonly patienceSeconds?: number;
  /** About to read a page. */
  readonly onReading?: (page: PageToRead) => void;
}

/** Several readers side by side; one that does not get over a page is replaced, and the page fails as too slow. */
export class ReaderPool {
  readonly width: number;
  readonly #options: ReaderPoolOptions;
  readonly #idle: IdleReader[] = [];
  readonly #waiting: Waiting[] = [];
  /** Where each is reading. */
  readonly #atWork = new Map<PageReader, string>();

  constructor(options: ReaderPoolOptions) {
    this.#options = options;
    this.width = options.width;
  }

  read(page: PageToRead): Promise<ReadPage> {
    return new Promise((resolve) => {
      this.#waiting.push({ page, resolve });
      this.#next();
    });
  }

  /** Nothing more is to be read for now: readers and their memory are let go. Pages still being read are finished. */
  release(): void {
    for (const { reader } of this.#idle.splice(0)) reader.stop();
  }

  #next(): void {
    if (this.#atWork.size >= this.width || this.#waiting.length === 0) return;
    const { reader, run } = this.#idle.pop() ?? { reader: this.#options.startReader(), run: null };
    const [waiting] = this.#waiting.splice(this.#chosen(run), 1);
    if (waiting) void this.#give(reader, waiting);
  }

  /** What goes on where the reader is, else where nobody is, else what waits longest. */
  #chosen(run: string | null): number {
    const here = this.#waiting.findIndex(({ page }) => runOf(page) === run);
    if (here >= 0) return here;
    const taken = new Set(this.#atWork.values());
    return Math.max(
      0,
      this.#waiting.findIndex(({ page }) => !taken.has(runOf(page))),
    );
  }

  async #give(reader: PageReader, { page, resolve }: Waiting): Promise<void> {
    this.#atWork.set(reader, runOf(page));
    this.#options.onReading?.(page);
    let isStalled = false;
    const { promise: stalled, resolve: giveUp } = withResolver<ReadPage>();
    const watch = new StallWatch(this.#options.patienceSeconds ?? 15, () => {
      isStalled = true;
      reader.stop();
      giveUp(failure('documentTooSlow', { detail: { page: page.page } }));
    });
    watch.begin();
    const read = await Promise.race([reader.read(page), stalled]);
    watch.end();
    this.#atWork.delete(reader);
    if (!isStalled && !reader.isGone()) this.#idle.push({ reader, run: runOf(page) });
    resolve(read);
    this.#next();
  }
}

/** Node 20 has no Promise.withResolvers. */
function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((given) => (resolve = given));
  return { promise, resolve };
}
