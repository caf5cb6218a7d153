import type { PageOfFile } from './findMessages.ts';

const tickMs = 1000;
/** A tick that comes so late was not waited for: the computer slept. */
const sleptMs = 4000;

/** Notices that a page is not got over. Counts seconds in which the computer was awake. */
export class StallWatch {
  readonly #patience: number;
  readonly #onStall: () => void;
  #page: PageOfFile | null = null;
  #seconds = 0;
  #tickedAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(patienceSeconds: number, onStall: () => void) {
    this.#patience = patienceSeconds;
    this.#onStall = onStall;
  }

  begin(page: PageOfFile): void {
    this.#page = page;
    this.#seconds = 0;
    if (this.#timer !== null) return;
    this.#tickedAt = performance.now();
    this.#timer = setInterval(() => this.#tick(), tickMs);
    this.#timer.unref();
  }

  /** Returns the page that was being waited for. */
  end(): PageOfFile | null {
    const page = this.#page;
    this.#page = null;
    this.#seconds = 0;
    return page;
  }

  #tick(): void {
    const now = performance.now();
    const slept = now - this.#tickedAt > sleptMs;
    this.#tickedAt = now;
    if (this.#page === null) return this.#stop();
    if (!slept) this.#seconds += 1;
    if (this.#seconds < this.#patience) return;
    this.#stop();
    this.#onStall();
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
