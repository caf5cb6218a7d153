import type { Result } from '../../../../core/errors.ts';
import type { PageGeometry, ViewRect } from '../../../../core/pdf/pageGeometry.ts';
import { quadToView } from '../../../../core/pdf/pageGeometry.ts';
import type { DrawArea } from '../../../../core/pdf/pdfEngine.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import { pdfFile } from '../engine/pdfFile.ts';
import type { DrawnPage } from '../engine/pdfJobs.ts';
import { shownSize } from '../page/percentBox.ts';

/** After the pages themselves: they are read, this is a reminder of them. */
const clipUrgency = 900;
const kept = 40;
/** So much of the page is seen around a drawing: what it is about. */
export const inkMargin = 14;

export interface ClippedPage {
  readonly sha256: string;
  /** 1-based page of the file. */
  readonly page: number;
  readonly quad: readonly number[];
  /** Points around it that are shown too. */
  readonly margin: number;
}

export interface Clip {
  readonly picture: ImageBitmap;
  readonly geometry: PageGeometry;
  /** The part of the page as shown, in points. */
  readonly part: ViewRect;
}

/** Parts of pages as pictures for lists: drawn when wanted, kept in memory for a while, never written to disk. */
export class ClipPictures {
  readonly #host: PdfHost;
  readonly #clips = new Map<string, Promise<Clip | null>>();

  constructor(host: PdfHost) {
    this.#host = host;
  }

  /** `width` in device pixels. Null when the page cannot be drawn; then it is tried anew the next time. */
  clip(of: ClippedPage, width: number): Promise<Clip | null> {
    const key = `${of.sha256}:${of.page}:${of.quad.join()}:${of.margin}:${width}`;
    const known = this.#clips.get(key);
    if (known !== undefined) return known;
    const drawn = this.#draw(of, width);
    this.#clips.set(key, drawn);
    void drawn.then((clip) => clip ?? this.#clips.delete(key));
    this.#forgetOldest();
    return drawn;
  }

  async #draw({ sha256, page, quad, margin }: ClippedPage, width: number): Promise<Clip | null> {
    // Where the page's own corner is, only a drawing says: the smallest one.
    const spot = { pageWidth: 8, pageHeight: 8, left: 0, top: 0, width: 1, height: 1 };
    const first = await this.#ask(sha256, page, spot);
    if (!first?.ok) return null;
    first.value.bitmap.close();
    const { geometry } = first.value;
    const part = partOf(geometry, quad, margin);
    if (part === null) return null;
    const size = shownSize(geometry);
    const scale = width / part.width;
    const drawn = await this.#ask(sha256, page, {
      pageWidth: Math.round(size.width * scale),
      pageHeight: Math.round(size.height * scale),
      left: Math.floor(part.left * scale),
      top: Math.floor(part.top * scale),
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(part.height * scale)),
    });
    return drawn?.ok ? { picture: drawn.value.bitmap, geometry, part } : null;
  }

  #ask(sha256: string, page: number, area: DrawArea): Promise<Result<DrawnPage> | null> {
    return this.#host.request({ type: 'draw', file: pdfFile(sha256), page, area }, () => clipUrgency).answer;
  }

  #forgetOldest(): void {
    const [oldest] = this.#clips;
    if (this.#clips.size <= kept || oldest === undefined) return;
    const [key] = oldest;
    this.#clips.delete(key);
  }
}

function partOf(geometry: PageGeometry, quad: readonly number[], margin: number): ViewRect | null {
  const view = quadToView(geometry, quad);
  if (view === null) return null;
  const page = shownSize(geometry);
  const left = Math.max(0, Math.min(page.width - 1, view.left - margin));
  const top = Math.max(0, Math.min(page.height - 1, view.top - margin));
  const right = Math.min(page.width, view.left + view.width + margin);
  const bottom = Math.min(page.height, view.top + view.height + margin);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
