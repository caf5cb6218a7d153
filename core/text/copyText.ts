import type { PageText, TextLine } from './pageText.ts';
import { boxAt } from './pageText.ts';
import type { TextRange } from './textRanges.ts';
import { feedAfterAbbreviation, normaliseText } from './normaliseText.ts';
import { toUpright } from './turnedBox.ts';

/**
 * The words of `[start, end)` as one wants to paste them: lines of a paragraph joined, words broken at a line's end
 * whole again, ligatures spelled out; paragraphs on lines of their own, cells of a table row parted by tabs.
 */
export function copyText(page: PageText, range: TextRange): string {
  const paragraphs: string[] = [];
  for (const block of page.blocks) {
    const lines = page.lines.slice(block.firstLine, block.endLine);
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last || last.end <= range.start || first.start >= range.end) continue;
    const [start, end] = [Math.max(first.start, range.start), Math.min(last.end, range.end)];
    const text = page.text.slice(start, end);
    const copied = text.includes('\t') ? copyRows(page, lines, { start, end }) : joinLines(text);
    if (copied !== '') paragraphs.push(copied);
  }
  return paragraphs.join('\n');
}

const joinLines = (text: string): string => normaliseText(text.replace(feedAfterAbbreviation, ''));

/** The words of a cell and how far it reaches along its line. */
interface Cell {
  text: string;
  readonly from: number;
  readonly to: number;
}

function copyRows(page: PageText, lines: readonly TextLine[], range: TextRange): string {
  const rows = lines
    .filter((line) => line.end > range.start && line.start < range.end)
    .map((line) => cellsOf(page, line, range));
  rows.forEach((row, at) => joinBrokenWords(row, rows[at + 1] ?? []));
  return rows
    .map((row) => row.map(({ text }) => normaliseText(text)))
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.join('\t'))
    .join('\n');
}

function cellsOf(page: PageText, line: TextLine, range: TextRange): Cell[] {
  const end = Math.min(line.end, range.end);
  let start = Math.max(line.start, range.start);
  return page.text
    .slice(start, end)
    .split('\t')
    .map((text) => {
      const first = toUpright(boxAt(page, start), line.turns);
      const last = toUpright(boxAt(page, start + Math.max(0, text.length - 1)), line.turns);
      start += text.length + 1;
      return { text, from: first.left, to: last.right };
    });
}

/** A word broken in a narrow cell goes on in the cell below it: there it is taken away. */
function joinBrokenWords(row: Cell[], below: Cell[]): void {
  for (const cell of row) {
    const rest = below.find(({ from, to }) => from < cell.to && to > cell.from);
    if (!rest || cell.text === '' || rest.text === '') continue;
    const joined = joinLines(`${cell.text}\n${rest.text}`);
    if (joined.startsWith(`${normaliseText(cell.text)} `)) continue;
    cell.text = joined;
    rest.text = '';
  }
}
