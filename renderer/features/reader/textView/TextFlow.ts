import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { ScrollAnchor } from '../scroll/scrollLayout.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { lettersWithin, offsetAtShare } from './pageOffsets.ts';
import type { FlowPiece } from './textPlaces.ts';
import { anchorAtHeight, inDocumentOrder, pieceAtOffset, topOfLetter } from './textPlaces.ts';

/** Rows whose words are in the document: those around the one being read. */
export interface WantedRows {
  readonly first: number;
  readonly last: number;
}

type Quads = readonly (readonly number[])[];

/** Where to go, held on to while the words there and above arrive. */
interface Goal {
  readonly anchor: ScrollAnchor;
  /** The words to bring into view; null: the anchor to the upper edge. */
  readonly quads: Quads | null;
  /** The words are still to be pointed out. */
  readonly flashes: boolean;
}

/** So many rows on either side of the one being read have their words in the document. */
const reach = 80;
/** The window moves by so many rows at a time: each move redraws. */
const stride = 10;
/** Room above the words that one is taken to, CSS pixels. */
const headroom = 12;
/** So long after the words have come the goal is let go: from then on the browser keeps the place. */
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
  /** Rows whose words are in the document, with their page; null for a page without words. */
  readonly #ready = new Map<number, PageText | null>();
  #root: HTMLElement | null = null;
  #goal: Goal | null;
  /** What the goal has scrolled to: any other place was chosen by the person. */
  #scrolledTo = 0;
  #shown: { readonly from: ScrollAnchor; readonly to: ScrollAnchor } | null = null;
  #frame = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ReaderSession) {
    this.session = session;
    const anchor = session.scroller.anchor();
    this.#goal = { anchor, quads: null, flashes: false };
    this.wanted = createStore(() => windowAround(anchor.row));
  }

  attach(root: HTMLElement, content: HTMLElement): () => void {
    this.#root = root;
    const letGo = (): void => this.#letGo();
    root.addEventListener('scroll', this.#scrolled, { passive: true });
    for (const name of userInput) root.addEventListener(name, letGo, { passive: true });
    const resized = new ResizeObserver(() => (this.#goal ? this.#approach() : undefined));
    resized.observe(content);
    this.session.scroller.standIn = {
      show: (anchor) => this.goTo(anchor),
      reveal: (row, quads) => this.#head({ anchor: { row, share: 0 }, quads, flashes: false }),
      shown: () => this.#shown,
    };
    const stopFlashing = this.session.flash.subscribe((flash) => {
      if (!flash) return;
      this.#head({ anchor: { row: flash.row, share: 0 }, quads: flash.quads, flashes: true });
    });
    if (this.#goal) this.#head(this.#goal);
    return () => {
      this.#tell();
      this.session.scroller.standIn = null;
      stopFlashing();
      resized.disconnect();
      for (const name of userInput) root.removeEventListener(name, letGo);
      root.removeEventListener('scroll', this.#scrolled);
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#settling);
      this.#frame = 0;
      this.#root = null;
    };
  }

  goTo(anchor: ScrollAnchor): void {
    this.#head({ anchor, quads: null, flashes: false });
  }

  /** The lines have become longer or shorter: what was at the upper edge stays there. */
  keepPlace(): void {
    if (this.#shown && !this.#goal) this.goTo(this.#shown.from);
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
    if (!this.#goal) return;
    this.#approach();
    const target = this.#goal.anchor.row;
    const isPage = this.session.scroller.store.getState().layout.rows[target]?.kind === 'page';
    if (row === target || !isPage) this.#letGoAfter(settledMs);
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

  /** The elements that hold words of a row's page: the first may stand with the page before, whose last paragraph goes on. */
  elementsOf(row: number): readonly Element[] {
    return inDocumentOrder(
      [...this.#pieces].filter(([, piece]) => piece.row === row).map(([shown]) => shown),
    );
  }

  #head(goal: Goal): void {
    this.#goal = goal;
    this.#letGoAfter(longestWaitMs);
    this.#want(goal.anchor.row);
    // The goal itself keeps the place; the browser would do it a second time.
    if (this.#root) this.#root.style.overflowAnchor = 'none';
    this.#approach();
    this.#tell();
  }

  #letGo(): void {
    clearTimeout(this.#settling);
    this.#goal = null;
    if (this.#root) this.#root.style.overflowAnchor = '';
  }

  #letGoAfter(milliseconds: number): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#letGo(), milliseconds);
  }

  #approach(): void {
    const goal = this.#goal;
    const root = this.#root;
    const element = goal && this.#rows.get(goal.anchor.row);
    if (!goal || !root || !element) return;
    const frame = root.getBoundingClientRect();
    const words = this.#wordsOf(goal);
    const top = words ? topOfLetter(words.element, words.letter) : this.#topOf(goal.anchor.row, element);
    const room = goal.quads && words ? frame.height / 3 : headroom;
    root.scrollTop += top - frame.top - room;
    this.#scrolledTo = root.scrollTop;
    if (words && goal.flashes) {
      this.#goal = { ...goal, flashes: false };
      words.element.animate(
        [{ backgroundColor: 'var(--colour-accent-border)' }, { backgroundColor: 'transparent' }],
        { duration: 1600, easing: 'ease-out' },
      );
    }
  }

  /** Where in the document the words of the goal are; null while they are not there and for a page's top. */
  #wordsOf({ anchor, quads }: Goal): { element: Element; letter: number } | null {
    const page = this.#ready.get(anchor.row);
    if (!page || (quads === null && anchor.share <= 0)) return null;
    const offset = quads ? lettersWithin(page, quads).indexOf(1) : offsetAtShare(page, anchor.share);
    return offset < 0
      ? null
      : pieceAtOffset(this.elementsOf(anchor.row), (element) => this.pieceOf(element), offset);
  }

  /** Where a page begins: with its first words, also where they stand with the page before. */
  #topOf(row: number, element: Element): number {
    const [first] = this.elementsOf(row);
    const isBefore = first !== undefined && !element.contains(first);
    return isBefore ? topOfLetter(first, 0) : element.getBoundingClientRect().top;
  }

  #want(row: number): void {
    const { first, last } = this.wanted.getState();
    const next = windowAround(row);
    if (next.first !== first || next.last !== last) this.wanted.setState(next);
  }

  readonly #scrolled = (): void => {
    const { scrollTop = 0 } = this.#root ?? {};
    if (Math.abs(scrollTop - this.#scrolledTo) > 2) this.#letGo();
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
    const goal = this.#goal;
    const isWaiting = goal?.quads && !this.#ready.has(goal.anchor.row);
    const from =
      goal && (goal.quads === null || isWaiting) ? goal.anchor : this.#anchorAt(top + headroom + 1);
    this.#want(from.row);
    this.#shown = { from, to: this.#anchorAt(bottom - 4) };
    this.session.scroller.standInMoved();
  }

  /** The anchor at a height of the window, CSS pixels. */
  #anchorAt(y: number): ScrollAnchor {
    const count = this.session.scroller.store.getState().layout.rows.length;
    return anchorAtHeight({ rows: this.#rows, count, pieceOf: (element) => this.pieceOf(element) }, y);
  }
}

function windowAround(row: number): WantedRows {
  const middle = Math.round(row / stride) * stride;
  return { first: Math.max(0, middle - reach), last: middle + reach };
}
