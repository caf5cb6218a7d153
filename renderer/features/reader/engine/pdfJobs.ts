import type { BereddError } from '../../../../core/errors.ts';
import type { DocumentComment, PageComment } from '../../../../core/pdf/comments.ts';
import type { PageLink } from '../../../../core/pdf/links.ts';
import type { PdfOutline } from '../../../../core/pdf/outline.ts';
import type { DrawArea, PageSize } from '../../../../core/pdf/pdfEngine.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { StructuredText } from '../../../../core/structure/structureOf.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { PageLook } from '../comfort/pageLooks.ts';

/** A stored file; several documents of a pack can lie in one. */
export interface PdfFile {
  readonly sha256: string;
  /** Absolute, answers Range requests. */
  readonly url: string;
  /** How the reader has turned the document, clockwise: drawings and geometries of it are turned so. */
  readonly quarterTurns?: number;
}

/** What the worker can be asked. Pages are 1-based pages of the file. */
export type PdfJob =
  | {
      readonly type: 'sizes';
      readonly file: PdfFile;
      readonly from: number;
      readonly to: number;
      /** One of many through the whole file: what it needs is fetched first. */
      readonly canWait?: boolean;
    }
  | {
      readonly type: 'draw';
      readonly file: PdfFile;
      readonly page: number;
      readonly area: DrawArea;
      /** As printed when left out. */
      readonly look?: PageLook | null;
    }
  | { readonly type: 'text'; readonly file: PdfFile; readonly page: number }
  | { readonly type: 'structure'; readonly file: PdfFile; readonly page: number }
  | { readonly type: 'links'; readonly file: PdfFile; readonly page: number }
  | { readonly type: 'comments'; readonly file: PdfFile; readonly page: number }
  | { readonly type: 'documentComments'; readonly file: PdfFile; readonly from: number; readonly to: number }
  | { readonly type: 'outline'; readonly file: PdfFile };

export interface PdfSizes {
  readonly pageCount: number;
  /** It has fields to fill in. */
  readonly hasForm: boolean;
  /** Of the pages `from` to `to` that the file has. */
  readonly sizes: readonly PageSize[];
}

export interface DrawnPage {
  /** To be closed by whoever gets it. */
  readonly bitmap: ImageBitmap;
  readonly geometry: PageGeometry;
}

export interface PdfResults {
  readonly sizes: PdfSizes;
  readonly draw: DrawnPage;
  readonly text: PageText;
  readonly structure: StructuredText;
  readonly links: readonly PageLink[];
  readonly comments: readonly PageComment[];
  /** Of the pages `from` to `to` that can be read. */
  readonly documentComments: readonly DocumentComment[];
  readonly outline: PdfOutline;
}

export type ResultOf<J extends PdfJob> = PdfResults[J['type']];

export type ToWorker =
  | { readonly type: 'start'; readonly wasm: string | WebAssembly.Module }
  /** `isAhead`: nobody sees it yet, and something that is seen may be asked for at any moment. */
  | { readonly type: 'job'; readonly id: number; readonly job: PdfJob; readonly isAhead: boolean }
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly type: 'ready'; readonly wasm: WebAssembly.Module }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly result: PdfResults[keyof PdfResults];
      readonly heapBytes: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly error: BereddError; readonly heapBytes: number }
  | { readonly type: 'cancelled'; readonly id: number }
  /** PDFium itself broke down: this worker is of no more use. */
  | { readonly type: 'broken'; readonly id: number }
  /** PDFium could not be started at all. */
  | { readonly type: 'unusable' };
