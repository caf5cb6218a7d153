import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { BereddError } from '../../../../core/errors.ts';
import type { QuarterTurns } from '../../../../core/library/views.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { turnedGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PageLook } from '../comfort/pageLooks.ts';
import { DrawingAhead } from '../engine/DrawingAhead.ts';
import type { PdfHost } from '../engine/pdfHost.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';
import { wholeArea } from '../page/wholeArea.ts';
import type { ReaderDocument } from '../readerTypes.ts';
import type { PageArrangement } from '../scroll/pageSpreads.ts';
import { ReaderScroller } from '../scroll/ReaderScroller.ts';
import { lastViewSize } from '../scroll/lastViewSize.ts';
import type { LayoutDocument } from '../scroll/scrollLayout.ts';
import { TextSelector } from '../selection/TextSelector.ts';
import type { DocumentSource } from './documentSource.ts';
import { documentSource } from './documentSource.ts';
import { PageSizes } from './PageSizes.ts';
import { PageTexts } from './PageTexts.ts';
import type { Writing } from '../pageTools/beginWriting.ts';
import { PageComments } from '../comments/PageComments.ts';
import { PageLinks } from '../links/PageLinks.ts';

/** A page of the scroll and where it comes from. */
export interface PagePlace {
  readonly row: number;
  readonly documentIndex: number;
  readonly document: ReaderDocument;
  /** The document's own page, 1-based. */
  readonly page: number;
  /** 1-based page of the file. */
  readonly filePage: number;
  /** Page of the pack; null when the document has no pack pages. */
  readonly packPage: number | null;
  /** Null for an image. */
  readonly file: PdfFile | null;
}

/** Quads of a page that are shown once; `id` tells one jump from the next. */
export interface Flash {
  readonly id: number;
  readonly row: number;
  readonly quads: readonly (readonly number[])[];
}

/** Right after the drawing of the same page. */
const firstTextUrgency = -1;

/** Everything of one item's open documents that outlives a redraw. Made anew when other documents are opened. */
export class ReaderSession {
  readonly documents: readonly ReaderDocument[];
  readonly sources: DocumentSource[];
  readonly host: PdfHost;
  readonly drawings: DrawingAhead;
  readonly scroller: ReaderScroller;
  readonly sizes: PageSizes;
  readonly texts: PageTexts;
  readonly links: PageLinks;
  readonly comments: PageComments;
  readonly selector: TextSelector;
  /** Documents that could not be opened, by their index. */
  readonly failures: StoreApi<ReadonlyMap<number, BereddError>> = createStore(() => new Map());
  /** Documents that have fields to fill in, by their index. */
  readonly forms: StoreApi<ReadonlySet<number>> = createStore(() => new Set<number>());
  /** Where one has just jumped to, shown for a moment. */
  readonly flash: StoreApi<Flash | null> = createStore(() => null);
  /** Words that are being written on a page. */
  readonly writing: StoreApi<Writing | null> = createStore(() => null);
  /** Of how many pages it is known where things lie: more after each page that is drawn for the first time. */
  readonly geometryCount: StoreApi<number> = createStore(() => 0);
  readonly #startIndex: number;
  #hasBegun = false;
  #look: PageLook | null = null;
  /** Of the upright pages. */
  readonly #geometries = new Map<string, PageGeometry>();
  readonly #turns: QuarterTurns[];
  readonly #files: (PdfFile | null)[];

  constructor(
    documents: readonly ReaderDocument[],
    startDocumentId: string | null,
    host: PdfHost,
    arrangement?: PageArrangement,
  ) {
    this.documents = documents;
    this.sources = documents.map(documentSource);
    this.host = host;
    this.drawings = new DrawingAhead(host);
    this.#turns = documents.map(({ position }) => position?.quarterTurns ?? 0);
    this.#files = this.sources.map((_, index) => this.#turnedFile(index));
    this.texts = new PageTexts(host);
    this.links = new PageLinks(host);
    this.comments = new PageComments(host);
    this.sizes = new PageSizes(documents, this.sources, host, {
      onChange: () => this.scroller.setDocuments(this.#layoutDocuments()),
      onFailed: (index, error) => this.#failed(index, error),
      onForm: (index) => this.forms.setState(new Set(this.forms.getState()).add(index), true),
    });
    this.#startIndex = Math.max(
      0,
      documents.findIndex((document) => document.id === startDocumentId),
    );
    const position = documents[this.#startIndex]?.position ?? null;
    const zoom = position?.zoom ?? { mode: 'width' };
    this.scroller = new ReaderScroller(this.#layoutDocuments(), zoom, arrangement);
    this.scroller.goToPage(this.#startIndex, position?.page ?? 1, position?.offset ?? 0);
    this.scroller.onJump = (row) => this.#ask(row, () => this.#isNear(row));
    this.selector = new TextSelector((row) => this.#textOf(row));
  }

  /** Begins to read the files: already while the window is still being drawn. */
  begin(): void {
    const page = this.documents[this.#startIndex]?.position?.page ?? 1;
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    void this.sizes.load(this.#startIndex, page);
  }

  /**
   * The page that is shown first is drawn, at the size that it will probably have, and read for its text while the window is
   * being made. Called before `begin`: most pages are as large as is guessed.
   */
  prepare(look: PageLook | null): void {
    const { layout, zoom } = this.scroller.store.getState();
    const isSizeKnown = zoom.mode === 'percent' || lastViewSize() !== null;
    const { row: top } = this.scroller.anchor();
    this.#look = look;
    if (isSizeKnown) this.#ask(layout.rows[top]?.kind === 'header' ? top + 1 : top, () => true);
  }

  /** How pages are drawn from now on. */
  setLook(look: PageLook | null): void {
    this.#look = look;
  }

  /** The drawing and the words of a page are asked for before the window has made its element. */
  #ask(row: number, isWanted: () => boolean): void {
    const place = this.place(row);
    const shown = this.scroller.store.getState().layout.rows[row];
    if (!place?.file || !shown) return;
    const { file, filePage } = place;
    const { area } = wholeArea(shown, window.devicePixelRatio);
    this.drawings.prepare({ type: 'draw', file, page: filePage, area, look: this.#look });
    void this.texts.load(file, filePage, () => (isWanted() ? firstTextUrgency : Infinity));
  }

  start(): () => void {
    this.begin();
    return () => {
      this.sizes.stop();
      this.drawings.drop();
      this.#hasBegun = false;
    };
  }

  /** Null for a row that is no page. */
  place(row: number): PagePlace | null {
    const place = this.scroller.store.getState().layout.rows[row];
    const document = place && this.documents[place.documentIndex];
    if (!document || place.kind !== 'page') return null;
    const { documentIndex, page } = place;
    return {
      row,
      documentIndex,
      document,
      page,
      filePage: (document.pages?.from ?? 1) - 1 + page,
      packPage: document.firstPackPage === null ? null : document.firstPackPage - 1 + page,
      file: this.#files[documentIndex] ?? null,
    };
  }

  /** Where things lie on a row's page, once it has been drawn; null before. */
  geometry(row: number): PageGeometry | null {
    const place = this.place(row);
    const upright = place?.file && this.#geometries.get(`${place.file.sha256}:${place.filePage}`);
    return upright ? turnedGeometry(upright, place.file?.quarterTurns ?? 0) : null;
  }

  setGeometry(file: PdfFile, filePage: number, geometry: PageGeometry): void {
    const upright = turnedGeometry(geometry, -(file.quarterTurns ?? 0));
    this.#geometries.set(`${file.sha256}:${filePage}`, upright);
    this.geometryCount.setState(this.#geometries.size, true);
  }

  /** How a document's pages are turned, clockwise. */
  turns(documentIndex: number): QuarterTurns {
    return this.#turns[documentIndex] ?? 0;
  }

  turn(documentIndex: number, step: 1 | -1): void {
    this.#turns[documentIndex] = turnedBy(this.turns(documentIndex), step);
    this.#files[documentIndex] = this.#turnedFile(documentIndex);
    this.scroller.setDocuments(this.#layoutDocuments());
  }

  /** As it is turned now; null for what is no PDF. */
  file(documentIndex: number): PdfFile | null {
    return this.#files[documentIndex] ?? null;
  }

  indexOf(documentId: string): number {
    return this.documents.findIndex((document) => document.id === documentId);
  }

  /** Opens a document once more that could not be opened, and tells whether it can now. */
  async tryAgain(index: number): Promise<boolean> {
    const document = this.documents[index];
    if (!document) return false;
    // A file that was missing may have come back; if not, reading it says so.
    if (this.sources[index]?.type === 'unavailable') {
      this.sources[index] = documentSource({ ...document, available: true });
      this.#files[index] = this.#turnedFile(index);
    }
    const file = this.#files[index];
    if (file) this.host.tryAgain(file, null);
    const isOpen = await this.sizes.tryAgain(index);
    if (isOpen)
      this.failures.setState(new Map([...this.failures.getState()].filter(([at]) => at !== index)), true);
    return isOpen;
  }

  /** An image that cannot be decoded. */
  imageFailed(documentIndex: number): void {
    this.#failed(documentIndex, {
      code: 'documentDamaged',
      file: this.documents[documentIndex]?.title ?? '',
    });
    this.sizes.fail(documentIndex);
  }

  #isNear(row: number): boolean {
    const { first, last } = this.scroller.store.getState();
    return row >= first && row <= last;
  }

  #layoutDocuments(): LayoutDocument[] {
    return this.sizes
      .layoutDocuments()
      .map((document, index) => ({ ...document, quarterTurns: this.turns(index) }));
  }

  /** The same object until the document is turned: what is drawn and read of it hangs on it. */
  #turnedFile(index: number): PdfFile | null {
    const source = this.sources[index];
    if (source?.type !== 'pdf') return null;
    const quarterTurns = this.turns(index);
    return quarterTurns === 0 ? source.file : { ...source.file, quarterTurns };
  }

  #failed(index: number, error: BereddError): void {
    this.failures.setState(new Map(this.failures.getState()).set(index, error), true);
  }

  #textOf(row: number) {
    const place = this.place(row);
    if (!place?.file) return null;
    const { file, filePage } = place;
    return {
      held: () => this.texts.held(file, filePage),
      load: () => this.texts.load(file, filePage, () => -1),
    };
  }
}

const turnOrder: readonly QuarterTurns[] = [0, 1, 2, 3];

function turnedBy(turns: QuarterTurns, step: 1 | -1): QuarterTurns {
  return turnOrder[(turns + step + 4) % 4] ?? 0;
}
