import type { BereddError } from '../../../../core/errors.ts';
import type { DrawArea } from '../../../../core/pdf/pdfEngine.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PageLook } from '../comfort/pageLooks.ts';
import { giveCanvas, takeCanvas } from '../engine/canvasPool.ts';
import { oncePerFrame } from '../engine/oncePerFrame.ts';
import type { Drawings } from '../engine/DrawingAhead.ts';
import type { DrawnPage, PdfFile } from '../engine/pdfJobs.ts';
import type { ViewRectangle } from '../scroll/ReaderScroller.ts';
import { tilesFor } from './pageTiles.ts';
import { wholeArea } from './wholeArea.ts';

export interface PagePainterEvents {
  readonly onDrawn: (geometry: PageGeometry) => void;
  readonly onFailed: (error: BereddError) => void;
}

/** How a page is to be shown now, CSS pixels. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** The part of the page in view, or null. */
  readonly inView: ViewRectangle | null;
  /** As printed when null or left out. */
  readonly look?: PageLook | null;
}

interface Piece {
  readonly area: DrawArea;
  readonly look: PageLook | null;
  canvas: HTMLCanvasElement | null;
  cancel: (() => void) | null;
}

/** Draws one page into a container: whole, then in tiles where that is not sharp enough. */
export class PagePainter {
  readonly #drawings: Drawings;
  readonly #file: PdfFile;
  readonly #page: number;
  readonly #container: HTMLElement;
  readonly #urgency: () => number;
  readonly #events: PagePainterEvents;
  #shape: PageShape | null = null;
  #whole: Piece | null = null;
  /** Shown, stretched, until the new drawing is there. */
  #previous: HTMLCanvasElement | null = null;
  #tiles = new Map<string, Piece>();
  #isOver = false;

  constructor(
    drawings: Drawings,
    file: PdfFile,
    page: number,
    container: HTMLElement,
    urgency: () => number,
    events: PagePainterEvents,
  ) {
    this.#drawings = drawings;
    this.#file = file;
    this.#page = page;
    this.#container = container;
    this.#urgency = urgency;
    this.#events = events;
  }

  show(shape: PageShape): void {
    this.#shape = shape;
    const { area, pageWidth, pageHeight, isReduced } = wholeArea(shape, shape.pixelRatio);
    const look = shape.look ?? null;
    this.#showWhole(area, look);
    this.#showTiles(isReduced ? tilesFor(pageWidth, pageHeight, shape) : new Map(), look);
  }

  dispose(): void {
    this.#isOver = true;
    for (const piece of [this.#whole, ...this.#tiles.values()]) if (piece) this.#drop(piece);
    if (this.#previous) giveCanvas(this.#previous);
    this.#whole = null;
    this.#previous = null;
    this.#tiles.clear();
  }

  #showWhole(area: DrawArea, look: PageLook | null): void {
    const held = this.#whole;
    const { width, height } = area;
    if (held?.area.width === width && held.area.height === height && held.look === look) return;
    this.#whole?.cancel?.();
    if (this.#whole?.canvas) {
      if (this.#previous) giveCanvas(this.#previous);
      this.#previous = this.#whole.canvas;
    }
    const piece: Piece = { area, look, canvas: null, cancel: null };
    this.#whole = piece;
    this.#draw(piece, 0, (canvas) => {
      this.#container.prepend(canvas);
      if (this.#previous) giveCanvas(this.#previous);
      this.#previous = null;
    });
  }

  #showTiles(areas: ReadonlyMap<string, DrawArea>, look: PageLook | null): void {
    for (const [key, piece] of this.#tiles) {
      if (areas.has(key) && piece.look === look) continue;
      this.#drop(piece);
      this.#tiles.delete(key);
    }
    for (const [key, area] of areas) {
      if (this.#tiles.has(key)) continue;
      const piece: Piece = { area, look, canvas: null, cancel: null };
      this.#tiles.set(key, piece);
      this.#draw(piece, 1, (canvas) => {
        this.#place(canvas, area);
        this.#container.append(canvas);
      });
    }
  }

  /** In percent of the page, so that a tile stays in its place when the page is zoomed. */
  #place(canvas: HTMLCanvasElement, { left, top, width, height, pageWidth, pageHeight }: DrawArea): void {
    Object.assign(canvas.style, {
      left: `${(left / pageWidth) * 100}%`,
      top: `${(top / pageHeight) * 100}%`,
      width: `${(width / pageWidth) * 100}%`,
      height: `${(height / pageHeight) * 100}%`,
    });
  }

  #draw(piece: Piece, order: number, put: (canvas: HTMLCanvasElement) => void): void {
    const job = {
      type: 'draw',
      file: this.#file,
      page: this.#page,
      area: piece.area,
      look: piece.look,
    } as const;
    const request = this.#drawings.request(job, () => (this.#isOver ? Infinity : this.#urgency() + order));
    piece.cancel = request.cancel;
    void request.answer.then((drawn) => {
      if (drawn === null) return;
      if (!drawn.ok) {
        if (!this.#isOver) this.#events.onFailed(drawn.error);
        return;
      }
      oncePerFrame(() => this.#copy(piece, drawn.value, put));
    });
  }

  #copy(piece: Piece, { bitmap, geometry }: DrawnPage, put: (canvas: HTMLCanvasElement) => void): void {
    const isWanted = !this.#isOver && (this.#whole === piece || [...this.#tiles.values()].includes(piece));
    if (isWanted) {
      const canvas = takeCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
      piece.canvas = canvas;
      piece.cancel = null;
      put(canvas);
      this.#events.onDrawn(geometry);
    }
    bitmap.close();
  }

  #drop(piece: Piece): void {
    piece.cancel?.();
    if (piece.canvas) giveCanvas(piece.canvas);
    piece.canvas = null;
  }

  /** Draws what scrolling has brought into view; the shape is otherwise as before. */
  moved(inView: ViewRectangle | null): void {
    if (this.#shape) this.show({ ...this.#shape, inView });
  }
}
