import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Zoom } from '../../../../core/library/views.ts';
import type { LayoutDocument, PageRow, ScrollAnchor, ScrollLayout, ViewSize } from './scrollLayout.ts';
import { anchorAt, layOutScroll, pixelsPerPoint, rowAt, rowOfPage, topOfAnchor } from './scrollLayout.ts';

export interface ScrollState {
  readonly layout: ScrollLayout;
  readonly zoom: Zoom;
  /** Rows that are in the page now: those in view and one view above and below. */
  readonly first: number;
  readonly last: number;
  /** Row of the page that counts as the one being read. */
  readonly current: number;
}

/** A rectangle of the scrolled content, CSS pixels. */
export interface ViewRectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const restMs = 90;

/**
 * Owns what scrolling needs: sizes, zoom, layout, the rows in view. React redraws only when the rows in view change; where
 * the view is at this moment is asked of `view()`.
 */
export class ReaderScroller {
  readonly store: StoreApi<ScrollState>;
  #documents: readonly LayoutDocument[];
  #size: ViewSize = { width: 800, height: 600 };
  #scroller: HTMLElement | null = null;
  #content: HTMLElement | null = null;
  /** Where to go once the view has its size. */
  #pending: ScrollAnchor | null = null;
  #place = { left: 0, top: 0 };
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isResting = true;
  #isHidden = false;
  #frame = 0;
  readonly #restListeners = new Set<() => void>();

  constructor(documents: readonly LayoutDocument[], zoom: Zoom) {
    this.#documents = documents;
    const layout = layOutScroll(documents, zoom, this.#size);
    this.store = createStore(() => ({ layout, zoom, first: 0, last: 0, current: 0 }));
  }

  /** Takes over the scrolling element and the element inside it that is as large as the layout. */
  attach(scroller: HTMLElement, content: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#content = content;
    const observer = new ResizeObserver(() => this.#resized());
    observer.observe(scroller);
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resized();
    return () => {
      this.view();
      observer.disconnect();
      scroller.removeEventListener('scroll', this.#scrolled);
      clearTimeout(this.#rest);
      cancelAnimationFrame(this.#frame);
      this.#scroller = null;
      this.#content = null;
    };
  }

  /** What is in view of the content. */
  view(): ViewRectangle {
    const scroller = this.#scroller;
    // A hidden pane has no place of its own; then the last one counts.
    if (scroller && scroller.clientHeight > 0)
      this.#place = { left: scroller.scrollLeft, top: scroller.scrollTop };
    return { ...this.#place, width: this.#size.width, height: this.#size.height };
  }

  isResting(): boolean {
    return this.#isResting;
  }

  /** Calls back each time scrolling comes to rest. */
  onRest(listener: () => void): () => void {
    this.#restListeners.add(listener);
    return () => this.#restListeners.delete(listener);
  }

  setDocuments(documents: readonly LayoutDocument[]): void {
    this.#documents = documents;
    this.#relayout(this.store.getState().zoom, { x: 0, y: 0 });
  }

  /** `about` is a point of the view, pixels from its upper left corner, that stays where it is. */
  setZoom(zoom: Zoom, about: { readonly x: number; readonly y: number } = { x: 0, y: 0 }): void {
    this.#relayout(zoom, about);
  }

  /** Zoom of the page being read, in percent. */
  percent(): number {
    const row = this.currentPage();
    return row ? (row.scale / pixelsPerPoint) * 100 : 100;
  }

  currentPage(): PageRow | null {
    const { layout, current } = this.store.getState();
    const row = layout.rows[current];
    return row?.kind === 'page' ? row : null;
  }

  /** Where the upper edge of the view is. */
  anchor(): ScrollAnchor {
    return this.#pending ?? anchorAt(this.store.getState().layout, this.view().top);
  }

  goToAnchor(anchor: ScrollAnchor): void {
    if (!this.#scroller) this.#pending = anchor;
    else this.#scrollTo(topOfAnchor(this.store.getState().layout, anchor));
  }

  /** `offset` is the share of the page above the upper edge. The first page brings its document's header along. */
  goToPage(documentIndex: number, page: number, offset = 0): void {
    const { layout } = this.store.getState();
    const row = rowOfPage(layout, documentIndex, page);
    if (row < 0) return;
    const atHeader = page === 1 && offset === 0 && layout.rows[row - 1]?.kind === 'header';
    this.goToAnchor(atHeader ? { row: row - 1, share: 0 } : { row, share: offset });
  }

  /** Scrolls just so far that a rectangle of the content lies well within the view. */
  reveal(rectangle: ViewRectangle): void {
    const view = this.view();
    const space = Math.min(96, view.height / 4);
    const isAbove = rectangle.top < view.top + space;
    const isBelow = rectangle.top + rectangle.height > view.top + view.height - space;
    if (isAbove || isBelow) this.#scrollTo(rectangle.top - view.height / 3);
    if (rectangle.left < view.left || rectangle.left + rectangle.width > view.left + view.width) {
      this.#scroller?.scrollTo({ left: Math.max(0, rectangle.left - 48) });
    }
  }

  #scrollTo(top: number): void {
    this.#scroller?.scrollTo({ top });
    this.#update();
  }

  #resized(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const size = { width: scroller.clientWidth, height: scroller.clientHeight };
    const wasHidden = this.#isHidden;
    this.#isHidden = size.width === 0 || size.height === 0;
    if (this.#isHidden) return;
    const isSame = size.width === this.#size.width && size.height === this.#size.height;
    if (isSame && !wasHidden && this.#pending === null && this.#content?.style.height) return;
    const anchor =
      this.#pending ?? anchorAt(this.store.getState().layout, wasHidden ? this.#place.top : this.view().top);
    this.#size = size;
    this.#apply(this.store.getState().zoom, (layout) => ({ top: topOfAnchor(layout, anchor), left: null }));
    this.#pending = null;
  }

  #relayout(zoom: Zoom, about: { readonly x: number; readonly y: number }): void {
    const before = this.store.getState().layout;
    const view = this.view();
    const anchor = this.#pending ?? anchorAt(before, view.top + about.y);
    const row = before.rows[anchor.row];
    const across = row ? (view.left + about.x - row.left) / Math.max(1, row.width) : 0;
    this.#apply(zoom, (layout) => {
      const after = layout.rows[anchor.row];
      const left = after ? Math.round(after.left + across * after.width - about.x) : 0;
      return { top: topOfAnchor(layout, anchor) - about.y, left };
    });
  }

  #apply(zoom: Zoom, place: (layout: ScrollLayout) => { top: number; left: number | null }): void {
    const layout = layOutScroll(this.#documents, zoom, this.#size);
    const { top, left } = place(layout);
    // The height must be there before the place: a shorter content would hold it back.
    if (this.#content) {
      this.#content.style.height = `${layout.height}px`;
      this.#content.style.width = `${layout.width}px`;
    }
    this.#scroller?.scrollTo({ top, ...(left === null ? {} : { left }) });
    this.store.setState({ layout, zoom, ...this.#rowsInView(layout) });
    this.#restSoon();
  }

  readonly #scrolled = (): void => {
    this.#isResting = false;
    this.#restSoon();
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#update();
      });
    }
  };

  #update(): void {
    const state = this.store.getState();
    const rows = this.#rowsInView(state.layout);
    const isSame = rows.first === state.first && rows.last === state.last && rows.current === state.current;
    if (!isSame) this.store.setState(rows);
  }

  #restSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#isResting = true;
      this.#keepPageInView();
      for (const listener of [...this.#restListeners]) listener();
    }, restMs);
  }

  /** A narrow page after a wide one that was scrolled sideways would be out of sight. */
  #keepPageInView(): void {
    const page = this.currentPage();
    const view = this.view();
    if (!page) return;
    const shown = Math.min(page.left + page.width, view.left + view.width) - Math.max(page.left, view.left);
    if (shown >= Math.min(page.width, view.width) / 4) return;
    const isNarrow = page.width <= view.width;
    const middle = page.left + page.width / 2 - view.width / 2;
    this.#scroller?.scrollTo({ left: Math.max(0, isNarrow ? middle : page.left) });
  }

  #rowsInView(layout: ScrollLayout): { first: number; last: number; current: number } {
    const { top, height } = this.view();
    // The page being read is the one at a third of the view; a header counts for the page below it.
    let current = rowAt(layout, top + height / 3);
    if (layout.rows[current]?.kind === 'header' && current + 1 < layout.rows.length) current++;
    return {
      first: rowAt(layout, top - height * 0.8),
      last: rowAt(layout, top + height * 1.8),
      current,
    };
  }
}
