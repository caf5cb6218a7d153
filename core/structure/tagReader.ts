import type { StructureElement } from '../pdf/structureElement.ts';
import type { Box } from '../text/pageText.ts';
import type { Block, TextBlock, Words } from './pageStructure.ts';

export type Kid = StructureElement | number;

/** What the conversion of tags needs of the page. */
export interface MarkedWords {
  /** The page's text. */
  readonly text: string;
  /** The words of a marked-content identifier, once. */
  readonly take: (mark: number) => Words;
  /** Makes one range of those that follow each other. */
  readonly join: (words: Words) => Words;
  /** Where the marked content is drawn that is not text. */
  readonly drawings: ReadonlyMap<number, Box>;
}

export interface TagReader extends MarkedWords {
  /** Turns elements and marks into blocks. Words between two blocks become a block of the style given. */
  readonly blocks: (kids: readonly Kid[], style: TextStyle) => Block[];
}

/** What words become that stand in an element, unless an inner element says more. */
export interface TextStyle {
  readonly type: TextBlock['type'];
  readonly level: number;
  readonly language: string;
  /** How many sections stand around it. */
  readonly sections: number;
}

export const plainStyle: TextStyle = { type: 'paragraph', level: 0, language: '', sections: 0 };
