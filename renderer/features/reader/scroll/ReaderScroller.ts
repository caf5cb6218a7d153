import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Zoom } from '../../../../core/library/views.ts';
import { oneBelowTheOther, type PageArrangement } from './pageSpreads.ts';
import type { LayoutDocument, PageRow, ScrollAnchor, ScrollLayout, ViewSize } from './scrollLayout.ts';
import { anchorAt, layOutScroll, pixelsPerPoint, rowOfPage, topOfAnchor } from './scrollLayout.ts';
import { lastViewSize, rememberedViewSize } from './lastViewSize.ts';
import { ScrollPlace } from './ScrollPlace.ts';
import { ScrollRest } from './ScrollRest.ts';
import { viewBetween, type StandIn } from './standIn.ts';
import type { Heading } from './urgency.ts';
import type { ViewPoint, ViewRectangle } from './viewPlaces.ts';
import { placeAfter, previewTransform, restingPlace, rowsInView } from './viewPlaces.ts';

export interface ScrollState {
  readonly layout: ScrollLayout;
  readonly zoom: Zoom;
  /** Rows that are in the page now: those in view and one view above and below. */
  readonly first: number;
  readonly last: number;
  /** Row of the page that counts as the one being read. */
  readonly current: number;
}

export type { ViewRectangle } from './viewPlaces.ts';

/**
 * Owns what scrolling needs: sizes, zoom, layout, the rows in view. React redraws only when the rows in view change; where
 * the view is at this moment is asked of `view()`.
 */
export class ReaderScroller {
  readonly store: StoreApi<ScrollState>;
  /** Set while another view of the same rows is shown; it says with `standInMoved` that it has moved. */
  standIn: StandIn | null = null;
  /** Another pane is shown in its place: nobody sees what is in view of it. */
  isHidden = false;
  /** Told of the row one has jumped to before the browser moves: it can be asked for at once. */
  onJump: (row: number) => void = () => undefined;
  #documents: readonly LayoutDocument[];
  #size: ViewSize = lastViewSize() ?? { width: 800, height: 600 };
  #content: HTMLElement | null = null;
  /** Where to go once the view has its size. */
  #pending: ScrollAnchor | null = null;
  readonly #place = new ScrollPlace();
  readonly #rest = new ScrollRest(() => this.#keepPageInView());
  /** The place of the last jump until the browser has told of it. */
  #jumpedTo: number | null = null;
  #frame = 0;
  #arrangement: PageArrangement;
  #footHeight = 0;
  /** A zoom that is shown by stretching what is drawn, until the gesture ends. */
  #preview: { readonly zoom: Zoom; readonly about: ViewPoint } | null = null;

  constructor(documents: readonly LayoutDocument[], zoom: Zoom, arrangement = oneBelowTheOther) {
    this.#documents = documents;
    this.#arrangement = arrangement;
    const layout = this.#layOut(zoom);
    this.store = createStore(() => ({ layout, zoom, first: 0, last: 0, current: 0 }));
  }

  /** Takes over the scrolling element and the element inside it that is as large as the layout. */
  attach(scroller: HTMLElement, content: HTMLElement): () => void {
    this.#place.element = scroller;
    this.#content = content;
    const observer = new ResizeObserver(() => this.#resized());
    observer.observe(scroller);
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resized();
    return () => {
      this.#place.read();
      observer.disconnect();
      scroller.removeEventListener('scroll', this.#scrolled);
      this.#rest.stop();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#place.element = null;
      this.#content = null;
    };
  }

  /** Where one is going. */
  heading(): Heading {
    return this.#place.heading;
  }

  standInMoved(): void {
    this.#pending = this.standIn?.shown()?.from ?? this.#pending;
    this.#update();
    this.#rest.moved();
  }

  /** What is in view of the content. */
  view(): ViewRectangle {
    const scroller = this.#place.element;
    const shown = scroller ? null : this.standIn?.shown();
    if (shown) return viewBetween(this.store.getState().layout, shown, this.#size.width);
    const { left, top } = this.#place;
    return { left, top, ...this.#size };
  }

  isResting(): boolean {
    return this.#rest.isResting;
  }

  /** Calls back each time scrolling comes to rest. */
  onRest(listener: () => void): () => void {
    return this.#rest.listen(listener);
  }

  setDocuments(documents: readonly LayoutDocument[]): void {
    this.#documents = documents;
    this.#relayout(this.store.getState().zoom, { x: 0, y: 0 });
  }

  arrangement(): PageArrangement {
    return this.#arrangement;
  }

  setArrangement(arrangement: PageArrangement): void {
    const { mode, firstPageAlone } = this.#arrangement;
    if (arrangement.mode === mode && arrangement.firstPageAlone === firstPageAlone) return;
    this.#arrangement = arrangement;
    this.#relayout(this.store.getState().zoom, { x: 0, y: 0 });
  }

  /** Room below the last document, CSS pixels. */
  setFoot(height: number): void {
    if (height === this.#footHeight) return;
    this.#footHeight = height;
    this.#relayout(this.store.getState().zoom, { x: 0, y: 0 });
  }

  /** `about` is a point of the view, pixels from its upper left corner, that stays where it is. */
  setZoom(zoom: Zoom, about: ViewPoint = { x: 0, y: 0 }): void {
    this.#relayout(zoom, about);
  }

  /** Shows a zoom at once by stretching what is drawn; `endPreview` draws it anew. */
  previewZoom(zoom: Zoom, about: ViewPoint): void {
    if (!this.#content) return this.setZoom(zoom, about);
    const view = this.view();
    const before = this.store.getState().layout;
    const { transform, factor } = previewTransform(before, this.#layOut(zoom), view, about);
    this.#preview = { zoom, about };
    this.#content.style.willChange = 'transform';
    this.#content.style.transform = transform;
    // Beyond this too little is drawn around the view, or it is too blurred.
    if (factor > 3 || factor < 0.45) this.endPreview();
  }

  endPreview(): void {
    const preview = this.#preview;
    if (!preview || !this.#content) return;
    this.#preview = null;
    this.#content.style.transform = '';
    this.#content.style.willChange = '';
    this.#relayout(preview.zoom, preview.about);
  }

  /** Zoom of the page being read, in percent. */
  percent(): number {
    if (this.#preview?.zoom.mode === 'percent') return this.#preview.zoom.percent;
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
    if (!this.#place.element) {
      this.#pending = anchor;
      this.standIn?.show(anchor);
    } else this.#scrollTo(topOfAnchor(this.store.getState().layout, anchor));
  }

  /** `offset` is the share of the page above the upper edge. The first page brings its document's header along. */
  goToPage(documentIndex: number, page: number, offset = 0): void {
    const { layout } = this.store.getState();
    const row = rowOfPage(layout, documentIndex, page);
    if (row < 0) return;
    const isAlone = this.#arrangement.mode === 'single';
    const atHeader = page === 1 && offset === 0 && !isAlone && layout.rows[row - 1]?.kind === 'header';
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
      this.#place.moveTo({ left: Math.max(0, rectangle.left - 48) });
    }
  }

  /** Moves as scrolling does: what is in view is told on the way. */
  scrollTo(top: number, behavior: ScrollBehavior = 'instant'): void {
    this.#place.moveTo({ top, behavior });
  }

  /** A jump, not a movement: it comes to rest at once. */
  #scrollTo(top: number): void {
    const before = this.store.getState();
    const lowest = Math.max(0, before.layout.height - this.#size.height);
    this.#place.foresee(this.#place.left, Math.max(0, Math.min(lowest, Math.round(top))));
    this.#update();
    const { current } = this.store.getState();
    const isThere = current >= before.first && current <= before.last;
    if (!isThere && !this.isHidden) this.onJump(current);
    this.#place.moveTo({ top });
    this.#jumpedTo = this.view().top;
    this.#update();
    this.#rest.now();
  }

  #resized(): void {
    const scroller = this.#place.element;
    if (!scroller) return;
    // While panes are arranged anew it may be as high as its content for a moment: no view is higher than the window.
    const size = { width: scroller.clientWidth, height: Math.min(scroller.clientHeight, window.innerHeight) };
    const wasHidden = this.isHidden;
    this.isHidden = size.width === 0 || size.height === 0;
    if (this.isHidden) return;
    const isSame = size.width === this.#size.width && size.height === this.#size.height && !wasHidden;
    if (isSame && this.#pending === null && this.#content?.style.height) return;
    const { layout: before, zoom } = this.store.getState();
    const anchor = this.#pending ?? anchorAt(before, wasHidden ? this.#place.top : this.view().top);
    this.#size = rememberedViewSize(size);
    this.#apply(zoom, (layout) => ({ top: topOfAnchor(layout, anchor), left: null }));
    this.#pending = null;
  }

  #relayout(zoom: Zoom, about: ViewPoint): void {
    const before = this.store.getState().layout;
    const pending = this.#pending;
    const view = this.view();
    this.#apply(zoom, (layout) =>
      pending ? { top: topOfAnchor(layout, pending), left: null } : placeAfter(before, layout, view, about),
    );
  }

  #layOut(zoom: Zoom): ScrollLayout {
    return layOutScroll(this.#documents, zoom, this.#size, this.#arrangement, this.#footHeight);
  }

  #apply(zoom: Zoom, place: (layout: ScrollLayout) => { top: number; left: number | null }): void {
    const layout = this.#layOut(zoom);
    const { top, left } = place(layout);
    // The height must be there before the place: a shorter content would hold it back.
    if (this.#content) {
      this.#content.style.height = `${layout.height}px`;
      // The view's own width is rounded: said in pixels, half of one could call for a scroll bar.
      this.#content.style.width = layout.width > this.#size.width ? `${layout.width}px` : '';
    }
    this.#place.moveTo({ top, ...(left === null ? {} : { left }) });
    this.store.setState({ layout, zoom, ...rowsInView(layout, this.view()) });
    this.#rest.soon();
  }

  readonly #scrolled = (): void => {
    this.#place.read();
    const isJump = this.#jumpedTo === this.view().top;
    this.#jumpedTo = null;
    if (isJump) return;
    this.#rest.moved();
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#update();
      });
    }
  };

  #update(): void {
    const state = this.store.getState();
    const rows = rowsInView(state.layout, this.view());
    const isSame = rows.first === state.first && rows.last === state.last && rows.current === state.current;
    if (!isSame) this.store.setState(rows);
  }

  /** Only where the view may stay: see `restingPlace`. */
  #keepPageInView(): void {
    const { layout, current } = this.store.getState();
    const view = this.view();
    const { left, top } = restingPlace(layout, view, current, this.#arrangement.mode);
    if (left !== view.left) this.#place.moveTo({ left });
    if (Math.abs(top - view.top) >= 1) this.scrollTo(top);
  }
}
