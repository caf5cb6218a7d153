import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { ScrollAnchor } from '../scroll/scrollLayout.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { lettersWithin, offsetAtShare } from './pageOffsets.ts';
import type { FlowPiece } from './textPlaces.ts';
import { anchorAtHeight, pieceAtOffset, topOfLetter } from './textPlaces.ts';

/** Rows whose words are in the document: those around the one being read. */
export interface WantedRows {
  readonly first: number;
  readonly last: number;
}

/** So many rows on either side of the one being read have their words in the document. */
const reach = 80;
/** The window moves by so many rows at a time: each move redraws. */
const stride = 10;
/** Room above the words that one is taken to. */
const headroom = 12;

/** After so long the place one went to is left to the browser, which keeps it while words above arrive. */
const settledMs = 1200;
const longestWaitMs = 8000;

const userInput = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * The scroll of the text view. Stands in for the scroller of the pages: it goes where that one is told to go and tells it
 * where it is, in shares of pages, so that page numbers, positions and read states are the same in both views.
 */
export class TextFlow {
  readonly wanted: StoreApi<WantedRows>;
  readonly session: ReaderSession;
  readonly #pieces = new Map<Element, FlowPiece>();
  readonly #rows = new Map<number, HTMLElement>();
  readonly #ready = new Map<number, PageText | null>();
  #root: HTMLElement | null = null;
  /** Where to go once the words there are in the document. */
  #target: ScrollAnchor | null;
  #flash: { readonly row: number; readonly quads: readonly (readonly number[])[] } | null = null;
  #shown: { readonly from: ScrollAnchor; readonly to: ScrollAnchor } | null = null;
  #frame = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ReaderSession) {
    this.session = session;
    this.#target = session.scroller.anchor();
    this.wanted = createStore(() => windowAround(this.#target?.row ?? 0));
  }

  attach(root: HTMLElement): () => void {
    this.#root = root;
    const letGo = (): void => this.#letGo();
    const resized = new ResizeObserver(() => this.keepPlace());
    resized.observe(root);
    root.addEventListener('scroll', this.#scrolled, { passive: true });
    for (const name of userInput) root.addEventListener(name, letGo, { passive: true });
    this.session.scroller.standIn = { show: (anchor) => this.goTo(anchor), shown: () => this.#shown };
    const stopFlashing = this.session.flash.subscribe((flash) => flash && this.#reveal(flash));
    if (this.#target) this.goTo(this.#target);
    return () => {
      this.#tell();
      resized.disconnect();
      clearTimeout(this.#settling);
      root.removeEventListener('scroll', this.#scrolled);
      for (const name of userInput) root.removeEventListener(name, letGo);
      cancelAnimationFrame(this.#frame);
      this.session.scroller.standIn = null;
      stopFlashing();
      this.#root = null;
    };
  }

  goTo(anchor: ScrollAnchor): void {
    this.#target = anchor;
    this.#letGoAfter(longestWaitMs);
    this.#want(anchor.row);
    this.#approach();
    this.#tell();
  }

  /** The lines have become longer or shorter: what was at the upper edge stays there. */
  keepPlace(): void {
    if (this.#shown) this.goTo(this.#shown.from);
  }

  setRow(row: number, element: HTMLElement | null): void {
    if (element) this.#rows.set(row, element);
    else this.#rows.delete(row);
  }

  setPiece(element: HTMLElement, piece: FlowPiece | null): void {
    if (piece) this.#pieces.set(element, piece);
    else this.#pieces.delete(element);
  }

  /** The words of a row are in the document (null: it has none), or gone from it. */
  setReady(row: number, page: PageText | null, isReady: boolean): void {
    if (!isReady) {
      this.#ready.delete(row);
      return;
    }
    this.#ready.set(row, page);
    if (this.#target) this.#approach();
    if (this.#target?.row === row) this.#letGoAfter(settledMs);
    if (this.#flash?.row === row) this.#reveal(this.#flash);
  }

  pieceOf(element: Element): FlowPiece | null {
    return this.#pieces.get(element) ?? null;
  }

  root(): HTMLElement | null {
    return this.#root;
  }

  rowElement(row: number): HTMLElement | null {
    return this.#rows.get(row) ?? null;
  }

  /** The anchor at a height of the window, CSS pixels. */
  anchorAt(y: number): ScrollAnchor {
    const count = this.session.scroller.store.getState().layout.rows.length;
    return anchorAtHeight({ rows: this.#rows, count, pieceOf: (element) => this.pieceOf(element) }, y);
  }

  #letGo(): void {
    this.#target = null;
    this.#flash = null;
  }

  #letGoAfter(milliseconds: number): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#letGo(), milliseconds);
  }

  #approach(): void {
    const { row, share } = this.#target ?? { row: 0, share: 0 };
    const element = this.#rows.get(row);
    const root = this.#root;
    if (!root || !element) return;
    const page = this.#ready.get(row);
    const piece = page && share > 0 ? this.#pieceAt(element, offsetAtShare(page, share)) : null;
    const top = piece?.top ?? element.getBoundingClientRect().top;
    const room = piece ? headroom : 0;
    root.scrollTop += top - root.getBoundingClientRect().top - room;
  }

  #pieceAt(row: HTMLElement, offset: number): { element: Element; top: number } | null {
    const found = pieceAtOffset(row, (element) => this.pieceOf(element), offset);
    return found && { element: found.element, top: topOfLetter(found.element, found.letter) };
  }

  #reveal(flash: { readonly row: number; readonly quads: readonly (readonly number[])[] }): void {
    this.#flash = flash;
    const element = this.#rows.get(flash.row);
    const page = this.#ready.get(flash.row);
    this.#want(flash.row);
    if (!element || !page) return;
    const offset = lettersWithin(page, flash.quads).indexOf(1);
    const piece = offset < 0 ? null : this.#pieceAt(element, offset);
    const root = this.#root;
    if (!piece || !root) return;
    this.#target = null;
    const frame = root.getBoundingClientRect();
    root.scrollTop += piece.top - frame.top - frame.height / 3;
    piece.element.animate(
      [{ backgroundColor: 'var(--colour-accent-border)' }, { backgroundColor: 'transparent' }],
      { duration: 1600, easing: 'ease-out' },
    );
  }

  #want(row: number): void {
    const { first, last } = this.wanted.getState();
    const next = windowAround(row);
    if (next.first !== first || next.last !== last) this.wanted.setState(next);
  }

  readonly #scrolled = (): void => {
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#tell();
      });
    }
  };

  #tell(): void {
    const root = this.#root;
    if (!root || root.clientHeight === 0) return;
    const { top, bottom } = root.getBoundingClientRect();
    const from = this.#target ?? this.anchorAt(top + headroom + 1);
    const to = this.anchorAt(bottom - 4);
    this.#want(from.row);
    this.#shown = { from, to };
    this.session.scroller.standInMoved();
  }
}

function windowAround(row: number): WantedRows {
  const middle = Math.round(row / stride) * stride;
  return { first: Math.max(0, middle - reach), last: middle + reach };
}
