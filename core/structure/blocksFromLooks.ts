import type { PageText, TextLine } from '../text/pageText.ts';
import { boxAt } from '../text/pageText.ts';
import { toUpright } from '../text/turnedBox.ts';
import { splitLabel, startsWithBullet, startsWithNumber } from './listLabels.ts';
import type { Block, ListItem, TextBlock, Words } from './pageStructure.ts';

/** Letters so much higher than the page's body are a heading of level 1, 2 or 3. */
const headingRatios = [1.7, 1.35, 1.15];
const longestHeading = 160;
const mostHeadingLines = 3;

/**
 * Blocks from how a page looks: its text blocks in reading order; large letters are headings, bullets make lists, lines
 * with gaps as between columns stay lines. `wordsOf` gives what of a line is wanted.
 */
export function blocksFromLooks(page: PageText, wordsOf: (line: TextLine) => Words): Block[] {
  const body = bodyHeight(page);
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ type: 'list', items });
    items = [];
  };
  for (const { firstLine, endLine } of page.blocks) {
    const lines = page.lines.slice(firstLine, endLine);
    const rows = lines.map(wordsOf).filter((words) => words.length > 0);
    const words = rows.flat();
    const [first] = words;
    if (!first) continue;
    const level = headingLevel(page, lines, body);
    const opening = page.text.slice(first.start, first.end);
    if (startsWithBullet(opening) || (level === 0 && startsWithNumber(opening))) {
      items.push(splitLabel(page.text, [textBlock('paragraph', 0, words)]));
      continue;
    }
    closeList();
    if (lines.some((line) => page.text.slice(line.start, line.end).includes('\t')))
      blocks.push({ type: 'rows', rows });
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

function headingLevel(page: PageText, lines: readonly TextLine[], body: number): number {
  const text = lines.map((line) => page.text.slice(line.start, line.end)).join(' ');
  if (lines.length > mostHeadingLines || text.length > longestHeading || !/\p{L}{2}/u.test(text)) return 0;
  const smallest = Math.min(...lines.map((line) => heightOf(page, line)));
  return headingRatios.findIndex((ratio) => body > 0 && smallest >= ratio * body) + 1;
}
