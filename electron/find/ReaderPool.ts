import { failure } from '../../core/errors.ts';
import { StallWatch } from './stallWatch.ts';
import type { PageReader, PageToRead, ReadPage } from './pageReading.ts';

interface Waiting {
  readonly page: PageToRead;
  readonly resolve: (read: ReadPage) => void;
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
  readonly #idle: PageReader[] = [];
  readonly #waiting: Waiting[] = [];
  #atWork = 0;

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
    for (const reader of this.#idle.splice(0)) reader.stop();
  }

  #next(): void {
    if (this.#atWork >= this.width) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    this.#atWork += 1;
    void this.#give(this.#idle.pop() ?? this.#options.startReader(), waiting);
  }

  async #give(reader: PageReader, { page, resolve }: Waiting): Promise<void> {
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
    if (!isStalled && !reader.isGone()) this.#idle.push(reader);
    this.#atWork -= 1;
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
