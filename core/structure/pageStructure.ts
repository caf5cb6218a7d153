import type { Box } from '../text/pageText.ts';
import type { TextRange } from '../text/textRanges.ts';

/**
 * Words of a block: ranges of the page's text in the order in which they are read. Ranges need not follow each other
 * there, because the lines of a page do not always stand in the order of the structure.
 */
export type Words = readonly TextRange[];

/** What a page says, in reading order: the source of the text view. Offsets are those of the page's `PageText`. */
export interface PageStructure {
  /** From the file's structure tree, or guessed from how the page looks. */
  readonly source: 'tags' | 'looks';
  /** Of the document (BCP 47); empty when the file does not say. */
  readonly language: string;
  readonly blocks: readonly Block[];
  /** What a page without words shows. */
  readonly hasDrawings: boolean;
}

export type Block = TextBlock | RowsBlock | ListBlock | TableBlock | FigureBlock;

/** A heading (level 1–6, as in the file), paragraph, caption or footnote. */
export interface TextBlock {
  readonly type: 'heading' | 'paragraph' | 'caption' | 'note';
  /** 1–6 for headings, else 0. */
  readonly level: number;
  readonly words: Words;
  /** BCP 47; empty: as around it. */
  readonly language: string;
}

/** Lines that must stay lines: rows of something like a table, its cells parted by tabs. */
export interface RowsBlock {
  readonly type: 'rows';
  readonly rows: readonly Words[];
}

export interface ListBlock {
  readonly type: 'list';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** "1.", "a)" or a bullet; may be empty. */
  readonly label: Words;
  /** Whether the label says nothing but that this is an item. */
  readonly isBullet: boolean;
  readonly blocks: readonly Block[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  /** What the cell is the heading of; null for a cell that holds values. */
  readonly scope: 'column' | 'row' | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly Block[];
}

export interface FigureBlock {
  readonly type: 'figure';
  /** What stands for the picture; empty when the file does not say. */
  readonly alternative: string;
  /** Words that stand in the picture. */
  readonly words: Words;
  /** Where it is drawn, PDF user space; null when nothing can be shown in its place. */
  readonly box: Box | null;
}

/** All words of a block, those of its parts included, in reading order. */
export function wordsOf(block: Block): Words {
  switch (block.type) {
    case 'rows':
      return block.rows.flat();
    case 'list':
      return block.items.flatMap((item) => [...item.label, ...item.blocks.flatMap(wordsOf)]);
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(wordsOf));
    default:
      return block.words;
  }
}
