const tickMs = 1000;
/** A tick that comes so late was not waited for: the computer slept. */
const sleptMs = 4000;

/** Notices that something takes too long. Counts seconds in which the computer was awake. */
export class StallWatch {
  readonly #patience: number;
  readonly #onStall: () => void;
  #seconds = 0;
  #tickedAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(patienceSeconds: number, onStall: () => void) {
    this.#patience = patienceSeconds;
    this.#onStall = onStall;
  }

  begin(): void {
    this.end();
    this.#seconds = 0;
    this.#tickedAt = performance.now();
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    const now = performance.now();
    const slept = now - this.#tickedAt > sleptMs;
    this.#tickedAt = now;
    if (!slept) this.#seconds += 1;
    if (this.#seconds < this.#patience) return;
    this.end();
    this.#onStall();
  }
}
