import type { Heading } from './urgency.ts';

/** Further than this, CSS pixels, is a jump: from there one reads on downwards. */
const jumpPixels = 2000;

/** Where the scrolling element is, without asking it more often than needed. */
export class ScrollPlace {
  element: HTMLElement | null = null;
  /** Where one is going. */
  heading: Heading = 1;
  #left = 0;
  #top = 0;

  get left(): number {
    return this.#left;
  }

  get top(): number {
    return this.#top;
  }

  /** Asked of the browser only when it may have changed: asking makes it lay out what has changed since. */
  read(): void {
    const { element } = this;
    // A hidden pane has no place of its own; then the last one counts.
    if (element && element.clientHeight > 0) this.foresee(element.scrollLeft, element.scrollTop);
  }

  moveTo(place: ScrollToOptions): void {
    this.element?.scrollTo(place);
    this.read();
  }

  /** It is there, or is about to be moved there. */
  foresee(left: number, top: number): void {
    const moved = top - this.#top;
    if (Math.abs(moved) >= 1) this.heading = moved > 0 || moved < -jumpPixels ? 1 : -1;
    this.#left = left;
    this.#top = top;
  }
}
