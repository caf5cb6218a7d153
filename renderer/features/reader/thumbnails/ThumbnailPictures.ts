import { backgroundUrgency } from '../engine/pdfHost.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';

/** What a thumbnail shows: a page of a file, in device pixels. */
export interface WantedPicture {
  readonly file: PdfFile;
  readonly filePage: number;
  readonly width: number;
  readonly height: number;
}

interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly bytes: number;
}

const maxBytes = 32 * 1024 * 1024;

/**
 * Draws thumbnails by the same worker as the pages, when nothing else is asked of it, and keeps the last ones. A canvas
 * is used again for another page: one made anew for each would cost gigabytes over a long scroll.
 */
export class ThumbnailPictures {
  readonly #host: PdfHost;
  readonly #pictures = new Map<string, Picture>();
  readonly #spare: HTMLCanvasElement[] = [];
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(host: PdfHost, limitBytes = maxBytes) {
    this.#host = host;
    this.#maxBytes = limitBytes;
  }

  /** Puts the picture into a container, now or when it is drawn. `distance`: pixels from where one looks. Returns what ends it. */
  show(
    wanted: WantedPicture,
    container: HTMLElement,
    distance: () => number,
    onFailed: () => void,
  ): () => void {
    const key = keyOf(wanted);
    const held = this.#pictures.get(key);
    if (held) {
      this.#pictures.delete(key);
      this.#pictures.set(key, held);
      container.replaceChildren(held.canvas);
      return () => takeOut(held.canvas, container);
    }
    let isOver = false;
    let canvas: HTMLCanvasElement | null = null;
    const { width, height } = wanted;
    const area = { pageWidth: width, pageHeight: height, left: 0, top: 0, width, height };
    const job = { type: 'draw', file: wanted.file, page: wanted.filePage, area } as const;
    const request = this.#host.request(job, () => (isOver ? Infinity : backgroundUrgency + distance()));
    void request.answer.then((drawn) => {
      if (drawn === null) return;
      if (!drawn.ok) {
        if (!isOver) onFailed();
        return;
      }
      const { bitmap } = drawn.value;
      if (!isOver) {
        canvas = this.#keep(key, bitmap);
        container.replaceChildren(canvas);
      }
      bitmap.close();
    });
    return () => {
      isOver = true;
      request.cancel();
      if (canvas) takeOut(canvas, container);
    };
  }

  /** Bytes of the pictures that are kept. */
  heldBytes(): number {
    return this.#bytes;
  }

  /** Lets go of all pictures, their memory at once: the browser would do so only when it collects garbage. */
  clear(): void {
    for (const canvas of [...this.#spare, ...[...this.#pictures.values()].map((picture) => picture.canvas)]) {
      canvas.remove();
      canvas.width = 0;
      canvas.height = 0;
    }
    this.#spare.length = 0;
    this.#pictures.clear();
    this.#bytes = 0;
  }

  #keep(key: string, bitmap: ImageBitmap): HTMLCanvasElement {
    const canvas = this.#spare.pop() ?? document.createElement('canvas');
    // Setting a size clears a canvas, which is what an old one needs.
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
    const bytes = bitmap.width * bitmap.height * 4;
    this.#drop(key);
    this.#bytes += bytes;
    this.#pictures.set(key, { canvas, bytes });
    this.#trim(key);
    return canvas;
  }

  /** The least recently shown go first; those on screen stay. */
  #trim(newest: string): void {
    for (const [key, { canvas }] of this.#pictures) {
      if (this.#bytes <= this.#maxBytes) return;
      if (canvas.isConnected || key === newest) continue;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const held = this.#pictures.get(key);
    if (!held) return;
    this.#pictures.delete(key);
    this.#bytes -= held.bytes;
    if (!held.canvas.isConnected) this.#spare.push(held.canvas);
  }
}

const keyOf = ({ file, filePage, width, height }: WantedPicture): string =>
  `${file.sha256}:${file.quarterTurns ?? 0}:${filePage}:${width}x${height}`;

/** Only from where it was put: meanwhile it may show another page elsewhere. */
function takeOut(canvas: HTMLCanvasElement, container: HTMLElement): void {
  if (canvas.parentElement === container) canvas.remove();
}
