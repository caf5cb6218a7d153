import type { DocumentKind, Sha256 } from '../pack/manifest.ts';
import type { PdfOutline } from '../pdf/outline.ts';
import type { RegistryNumber } from './registryNumber.ts';

/** A line of a page as the import sees it. */
export interface LookedLine {
  readonly text: string;
  /** Height of its letters in points. */
  readonly size: number;
}

/** How a page looks to someone who leafs through. */
export interface PageLook {
  /** In points, as shown. */
  readonly width: number;
  readonly height: number;
  /** The first lines in reading order. */
  readonly first: readonly LookedLine[];
  readonly last: readonly LookedLine[];
  /** Height of most of its letters; 0 without text. */
  readonly bodySize: number;
  readonly letterCount: number;
  /** Nothing on it, or no more than a logo. */
  readonly isBlank: boolean;
  /** The beginning of its words, line by line. */
  readonly text: string;
}

/** A file's pages. Only the first are looked at when the file cannot be several documents. */
export interface LookedPdf {
  readonly pageCount: number;
  readonly pages: readonly PageLook[];
  readonly outline: PdfOutline['entries'];
}

/** A file that can become a document, or several. `path` is relative, NFC, with `/`. */
export interface ObservedFile {
  readonly sha256: Sha256;
  readonly path: string;
  readonly pdf: LookedPdf | null;
}

/** What the first page of a document says of it. */
export interface DocumentHead {
  readonly heading: string | null;
  readonly documentKind: DocumentKind | null;
  readonly registryNumbers: readonly RegistryNumber[];
  /** The paragraph of minutes it is cut from. */
  readonly paragraph: number | null;
  /** The body whose minutes they are; null when it is none, empty when the page does not say. */
  readonly minutesOf: string | null;
  /** Beginning of its words. */
  readonly text: string;
}

/** A document that waits for its item. */
export interface ObservedDocument {
  readonly sha256: Sha256;
  readonly path: string;
  readonly pages: { readonly from: number; readonly to: number } | null;
  readonly head: DocumentHead | null;
  /** How it came to be a document of its own: 1 for a file, less for a part of a merged one. */
  readonly certainty: number;
}
