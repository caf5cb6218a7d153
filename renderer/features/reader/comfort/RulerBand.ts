import type { ReaderSession } from '../session/ReaderSession.ts';
import { rowAt } from '../scroll/scrollLayout.ts';
import { nextFlowLine } from './flowLines.ts';
import type { RulerStop } from './rulerStops.ts';
import { nextStop, rulerStops } from './rulerStops.ts';

/** The line that the keyboard took the band to; it stays on it when the pages are scrolled. */
interface Held {
  /** CSS pixels from the upper edge of the scrolled content. */
  readonly y: number;
}

/** After a line was reached by key, so much of the view lies above it at least and below it at least. */
const headroom = 0.25;
/** A pointer that moves less is at rest, on a scrolled page. */
const restPixels = 3;

/** Moves the band of the reading ruler over a scrolling view: with the pointer, and line by line. */
export class RulerBand {
  readonly #session: ReaderSession;
  readonly #view: HTMLElement;
  readonly #band: HTMLElement;
  #held: Held | null = null;
  /** The middle of the band, CSS pixels from the upper edge of the view. */
  #y: number;
  #pointerY: number | null = null;

  constructor(session: ReaderSession, view: HTMLElement, band: HTMLElement) {
    this.#session = session;
    this.#view = view;
    this.#band = band;
    this.#y = view.clientHeight / 3;
  }

  /** Follows pointer and scrolling. Returns what ends that. */
  attach(): () => void {
    this.#place();
    this.#view.addEventListener('pointermove', this.#pointed, { passive: true });
    this.#view.addEventListener('scroll', this.#scrolled, { passive: true });
    return () => {
      this.#view.removeEventListener('pointermove', this.#pointed);
      this.#view.removeEventListener('scroll', this.#scrolled);
    };
  }

  /** To the next or previous line, over the end of a page; scrolls along. */
  async step(step: 1 | -1): Promise<void> {
    const from = this.#view.scrollTop + this.#y;
    const isText = this.#session.scroller.standIn !== null;
    const y = isText ? this.#nextFlowLine(step) : await this.#nextLine(from, step);
    if (y === null) return;
    this.#held = { y };
    const { clientHeight, scrollTop } = this.#view;
    const inView = y - scrollTop;
    if (inView < clientHeight * headroom || inView > clientHeight * (1 - headroom))
      this.#view.scrollTo({ top: y - clientHeight * 0.4 });
    this.#place();
  }

  readonly #pointed = (event: PointerEvent): void => {
    const y = event.clientY - this.#view.getBoundingClientRect().top;
    const isMoved = this.#pointerY === null || Math.abs(y - this.#pointerY) >= restPixels;
    if (this.#held && !isMoved) return;
    this.#pointerY = y;
    this.#held = null;
    this.#y = y;
    this.#place();
  };

  readonly #scrolled = (): void => {
    if (this.#held) this.#place();
  };

  #place(): void {
    if (this.#held) this.#y = this.#held.y - this.#view.scrollTop;
    this.#band.dataset['held'] = String(this.#held !== null);
    this.#band.style.transform = `translateY(calc(${Math.round(this.#y)}px - 50%))`;
  }

  /** Where no line is known, a screen's third is left behind. */
  #nextFlowLine(step: 1 | -1): number {
    const { top } = this.#view.getBoundingClientRect();
    const line = nextFlowLine(this.#view, top + this.#y, step);
    const offset = line === null ? this.#y + (step * this.#view.clientHeight) / 3 : line - top;
    return this.#view.scrollTop + offset;
  }

  /** Over headers, scans and the gaps between pages; null when there is no further line. */
  async #nextLine(from: number, step: 1 | -1): Promise<number | null> {
    const { layout } = this.#session.scroller.store.getState();
    const first = rowAt(layout, from);
    for (let row = first; row >= 0 && row < layout.rows.length; row += step) {
      const place = layout.rows[row];
      if (place?.kind !== 'page') continue;
      const stop = nextStop(await this.#stops(row), (from - place.top) / place.scale, step);
      if (stop) return place.top + stop.middle * place.scale;
    }
    return null;
  }

  async #stops(row: number): Promise<readonly RulerStop[]> {
    const place = this.#session.place(row);
    const text = place?.file && (await this.#session.texts.load(place.file, place.filePage, () => -1));
    return text ? rulerStops(text) : [];
  }
}
