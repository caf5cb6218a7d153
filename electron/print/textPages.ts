import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { a4 } from '../../core/print/imposition.ts';
import type { EntryBlock, TextBlock } from '../../core/print/textBlocks.ts';
import { greyInk, ink } from './drawing.ts';
import { drawWords } from './paper.ts';
import type { Weight } from './fontFiles.ts';
import type { PrintFonts } from './PrintFonts.ts';
import { wrapWords } from './wrapWords.ts';

/** A place on a page of text that leads to a part of the print. */
export interface PendingLink {
  readonly page: PDFPage;
  /** left, bottom, right, top */
  readonly box: readonly [number, number, number, number];
  readonly part: number;
}

export interface TextPages {
  readonly pages: readonly PDFPage[];
  readonly links: readonly PendingLink[];
}

const edge = { side: 62, top: 64, bottom: 64 };
const indent = 18;
/** Two indents, so that documents stand below the words of their item. */
const labelWidth = 36;
const endWidth = 84;

interface Look {
  readonly size: number;
  readonly weight: Weight;
  readonly above: number;
  readonly isGrey?: boolean;
}
const looks: Readonly<Record<Exclude<TextBlock['kind'], 'entry'>, Look>> = {
  title: { size: 17, weight: 'strong', above: 0 },
  heading: { size: 12, weight: 'strong', above: 15 },
  paragraph: { size: 10, weight: 'regular', above: 6 },
  small: { size: 8.5, weight: 'regular', above: 4, isGrey: true },
  quote: { size: 9.5, weight: 'regular', above: 4, isGrey: true },
};
const leading = 1.38;

/** All words of blocks, so that their fonts can be made ready. */
export function wordsIn(blocks: readonly TextBlock[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'entry' ? [block.label, block.text, block.end, block.ifLeftOut] : [block.text],
  );
}

/** Lays blocks out on A4 pages, put into the document from `index` on. `isLeftOut` says what became of parts. */
export function addTextPages(
  document: PDFDocument,
  fonts: PrintFonts,
  index: number,
  { blocks, footer }: { readonly blocks: readonly TextBlock[]; readonly footer: string },
  isLeftOut: (part: number) => boolean,
): TextPages {
  const writer = new Writer(document, fonts, index);
  for (const block of blocks) {
    if (block.kind === 'entry') writer.entry(block, block.part !== null && isLeftOut(block.part));
    else writer.block(block.text, looks[block.kind], block.level);
  }
  writer.footers(footer);
  return writer;
}

class Writer implements TextPages {
  readonly pages: PDFPage[] = [];
  readonly links: PendingLink[] = [];
  readonly #document: PDFDocument;
  readonly #fonts: PrintFonts;
  readonly #index: number;
  #y = 0;

  constructor(document: PDFDocument, fonts: PrintFonts, index: number) {
    this.#document = document;
    this.#fonts = fonts;
    this.#index = index;
    this.#newPage();
  }

  block(text: string, look: Look, level: number): void {
    const left = edge.side + level * indent;
    const lines = this.#wrap(text, look, a4.width - edge.side - left);
    this.#space(look.above);
    // A heading is not left alone at the foot.
    if (look.weight === 'strong') this.#need((lines.length + 3) * look.size * leading);
    for (const line of lines) this.#line(line, left, look);
  }

  entry(entry: EntryBlock, isLeftOut: boolean): void {
    const look: Look = entry.isStrong
      ? { size: 10, weight: 'strong', above: 9 }
      : { size: 9.5, weight: 'regular', above: 2.5 };
    const left = edge.side + entry.level * indent;
    const labelled = entry.label === '' ? 0 : Math.max(labelWidth, this.#width(entry.label, look) + 6);
    const textLeft = left + labelled;
    const lines = this.#wrap(entry.text, look, a4.width - edge.side - endWidth - textLeft);
    this.#space(look.above);
    this.#need(Math.min(lines.length, 3) * look.size * leading);
    lines.forEach((line, at) => {
      this.#advance(look);
      if (at === 0) this.#ends(entry, look, left);
      this.#draw(line, textLeft, look);
    });
    if (isLeftOut && entry.ifLeftOut !== '')
      this.block(entry.ifLeftOut, looks.small, entry.level + (labelled > 0 ? 2 : 0));
  }

  footers(footer: string): void {
    this.pages.forEach((page, at) => {
      const text = [footer, this.pages.length > 1 ? `${at + 1} / ${this.pages.length}` : '']
        .filter((part) => part !== '')
        .join(' · ');
      const y = edge.bottom / 2;
      drawWords(page, this.#fonts, text, { x: edge.side, y, size: 8, weight: 'regular', colour: greyInk });
    });
  }

  #ends(entry: EntryBlock, look: Look, left: number): void {
    if (entry.label !== '') this.#draw(entry.label, left, look);
    if (entry.end !== '') {
      const width = this.#width(entry.end, look);
      this.#draw(entry.end, a4.width - edge.side - width, { ...look, weight: look.weight });
    }
    const [page] = this.pages.slice(-1);
    if (entry.part !== null && page !== undefined) {
      const top = this.#y + look.size;
      this.links.push({ page, box: [left, this.#y - 3, a4.width - edge.side, top], part: entry.part });
    }
  }

  #line(text: string, x: number, look: Look): void {
    this.#advance(look);
    this.#draw(text, x, look);
  }

  #draw(text: string, x: number, { size, weight, isGrey }: Look): void {
    const [page] = this.pages.slice(-1);
    if (page === undefined || text === '') return;
    drawWords(page, this.#fonts, text, { x, y: this.#y, size, weight, colour: isGrey ? greyInk : ink });
  }

  #advance({ size }: Look): void {
    this.#need(size * leading);
    this.#y -= size * leading;
  }

  #need(height: number): void {
    const room = this.#y - edge.bottom;
    if (height > room && room < a4.height - edge.top - edge.bottom) this.#newPage();
  }

  /** None at the top of a page. */
  #space(above: number): void {
    if (this.#y < a4.height - edge.top) this.#y -= above;
  }

  #newPage(): void {
    const page = this.#document.insertPage(this.#index + this.pages.length, [a4.width, a4.height]);
    this.pages.push(page);
    this.#y = a4.height - edge.top;
  }

  #wrap(text: string, { weight, size }: Look, room: number): readonly string[] {
    return wrapWords(text, Math.max(60, room), (words) => this.#fonts.width(words, weight, size));
  }

  #width = (text: string, { weight, size }: Look): number => this.#fonts.width(text, weight, size);
}
