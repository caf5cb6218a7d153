import type { Result } from '../errors.ts';
import type { Box } from '../text/pageText.ts';
import type { PageComment } from './comments.ts';
import type { PageLink } from './links.ts';
import type { PdfOutline } from './outline.ts';
import type { PageGeometry } from './pageGeometry.ts';
import type { TaggedPage } from './structureElement.ts';

/** Bytes of a file, read where they are needed. Reading is synchronous because PDFium's callback is. */
export interface ByteSource {
  /** Size of the file in bytes. */
  readonly size: number;
  /** The bytes `[from, to)`, clipped to the file, valid until the next read; null when they cannot be read. */
  read(from: number, to: number): Uint8Array | null;
}

/** Width and height as shown (after the page's own rotation), in points of 1/72 inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Which part of the page is drawn, in pixels of a page that is `pageWidth` × `pageHeight` pixels in all. */
export interface DrawArea {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise by the reader, beyond the page's own; `pageWidth` and `pageHeight` are those after them. */
  readonly quarterTurns?: number;
}

/**
 * A page being drawn, in slices so that its worker can listen in between. Only one drawing may be open at a time, and
 * nothing else may be asked of the engine until it is closed.
 */
export interface PageDrawing {
  /** Draws until the clock passes `until` (milliseconds of the engine's clock) or the page is done. */
  step(until: number): 'more' | 'done' | 'failed';
  /** RGBA, 4 × width × height bytes. A view into the engine's heap: copy it before the next call to the engine. */
  pixels(): Uint8Array;
  close(): void;
}

/**
 * The characters of a page in the order of its content. Boxes are PDF user space: left, bottom, right, top, four
 * numbers a character, as high as the font's line, not the glyph.
 */
export interface PageCharacters {
  /** Unicode code points; 0 where the file does not say. */
  readonly codes: Uint32Array;
  readonly boxes: Float32Array;
  /** Quarter turns of the writing direction, counterclockwise from left-to-right, 0–3. */
  readonly turns: Uint8Array;
  /** 1 where the writing runs askew, as a street's name on a map: its box is then that of the turned letter. */
  readonly slanted?: Uint8Array;
  readonly geometry: PageGeometry;
}

/** An open document. Pages are 1-based pages of the file. */
export interface PdfDocument {
  readonly pageCount: number;
  /** Cheap: does not parse the page's content. A4 when the file does not say. */
  pageSize(page: number): PageSize;
  /** Fails with `documentDamaged` when the page cannot be loaded. */
  geometry(page: number): Result<PageGeometry>;
  /** Fails with `documentDamaged` when the page cannot be loaded or there is no memory for the pixels. */
  startDrawing(page: number, area: DrawArea): Result<PageDrawing>;
  /** Fails with `documentDamaged` when the page cannot be loaded. */
  characters(page: number): Result<PageCharacters>;
  /** Characters with the structure tree and what in it they belong to. Fails as `characters` does. */
  taggedPage(page: number): Result<TaggedPage>;
  /**
   * The JPEG file when the page shows nothing but one unturned JPEG that fills it (a scan), so that someone faster can
   * decode it; else null.
   */
  fullPageJpeg(page: number): Uint8Array | null;
  /**
   * Where the page shows pictures: boxes in PDF user space, none smaller than a few points. Fails as `characters` does.
   */
  pictures(page: number): Result<readonly Box[]>;
  /** Where the page shows pictures drawn with lines and areas, maps above all. Fails as `characters` does. */
  vectorPictures(page: number): Result<readonly Box[]>;
  /** Links of a page. Fails with `documentDamaged` when the page cannot be loaded. */
  links(page: number): Result<readonly PageLink[]>;
  /** What others wrote on a page. Fails with `documentDamaged` when the page cannot be loaded. */
  comments(page: number): Result<readonly PageComment[]>;
  /** It has fields to fill in. They are shown as they were saved; nothing can be filled in. */
  hasForm(): boolean;
  /** The document's bookmarks, cut where `isOutOfTime` says so. */
  outline(isOutOfTime: () => boolean): PdfOutline;
  close(): void;
}

export interface PdfEngine {
  /**
   * Fails with `documentNotPdf` (detail.looksLike), `documentEncrypted` (a password is needed), `documentMissing` (the
   * bytes could not be read) or `documentDamaged`.
   */
  open(source: ByteSource): Result<PdfDocument>;
  /** Size of the heap in bytes. It never shrinks: closed documents leave room in it for others. */
  heapBytes(): number;
}
