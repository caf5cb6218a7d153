import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TextBlock } from '../../../core/print/textBlocks.ts';
import type { PdfDocument } from '../../../core/pdf/pdfEngine.ts';
import type { PdfOutline } from '../../../core/pdf/outline.ts';
import type {
  Composed,
  ComposePart,
  ComposeRequest,
  FilePage,
  FilePart,
} from '../../../electron/print/composeMessages.ts';
import { leftOutCodes } from '../../../electron/print/composeMessages.ts';
import { composePdf } from '../../../electron/print/composePdf.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { temporaryFolder } from '../../support/temporaryFolders.ts';
import { layOutText } from '../../../core/text/layOutText.ts';

export const wasmFile = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
export const newFolder = (): Promise<string> => Promise.resolve(temporaryFolder('beredd-print-'));

export const words = (text: string): TextBlock[] => [{ kind: 'paragraph', text, level: 0 }];
export const textPart = (text: string): ComposePart => ({ kind: 'text', blocks: words(text), footer: '' });
export const plainPage = (page: number, changes: Partial<FilePage> = {}): FilePage => ({
  page,
  stamp: null,
  label: null,
  marks: [],
  ...changes,
});

/** A file with these bytes, and the pages asked of it. */
export async function filePart(
  folder: string,
  name: string,
  bytes: Uint8Array | string,
  pages: readonly (number | FilePage)[],
  format: FilePart['format'] = 'pdf',
): Promise<FilePart> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  const instead: FilePart['instead'] = {};
  for (const code of leftOutCodes) instead[code] = words(`${name} saknas: ${code}`);
  return {
    kind: 'file',
    path: file,
    format,
    pages: pages.map((page) => (typeof page === 'number' ? plainPage(page) : page)),
    instead,
    someMissing: words(`${name} är inte hel`),
  };
}

export interface ComposedScene {
  readonly composed: Composed;
  readonly bytes: Uint8Array;
  readonly document: PdfDocument;
  /** The words of each page, one space between them. */
  readonly texts: readonly string[];
  readonly outline: PdfOutline;
}

export const request = (folder: string, changes: Partial<ComposeRequest>): ComposeRequest => ({
  kind: 'compose',
  wasmFile,
  output: path.join(folder, 'utskrift.pdf'),
  title: 'Nämndens sammanträde åäö',
  language: 'sv-SE',
  producer: 'Beredd 1.2.3',
  at: Date.UTC(2026, 11, 2),
  perSheet: 1,
  parts: [],
  bookmarks: [],
  skipped: [],
  ...changes,
});

/** Composes, and opens what came of it with PDFium. */
export async function compose(folder: string, changes: Partial<ComposeRequest>): Promise<ComposedScene> {
  const asked = request(folder, changes);
  const composed = await composePdf(asked, () => undefined);
  const bytes = new Uint8Array(await readFile(asked.output));
  const document = openPdf(await startPdfium(), bytes);
  const texts = Array.from({ length: document.pageCount }, (_, at) => textOf(document, at + 1));
  return { composed, bytes, document, texts, outline: document.outline(() => false) };
}

function textOf(document: PdfDocument, page: number): string {
  const characters = document.characters(page);
  if (!characters.ok) throw new Error(`page ${page} cannot be read`);
  return layOutText(characters.value).text.replace(/\s+/g, ' ').trim();
}

/** How much of a page is of a colour, told by the test: 0–1. */
export function shareOfPixels(
  document: PdfDocument,
  page: number,
  isMeant: (red: number, green: number, blue: number) => boolean,
): number {
  const { width, height } = document.pageSize(page);
  const size = { width: Math.round(width), height: Math.round(height) };
  const drawing = document.startDrawing(page, {
    pageWidth: size.width,
    pageHeight: size.height,
    left: 0,
    top: 0,
    ...size,
  });
  if (!drawing.ok) throw new Error('the page cannot be drawn');
  while (drawing.value.step(Infinity) === 'more');
  const pixels = drawing.value.pixels().slice();
  drawing.value.close();
  let meant = 0;
  for (let at = 0; at < pixels.length; at += 4)
    if (isMeant(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)) meant += 1;
  return meant / (size.width * size.height);
}
