import { closeSync, fstatSync, openSync } from 'node:fs';
import type { LookedPdf, PageLook } from '../../core/agendaImport/observed.ts';
import { pageLook } from '../../core/agendaImport/pageLook.ts';
import type { DraftFile } from '../../core/draft/draft.ts';
import type { PdfDocument, PdfEngine } from '../../core/pdf/pdfEngine.ts';
import { layOutText } from '../../core/text/layOutText.ts';
import { fileSource } from '../pdf/loadPdfium.ts';

/** What a PDF is, and what of it helps to find where it belongs. `looked` is null for one that cannot be read. */
export interface LookedFile {
  readonly condition: DraftFile['condition'];
  readonly pageCount: number | null;
  readonly pagesWithoutText: number | null;
  readonly looked: LookedPdf | null;
}

/** More pages than this are counted, but not looked at. */
const mostLookedPages = 4000;
const outlineMs = 1500;

/** Reads a PDF with PDFium on this thread. All pages are looked at when `every`, else only the first few. */
export function lookAtPdf(engine: PdfEngine, file: string, every: boolean): LookedFile {
  const descriptor = openSync(file, 'r');
  try {
    const opened = engine.open(quietSource(descriptor));
    if (!opened.ok) return unreadable(opened.error.code, opened.error.detail?.['looksLike']);
    try {
      return look(opened.value, every);
    } finally {
      opened.value.close();
    }
  } finally {
    closeSync(descriptor);
  }
}

const unreadable = (code: string, looksLike: unknown): LookedFile => ({
  condition: conditionOf(code, looksLike),
  pageCount: null,
  pagesWithoutText: null,
  looked: null,
});

function conditionOf(code: string, looksLike: unknown): DraftFile['condition'] {
  if (code === 'documentEncrypted') return 'encrypted';
  if (code !== 'documentNotPdf') return 'damaged';
  return looksLike === 'html' || looksLike === 'empty' ? looksLike : 'other';
}

const firstPages = 3;

function look(document: PdfDocument, every: boolean): LookedFile {
  const pages: PageLook[] = [];
  let pagesWithoutText = 0;
  for (let page = 1; page <= document.pageCount; page++) {
    const characters = document.characters(page);
    if (!characters.ok) return { ...unreadable('documentDamaged', null), pageCount: document.pageCount };
    const isWritten = hasWords(characters.value.codes);
    if (!isWritten) pagesWithoutText += 1;
    if (page > (every ? mostLookedPages : firstPages)) continue;
    const isShown = isWritten || showsSomething(document, page);
    pages.push(pageLook(layOutText(characters.value), document.pageSize(page), isShown));
  }
  const end = performance.now() + outlineMs;
  const outline = document.outline(() => performance.now() > end).entries;
  return {
    condition: 'readable',
    pageCount: document.pageCount,
    pagesWithoutText,
    looked: { pageCount: document.pageCount, pages, outline },
  };
}

const noBreakSpace = 0xa0;
const hasWords = (codes: Uint32Array): boolean => codes.some((code) => code > 0x20 && code !== noBreakSpace);

/** Of a small picture of the page; less ink than this is a logo or a line. */
const small = { width: 60, height: 84 };
const leastInk = 0.02;
const drawingMs = 2000;
const nearlyWhite = 235;

/** Whether a page without words shows something: a scan, a drawing, letters as lines. */
function showsSomething(document: PdfDocument, page: number): boolean {
  const area = { pageWidth: small.width, pageHeight: small.height, left: 0, top: 0, ...small };
  const drawing = document.startDrawing(page, area);
  if (!drawing.ok) return true;
  try {
    if (drawing.value.step(performance.now() + drawingMs) !== 'done') return true;
    return inkIn(drawing.value.pixels()) >= leastInk;
  } finally {
    drawing.value.close();
  }
}

/** The share of pixels (RGBA) that are not paper. */
function inkIn(pixels: Uint8Array): number {
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const lightest = Math.min(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255);
    if (lightest < nearlyWhite) dark += 1;
  }
  return (4 * dark) / Math.max(4, pixels.length);
}

/** What the disk refuses must not be thrown through PDFium. */
function quietSource(descriptor: number): ReturnType<typeof fileSource> {
  const source = fileSource(descriptor, fstatSync(descriptor).size);
  return {
    size: source.size,
    read: (from, to) => {
      try {
        return source.read(from, to);
      } catch {
        return null;
      }
    },
  };
}
