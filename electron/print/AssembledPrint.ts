import type { PDFDocument, PDFImage, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { PDFName } from '@cantoo/pdf-lib';
import { readFileSync, statSync } from 'node:fs';
import { a4, placeIn } from '../../core/print/imposition.ts';
import type { TextBlock } from '../../core/print/textBlocks.ts';
import type { PageGeometry } from '../../core/pdf/pageGeometry.ts';
import { cleanPage, geometryOf } from './cleanPage.ts';
import type {
  ComposePart,
  ComposeRequest,
  FilePage,
  FilePart,
  LeftOutCode,
  LeftOutPart,
} from './composeMessages.ts';
import { drawMarks, drawStamp } from './drawing.ts';
import type { Paper } from './paper.ts';
import type { Gathered } from './gatherPages.ts';
import { PrintFonts } from './PrintFonts.ts';
import { addTextPages, wordsIn, type PendingLink } from './textPages.ts';

/** A page of the print, in order. */
export interface PrintPage {
  readonly page: PDFPage;
  readonly geometry: PageGeometry;
  readonly label: string | null;
  /** What is to be drawn on it; null for pages of text. */
  readonly own: FilePage | null;
}

const mostPictureBytes = 60 * 1024 * 1024;
const untouched = { left: 0, bottom: 0, right: a4.width, top: a4.height, quarterTurns: 0 };

/** The pages of the print in their order: those gathered, and those of text in between. */
export class AssembledPrint {
  readonly document: PDFDocument;
  readonly fonts: PrintFonts;
  readonly pages: PrintPage[] = [];
  /** Index of the first page of each part; a part without pages has none. */
  readonly firstPages: (number | undefined)[] = [];
  readonly leftOut: LeftOutPart[] = [];
  readonly #request: ComposeRequest;
  readonly #gathered: Gathered;
  readonly #links: PendingLink[] = [];

  constructor(document: PDFDocument, request: ComposeRequest, gathered: Gathered) {
    this.document = document;
    this.#request = request;
    this.#gathered = gathered;
    this.fonts = new PrintFonts(document);
  }

  async assemble(): Promise<void> {
    const gatheredRefs = new Set<PDFRef>(this.document.getPages().map(({ ref }) => ref));
    for (const page of this.document.getPages()) cleanPage(page, (ref) => gatheredRefs.has(ref));
    const pictures = await this.#embedPictures();
    this.#noteLeftOut(pictures);
    await this.#prepareFonts();
    for (const [index, part] of this.#request.parts.entries()) {
      const before = this.pages.length;
      if (part.kind === 'text') this.#addText(part.blocks, part.footer);
      else this.#addFile(index, part, pictures.get(index) ?? null);
      this.firstPages[index] = this.pages.length > before ? before : undefined;
    }
    if (this.#request.perSheet === 1) this.#writeLinks();
  }

  /** Stamps and marks, each on the page it belongs to. */
  drawOnPages(): void {
    for (const page of this.pages) this.drawOwn(page, page.page, [1, 0, 0, 1, 0, 0], 1);
  }

  /** What is drawn on a page, wherever that page comes to stand. */
  drawOwn({ own, geometry }: PrintPage, onto: PDFPage, matrix: Paper['matrix'], enlarged: number): void {
    if (own === null) return;
    const shorter = Math.min(geometry.right - geometry.left, geometry.top - geometry.bottom);
    const scale = Math.max(1, shorter / a4.width) * enlarged;
    const paper: Paper = { page: onto, geometry, matrix, scale, fonts: this.fonts };
    if (own.marks.length > 0) drawMarks(paper, own.marks);
    if (own.stamp !== null) drawStamp(paper, own.stamp);
  }

  #addFile(index: number, part: FilePart, picture: PDFImage | null): void {
    const taken = this.#gathered.parts.get(index)?.pages ?? [];
    for (const number of taken) {
      const page = this.document.getPage(this.pages.length);
      const own = part.pages.find((asked) => asked.page === number) ?? null;
      this.pages.push({ page, geometry: geometryOf(page), label: own?.label ?? null, own });
    }
    if (picture !== null) this.#addPicture(picture, part.pages[0] ?? null);
    const code = this.#codeOf(index);
    if (code === null) return;
    this.#addText(taken.length > 0 ? part.someMissing : (part.instead[code] ?? part.someMissing), '');
  }

  #addText(blocks: readonly TextBlock[], footer: string): void {
    const at = this.pages.length;
    const added = addTextPages(
      this.document,
      this.fonts,
      at,
      { blocks, footer },
      (part) => this.#codeOf(part) !== null,
    );
    this.#links.push(...added.links);
    for (const page of added.pages) this.pages.push({ page, geometry: untouched, label: null, own: null });
  }

  #addPicture(picture: PDFImage, own: FilePage | null): void {
    const isLying = picture.width > picture.height;
    const size: [number, number] = isLying ? [a4.height, a4.width] : [a4.width, a4.height];
    const page = this.document.insertPage(this.pages.length, size);
    const cell = { left: 36, bottom: 36, width: size[0] - 72, height: size[1] - 72 };
    const shown = { left: 0, bottom: 0, right: picture.width, top: picture.height, quarterTurns: 0 };
    const { covers } = placeIn(cell, shown);
    page.drawImage(picture, { x: covers.left, y: covers.bottom, width: covers.width, height: covers.height });
    const geometry = { left: 0, bottom: 0, right: size[0], top: size[1], quarterTurns: 0 };
    this.pages.push({ page, geometry, label: own?.label ?? null, own });
  }

  async #embedPictures(): Promise<ReadonlyMap<number, PDFImage>> {
    const pictures = new Map<number, PDFImage>();
    for (const [index, part] of this.#request.parts.entries()) {
      if (part.kind !== 'file' || part.path === null || this.#isSkipped(index)) continue;
      const { format, path } = part;
      if (format !== 'png' && format !== 'jpeg') continue;
      try {
        if (statSync(path).size > mostPictureBytes) continue;
        const bytes = readFileSync(path);
        const embedded = format === 'png' ? this.document.embedPng(bytes) : this.document.embedJpg(bytes);
        pictures.set(index, await embedded);
      } catch {
        // It is named among what was left out.
      }
    }
    return pictures;
  }

  #noteLeftOut(pictures: ReadonlyMap<number, PDFImage>): void {
    for (const [index, part] of this.#request.parts.entries()) {
      const code = part.kind === 'file' ? this.#whyNot(index, part, pictures) : null;
      if (code !== null) this.leftOut.push({ part: index, code });
    }
  }

  #whyNot(index: number, part: FilePart, pictures: ReadonlyMap<number, PDFImage>): LeftOutCode | null {
    if (part.format === 'pdf') return this.#gathered.parts.get(index)?.code ?? null;
    if (part.format === 'other') return 'documentNotPdf';
    if (pictures.has(index)) return null;
    return part.path === null ? 'documentMissing' : 'documentDamaged';
  }

  #isSkipped = (index: number): boolean => this.#request.skipped.some(({ part }) => part === index);

  #codeOf = (index: number): LeftOutCode | null =>
    this.leftOut.find(({ part }) => part === index)?.code ?? null;

  async #prepareFonts(): Promise<void> {
    const blocks = this.#request.parts.flatMap((part, index) => this.#blocksOf(part, index));
    const footers = this.#request.parts.flatMap((part) => (part.kind === 'text' ? [part.footer] : []));
    const own = this.#request.parts.flatMap((part) => (part.kind === 'file' ? part.pages : []));
    const drawn = own.flatMap(({ stamp, marks }) => [stamp ?? '', ...marks.map(({ badge }) => badge ?? '')]);
    const written = own.flatMap(({ marks }) => marks.map(({ words }) => words?.text ?? ''));
    await this.fonts.prepare([...wordsIn(blocks), ...footers, ...written, '0123456789/·?'], 'regular');
    await this.fonts.prepare([...wordsIn(blocks), ...drawn], 'strong');
  }

  #blocksOf(part: ComposePart, index: number): readonly TextBlock[] {
    if (part.kind === 'text') return part.blocks;
    const code = this.#codeOf(index);
    return code === null ? [] : [...(part.instead[code] ?? []), ...part.someMissing];
  }

  #writeLinks(): void {
    const { context } = this.document;
    for (const { page, box, part } of this.#links) {
      const first = this.firstPages[part];
      const target = first === undefined ? undefined : this.pages[first];
      if (target === undefined) continue;
      const link = context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [...box],
        Border: [0, 0, 0],
        Dest: [target.page.ref, PDFName.of('XYZ'), null, null, null],
      });
      page.node.addAnnot(context.register(link));
    }
  }
}
