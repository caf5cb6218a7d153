import { failure, ok } from '../errors.ts';
import type { Result } from '../errors.ts';
import { readPageComments } from './comments.ts';
import { fullPageJpeg } from './fullPageJpeg.ts';
import { readPageLinks } from './links.ts';
import { readOutline } from './outline.ts';
import type { PageGeometry } from './pageGeometry.ts';
import { readPageCharacters } from './pageCharacters.ts';
import type { PageSize, PdfDocument } from './pdfEngine.ts';
import type { PdfiumHeap } from './pdfiumHeap.ts';
import type { PdfiumModule } from './pdfiumModule.ts';
import type { PixelBuffer } from './pixelBuffer.ts';
import { pictureBoxes } from './pictureBoxes.ts';
import { readTaggedPage } from './structurePage.ts';
import { vectorPictures } from './vectorPictures.ts';

export interface PdfiumDocumentParts {
  readonly module: PdfiumModule;
  readonly heap: PdfiumHeap;
  readonly pixels: PixelBuffer;
  /** FPDF_DOCUMENT. */
  readonly document: number;
  readonly pageCount: number;
  /** Frees what the document reads through; called after it is closed. */
  readonly release: () => void;
}

/** Parsed pages kept: a page is drawn and then read for its text, or drawn in parts. */
const keptPages = 4;
const a4: PageSize = { width: 595, height: 842 };
/** What a page may measure in points (ISO 32000-1, annex C.2: 14,400 units); more is a damaged file. */
const maxPoints = 20_000;

export function createPdfiumDocument(parts: PdfiumDocumentParts): PdfDocument {
  const { module, heap, pixels, document, pageCount } = parts;
  const pages = new Map<number, number>();

  const page = (number: number): Result<number> => {
    const held = pages.get(number);
    const handle =
      held ?? (number >= 1 && number <= pageCount ? module.FPDF_LoadPage(document, number - 1) : 0);
    if (handle === 0) return failure('documentDamaged', { detail: { page: number } });
    pages.delete(number);
    pages.set(number, handle);
    dropOldest();
    return ok(handle);
  };

  const dropOldest = (): void => {
    const oldest = pages.entries().next();
    if (pages.size <= keptPages || oldest.done) return;
    module.FPDF_ClosePage(oldest.value[1]);
    pages.delete(oldest.value[0]);
  };

  const sane = (width: number, height: number): PageSize =>
    width >= 1 && height >= 1 && width <= maxPoints && height <= maxPoints ? { width, height } : a4;

  const readGeometry = (handle: number): PageGeometry => {
    const rect = heap.allocate(16);
    const found = module.FPDF_GetPageBoundingBox(handle, rect);
    const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => heap.float(rect + offset));
    heap.free(rect);
    const quarterTurns = module.FPDFPage_GetRotation(handle) & 3;
    if (found && isFinite4(left, top, right, bottom)) {
      return { left: left ?? 0, bottom: bottom ?? 0, right: right ?? 0, top: top ?? 0, quarterTurns };
    }
    const shown = sane(module.FPDF_GetPageWidthF(handle), module.FPDF_GetPageHeightF(handle));
    const turned = quarterTurns % 2 === 1;
    return {
      left: 0,
      bottom: 0,
      right: turned ? shown.height : shown.width,
      top: turned ? shown.width : shown.height,
      quarterTurns,
    };
  };

  return {
    pageCount,
    pageSize(number) {
      const size = heap.allocate(8);
      const found = module.FPDF_GetPageSizeByIndexF(document, number - 1, size);
      const width = heap.float(size);
      const height = heap.float(size + 4);
      heap.free(size);
      return found ? sane(width, height) : a4;
    },
    geometry(number) {
      const handle = page(number);
      return handle.ok ? ok(readGeometry(handle.value)) : handle;
    },
    startDrawing(number, area) {
      const handle = page(number);
      return handle.ok ? pixels.start(handle.value, area) : handle;
    },
    characters(number) {
      const handle = page(number);
      if (!handle.ok) return handle;
      const read = readPageCharacters(module, heap, handle.value);
      if (read === null) return failure('documentDamaged', { detail: { page: number } });
      return ok({ ...read, geometry: readGeometry(handle.value) });
    },
    taggedPage(number) {
      const handle = page(number);
      if (!handle.ok) return handle;
      const read = readTaggedPage(module, heap, document, handle.value, readGeometry(handle.value));
      return read === null ? failure('documentDamaged', { detail: { page: number } }) : ok(read);
    },
    fullPageJpeg(number) {
      const handle = page(number);
      return handle.ok ? fullPageJpeg(module, heap, handle.value) : null;
    },
    pictures(number) {
      const handle = page(number);
      return handle.ok ? ok(pictureBoxes(module, heap, handle.value)) : handle;
    },
    vectorPictures(number) {
      const handle = page(number);
      if (!handle.ok) return handle;
      return ok(vectorPictures(module, heap, handle.value, readGeometry(handle.value)));
    },
    links(number) {
      const handle = page(number);
      if (!handle.ok) return handle;
      const textPage = module.FPDFText_LoadPage(handle.value);
      const links = readPageLinks(module, heap, { document, page: handle.value, textPage, pageCount });
      if (textPage !== 0) module.FPDFText_ClosePage(textPage);
      return ok(links);
    },
    comments(number) {
      const handle = page(number);
      return handle.ok ? ok(readPageComments(module, heap, handle.value)) : handle;
    },
    // FORMTYPE_NONE of fpdf_formfill.h is 0.
    hasForm: () => module.FPDF_GetFormType(document) > 0,
    outline: (isOutOfTime) => readOutline(module, heap, document, pageCount, isOutOfTime),
    close() {
      for (const handle of pages.values()) module.FPDF_ClosePage(handle);
      pages.clear();
      module.FPDF_CloseDocument(document);
      parts.release();
    },
  };
}

function isFinite4(...numbers: (number | undefined)[]): boolean {
  return numbers.every((number) => number !== undefined && Number.isFinite(number));
}
