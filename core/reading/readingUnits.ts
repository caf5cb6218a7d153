import { flowText, pageRanges } from '../structure/flowText.ts';
import type { Block, Words } from '../structure/pageStructure.ts';
import type { PageText } from '../text/pageText.ts';
import type { TextRange } from '../text/textRanges.ts';
import { without } from './runningLines.ts';
import { sentencesOf } from './sentences.ts';
import { spokenWords } from './spokenWords.ts';

/** What is read aloud in one breath: a sentence, a row of a table, what a picture shows. */
export interface ReadingUnit {
  /** Units with the same number belong to one paragraph of the page. */
  readonly paragraph: number;
  /** Where it stands on the page, in the order in which it is read; empty for a picture's description. */
  readonly ranges: readonly TextRange[];
  readonly spoken: string;
  /** For each UTF-16 unit of `spoken`: the offset on the page it comes from; -1 where none does. */
  readonly origins: Int32Array;
}

export interface ReadingOptions {
  /** BCP 47. */
  readonly language: string;
  /** Lines that are not read, in order: see `runningLines`. */
  readonly silent: readonly TextRange[];
  /** How the description of a picture is said. */
  readonly figure: (alternative: string) => string;
}

/** A page's words in reading order, cut for reading aloud. */
export function readingUnits(
  page: PageText,
  blocks: readonly Block[],
  { language, silent, figure }: ReadingOptions,
): readonly ReadingUnit[] {
  const units: ReadingUnit[] = [];
  let paragraph = 0;

  const addWords = (words: Words): void => {
    const loud = words.flatMap((range) => without(range, silent));
    const flow = flowText(page, loud);
    for (const sentence of sentencesOf(flow.text)) {
      const spoken = spokenWords(flow.text.slice(sentence.start, sentence.end), language);
      if (!/[\p{L}\p{N}]/u.test(spoken.text)) continue;
      const origins = Int32Array.from(spoken.starts, (at) => flow.starts[sentence.start + at] ?? -1);
      units.push({ paragraph, ranges: pageRanges(flow, sentence), spoken: spoken.text, origins });
    }
  };

  const addBlock = (block: Block): void => {
    switch (block.type) {
      case 'rows':
        return block.rows.forEach(addParagraph);
      case 'table':
        return block.rows.forEach((row) => addRow(row.flatMap((cell) => cell.blocks)));
      case 'list':
        return block.items.forEach((item) => {
          addWords(item.isBullet ? [] : item.label);
          item.blocks.forEach(addBlock);
        });
      case 'figure':
        return block.alternative === '' ? addParagraph(block.words) : addDescription(block.alternative);
      default:
        return addParagraph(block.words);
    }
  };

  const addParagraph = (words: Words): void => {
    addWords(words);
    paragraph++;
  };

  /** The cells of a row are one paragraph, whatever stands in them. */
  const addRow = (cells: readonly Block[]): void => {
    const row = paragraph;
    for (const cell of cells) {
      paragraph = row;
      addBlock(cell);
    }
    paragraph = row + 1;
  };

  const addDescription = (alternative: string): void => {
    for (const sentence of sentencesOf(figure(alternative))) {
      const spoken = spokenWords(figure(alternative).slice(sentence.start, sentence.end), language).text;
      units.push({ paragraph, ranges: [], spoken, origins: new Int32Array(spoken.length).fill(-1) });
    }
    paragraph++;
  };

  blocks.forEach(addBlock);
  return units;
}

/** The whole word that a voice says at a place of `spoken`, on the page; null where nothing stands for it. */
export function spokenWordAt({ origins }: ReadingUnit, page: PageText, at: number): TextRange | null {
  const start = origins[at] ?? -1;
  if (start < 0) return null;
  let end = start;
  while (end < page.text.length && page.text.charAt(end).trim() !== '') end++;
  return end > start ? { start, end } : null;
}

/** The first unit at or after an offset of the page, for starting in the middle; the last unit when all lie before. */
export function unitFrom(units: readonly ReadingUnit[], offset: number): number {
  const found = units.findIndex(({ ranges }) => ranges.some((range) => range.end > offset));
  return found < 0 ? Math.max(0, units.length - 1) : found;
}
