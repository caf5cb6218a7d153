import { runningLines, without } from '../reading/runningLines.ts';
import type { PageText, TextLine } from '../text/pageText.ts';
import { lineAt } from '../text/textRanges.ts';
import type { TextRange } from '../text/textRanges.ts';
import type { Block, TextBlock, Words } from './pageStructure.ts';
import { wordsOf } from './pageStructure.ts';
import type { StructuredText } from './structureOf.ts';

/** A paragraph that begins on one page and goes on at the top of the next one of the same document. */
export interface PageBreak {
  /** The paragraph of the page that goes on: the last but for footers and footnotes. */
  readonly from: TextBlock;
  /** The paragraph of the next page that is the rest of it: the first but for headers. */
  readonly to: TextBlock;
  /** A word is broken: the hyphen at the end of `from` is the printer's. */
  readonly breaksWord: boolean;
}

/** Letters of a paragraph are equally high on both pages, but for this share. */
const sameHeight = 0.1;
/** A line that fills so much of the widest of its paragraph was ended by the margin, not by the writer. */
const fullLine = 0.85;
/** Footers, footnotes and captions that may stand between a paragraph and the end of its page. */
const mostBetween = 8;

const sentenceEnd = /[.!?:;…][\s"'”’»)\]]*$/u;
const printersHyphen = /\p{L}[-\u2010\u00ad]$/u;
const suspended = /^(?:och|eller|samt|respektive|till|and|or)(?!\p{L})/u;
const abbreviation = /(?<!\p{L})\p{Lu}{2,}[-\u2010]$/u;

/** Where a paragraph of a page goes on on the next; null when the page ends with a paragraph's end. */
export function pageBreak(page: StructuredText, next: StructuredText): PageBreak | null {
  const to = firstParagraph(next, runningLines(next.text, [page.text]));
  if (to === null) return null;
  const from = lastParagraph(page, runningLines(page.text, [next.text]), heightOf(next.text, to.words));
  if (from === null) return null;
  const before = textOf(page.text, from.words).trimEnd();
  const after = textOf(next.text, to.words).trimStart();
  const goesOnSmall = /^\p{Ll}/u.test(after);
  if (printersHyphen.test(before) && goesOnSmall) {
    const isWriters = suspended.test(after) || abbreviation.test(before);
    return { from, to, breaksWord: !isWriters };
  }
  if (sentenceEnd.test(before)) return null;
  const goesOn = goesOnSmall || (/^[\p{Lu}\d(”"]/u.test(after) && endsAtMargin(page.text, from.words));
  return goesOn ? { from, to, breaksWord: false } : null;
}

/** Null when the page begins with anything else. */
function firstParagraph({ text, structure }: StructuredText, silent: readonly TextRange[]): TextBlock | null {
  const first = structure.blocks.find((block) => !isSilent(text, block, silent));
  return first?.type === 'paragraph' ? first : null;
}

/** Null when the page's own text ends with anything else than a paragraph of letters that high. */
function lastParagraph(
  { text, structure }: StructuredText,
  silent: readonly TextRange[],
  height: number,
): TextBlock | null {
  for (const block of structure.blocks.slice(-mostBetween).toReversed()) {
    const last = endOf(block);
    if (isSilent(text, block, silent) || last?.type === 'note') continue;
    if (last?.type !== 'paragraph') return null;
    const own = heightOf(text, last.words);
    if (Math.abs(own - height) <= sameHeight * height) return last;
    // Smaller letters below the text are a footnote's.
    if (own > height) return null;
  }
  return null;
}

/** The words with which a block ends, those of its last point if it is a list. */
function endOf(block: Block): Block | null {
  return block.type === 'list' ? (block.items.at(-1)?.blocks.at(-1) ?? null) : block;
}

/** Whether a block says nothing but what stands on every page. */
const isSilent = (text: PageText, block: Block, silent: readonly TextRange[]): boolean =>
  wordsOf(block).every((range) =>
    without(range, silent).every(({ start, end }) => text.text.slice(start, end).trim() === ''),
  );

const textOf = ({ text }: PageText, words: Words): string =>
  words.map(({ start, end }) => text.slice(start, end)).join(' ');

/** The height of the line with which words begin. */
function heightOf(text: PageText, words: Words): number {
  const line = lineAt(text, words[0]?.start ?? 0);
  if (line === null) return 0;
  return line.turns % 2 === 1 ? line.right - line.left : line.top - line.bottom;
}

/** A paragraph of one line may be a heading or a name: nothing says that it was ended by the margin. */
function endsAtMargin(text: PageText, words: Words): boolean {
  const lines = linesOf(text, words);
  const last = lines.at(-1);
  if (!last || lines.length < 2) return false;
  return widthOf(last) >= fullLine * Math.max(...lines.map(widthOf));
}

const widthOf = ({ left, right, bottom, top, turns }: TextLine): number =>
  turns % 2 === 1 ? top - bottom : right - left;

function linesOf(text: PageText, words: Words): TextLine[] {
  const lines: TextLine[] = [];
  for (const { start, end } of words) {
    for (let at = start; at < end;) {
      const line = lineAt(text, at);
      if (!line) break;
      if (line !== lines.at(-1)) lines.push(line);
      at = Math.max(at, line.end) + 1;
    }
  }
  return lines;
}
