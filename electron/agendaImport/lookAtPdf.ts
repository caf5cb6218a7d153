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
    if (characters.value.codes.length === 0) pagesWithoutText += 1;
    if (page <= (every ? mostLookedPages : firstPages))
      pages.push(pageLook(layOutText(characters.value), document.pageSize(page)));
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
