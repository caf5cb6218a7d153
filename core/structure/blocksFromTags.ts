import type { StructureElement } from '../pdf/structureElement.ts';
import type { TextRange } from '../text/textRanges.ts';
import { headingLevel, kindOf } from './elementKinds.ts';
import { boxOfElement } from './figureBoxes.ts';
import { listFrom } from './listFromTags.ts';
import type { Block, FigureBlock, TextBlock, Words } from './pageStructure.ts';
import { wordsOf } from './pageStructure.ts';
import { tableFrom } from './tableFromTags.ts';
import type { Kid, MarkedWords, TagReader, TextStyle } from './tagReader.ts';
import { plainStyle } from './tagReader.ts';

const asParagraph = (style: TextStyle): TextStyle => ({ ...style, type: 'paragraph', level: 0 });

/** A longer "heading" is a paragraph that somebody wanted large. */
const longestHeading = 300;
/** More words than this in a picture are text of their own. */
const mostWordsInFigure = 600;

/** The blocks that a page's structure tree speaks of, in its order. */
export function blocksFromTags(words: MarkedWords, roots: readonly Kid[]): Block[] {
  const reader: TagReader = { ...words, blocks: (kids, style) => blocksIn(reader, kids, style) };
  return reader.blocks(roots, plainStyle);
}

function blocksIn(reader: TagReader, kids: readonly Kid[], style: TextStyle): Block[] {
  const blocks: Block[] = [];
  let open: TextRange[] = [];
  /** Pictures and footnotes named in the middle of a sentence come after it. */
  let asides: Block[] = [];

  const close = (): void => {
    const block = textBlock(reader, open, style);
    if (block) blocks.push(block);
    blocks.push(...asides);
    open = [];
    asides = [];
  };
  const visit = (kid: Kid): void => {
    if (typeof kid === 'number') {
      open.push(...reader.take(kid));
      return;
    }
    const kind = kindOf(kid.type);
    if (kind === 'inline') return kid.kids.forEach(visit);
    if (kind === 'artifact') return drop(reader, kid);
    const made = blocksOf(reader, kid, style);
    if ((kind === 'figure' || kind === 'note') && open.length > 0) {
      asides.push(...made);
      return;
    }
    close();
    blocks.push(...made);
  };
  kids.forEach(visit);
  close();
  return blocks;
}

function blocksOf(reader: TagReader, element: StructureElement, around: TextStyle): Block[] {
  const style = { ...around, language: element.language || around.language };
  switch (kindOf(element.type)) {
    case 'section':
      return reader.blocks(element.kids, { ...style, sections: style.sections + 1 });
    case 'heading': {
      const level = headingLevel(element.type, style.sections);
      return reader.blocks(element.kids, { ...style, type: 'heading', level });
    }
    case 'caption':
      return reader.blocks(element.kids, { ...style, type: 'caption', level: 0 });
    case 'note':
      return reader.blocks(element.kids, { ...style, type: 'note', level: 0 });
    case 'figure':
      return figureFrom(reader, element, style);
    case 'list':
      return listFrom(reader, element, asParagraph(style));
    case 'table':
      return tableFrom(reader, element, asParagraph(style));
    default:
      return reader.blocks(element.kids, style);
  }
}

function textBlock(reader: TagReader, words: Words, style: TextStyle): TextBlock | null {
  const length = words.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length === 0) return null;
  const { type, level, language } = style;
  const isHeading = type === 'heading' && length <= longestHeading;
  const joined = reader.join(words);
  return type !== 'heading' || isHeading
    ? { type, level, language, words: joined }
    : { type: 'paragraph', level: 0, language, words: joined };
}

function figureFrom(reader: TagReader, element: StructureElement, style: TextStyle): Block[] {
  const inner = reader.blocks(element.kids, asParagraph(style));
  const captions = inner.filter((block) => block.type === 'caption');
  const rest = inner.filter((block) => block.type !== 'caption');
  const words = rest.flatMap(wordsOf);
  const alternative = element.alternative.replace(/\s+/g, ' ').trim();
  const length = words.reduce((sum, { start, end }) => sum + end - start, 0);
  const isText = length > mostWordsInFigure;
  const figure: FigureBlock = {
    type: 'figure',
    alternative,
    words: isText ? [] : reader.join(words),
    box: boxOfElement(element, reader.drawings),
  };
  return isText ? [figure, ...captions, ...rest] : [figure, ...captions];
}

/** Takes what lies below an element out of the text. */
function drop(reader: TagReader, element: StructureElement): void {
  for (const kid of element.kids) {
    if (typeof kid === 'number') reader.take(kid);
    else drop(reader, kid);
  }
}
