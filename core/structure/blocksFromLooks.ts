import type { PageText, TextLine } from '../text/pageText.ts';
import { boxAt } from '../text/pageText.ts';
import { toUpright } from '../text/turnedBox.ts';
import { splitLabel, startsWithBullet, startsWithNumber } from './listLabels.ts';
import type { Block, ListItem, TextBlock, Words } from './pageStructure.ts';

/** Letters so much higher than the page's body are a heading of level 1, 2 or 3. */
const headingRatios = [1.7, 1.35, 1.15];
const longestHeading = 160;
const mostHeadingLines = 3;
/** Bold lines of the body's size head what follows, below every heading of larger letters. */
const boldLevel = 4;
const mostBoldLines = 2;
const longestBoldHeading = 100;
/** Where more of a page is bold, bold says nothing. */
const mostBold = 0.4;

/**
 * Blocks from how a page looks: its text blocks in reading order; large letters and short bold lines are headings, bullets
 * make lists, lines with gaps as between columns stay lines. `wordsOf` gives what of a line is wanted, `isBold` whether
 * the letter at an offset is.
 */
export function blocksFromLooks(
  page: PageText,
  wordsOf: (line: TextLine) => Words,
  isBold: (offset: number) => boolean = () => false,
): Block[] {
  const body = bodyHeight(page);
  const boldLine = boldLines(page, isBold);
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ type: 'list', items });
    items = [];
  };
  for (const lines of page.blocks.flatMap((block) => partsOf(page, block, boldLine))) {
    const rows = lines.map(wordsOf).filter((words) => words.length > 0);
    const words = rows.flat();
    const [first] = words;
    if (!first) continue;
    const level = headingLevel(page, lines, body, boldLine);
    const opening = page.text.slice(first.start, first.end);
    if (startsWithBullet(opening) || (level === 0 && startsWithNumber(opening))) {
      items.push(splitLabel(page.text, [textBlock('paragraph', 0, words)]));
      continue;
    }
    closeList();
    if (lines.some((line) => isTabular(page, line))) blocks.push({ type: 'rows', rows });
    else blocks.push(textBlock(level > 0 ? 'heading' : 'paragraph', level, words));
  }
  closeList();
  return blocks;
}

const textBlock = (type: TextBlock['type'], level: number, words: Words): TextBlock => ({
  type,
  level,
  words,
  language: '',
});

/** The height of the lines that hold most of the page's letters. */
function bodyHeight(page: PageText): number {
  const letters = new Map<number, number>();
  for (const line of page.lines) {
    const height = Math.round(heightOf(page, line) * 2) / 2;
    letters.set(height, (letters.get(height) ?? 0) + line.end - line.start);
  }
  let body = 0;
  let most = 0;
  for (const [height, count] of letters) if (count > most) [body, most] = [height, count];
  return body;
}

/** The height of the line's middling letter: a bullet or footnote sign of another font does not count. */
function heightOf(page: PageText, line: TextLine): number {
  const heights: number[] = [];
  for (let offset = line.start; offset < line.end; offset++) {
    const box = toUpright(boxAt(page, offset), line.turns);
    if (page.text.charAt(offset).trim() !== '') heights.push(box.top - box.bottom);
  }
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** Lines that are bold throughout, on a page where that says something: most of it is not. */
function boldLines(page: PageText, isBold: (offset: number) => boolean): ReadonlySet<TextLine> {
  const bold = new Set<TextLine>();
  let letters = 0;
  let boldLetters = 0;
  for (const line of page.lines) {
    let own = 0;
    let ownBold = 0;
    for (let offset = line.start; offset < line.end; offset++) {
      if (page.text.charAt(offset).trim() === '') continue;
      own++;
      if (isBold(offset)) ownBold++;
    }
    letters += own;
    boldLetters += ownBold;
    if (own > 0 && ownBold === own) bold.add(line);
  }
  return boldLetters <= mostBold * letters ? bold : new Set();
}

/** The lines of a block, its heading apart where bold lines stand right on top of what they head. */
function partsOf(
  page: PageText,
  { firstLine, endLine }: PageText['blocks'][number],
  boldLine: ReadonlySet<TextLine>,
): TextLine[][] {
  const lines = page.lines.slice(firstLine, endLine);
  const parts: TextLine[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    const isSame = last?.[0] !== undefined && boldLine.has(last[0]) === boldLine.has(line);
    if (last && (isSame || isTabular(page, line) || last.some((each) => isTabular(page, each))))
      last.push(line);
    else parts.push([line]);
  }
  return parts;
}

const isTabular = (page: PageText, { start, end }: TextLine): boolean =>
  page.text.slice(start, end).includes('\t');

/** A bold sentence is a sentence somebody wanted read; a heading has no full stop. */
const isHeadingText = (text: string): boolean =>
  text.length <= longestBoldHeading && /\p{L}{2}/u.test(text) && !/[.,;:!?]\s*$/.test(text);

function headingLevel(
  page: PageText,
  lines: readonly TextLine[],
  body: number,
  boldLine: ReadonlySet<TextLine>,
): number {
  const text = lines.map((line) => page.text.slice(line.start, line.end)).join(' ');
  if (lines.length > mostHeadingLines || text.length > longestHeading || !/\p{L}{2}/u.test(text)) return 0;
  const smallest = Math.min(...lines.map((line) => heightOf(page, line)));
  const bySize = headingRatios.findIndex((ratio) => body > 0 && smallest >= ratio * body) + 1;
  if (bySize > 0) return bySize;
  const isBold = lines.every((line) => boldLine.has(line) && !isTabular(page, line));
  return isBold && lines.length <= mostBoldLines && isHeadingText(text) ? boldLevel : 0;
}
