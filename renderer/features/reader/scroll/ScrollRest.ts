const restMs = 90;

/** Whether scrolling rests, and whom to tell when it comes to rest: what is not seen while scrolling is built then. */
export class ScrollRest {
  isResting = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onRest: () => void;
  readonly #listeners = new Set<() => void>();

  /** `onRest` is called before the listeners. */
  constructor(onRest: () => void) {
    this.#onRest = onRest;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something moved; rest comes when nothing more does. */
  moved(): void {
    this.isResting = false;
    this.soon();
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), restMs);
  }

  now(): void {
    clearTimeout(this.#timer);
    this.isResting = true;
    this.#onRest();
    for (const listener of [...this.#listeners]) listener();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
