import type { PageText } from './pageText.ts';
import type { TextRange } from './textRanges.ts';
import { normaliseText } from './normaliseText.ts';

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
    const text = page.text.slice(Math.max(first.start, range.start), Math.min(last.end, range.end));
    const copied = text.includes('\t') ? copyRows(text) : normaliseText(text);
    if (copied !== '') paragraphs.push(copied);
  }
  return paragraphs.join('\n');
}

function copyRows(text: string): string {
  const rows = text.split('\n').map((row) => row.split('\t'));
  rows.forEach((row, at) => joinBrokenWords(row, rows[at + 1] ?? []));
  return rows
    .map((row) => row.map(normaliseText))
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.join('\t'))
    .join('\n');
}

/** A word broken in a narrow cell goes on in the cell below it: there it is taken away. */
function joinBrokenWords(row: string[], below: string[]): void {
  if (row.length !== below.length) return;
  row.forEach((cell, column) => {
    const rest = below[column] ?? '';
    const joined = normaliseText(`${cell}\n${rest}`);
    if (rest === '' || joined.startsWith(normaliseText(cell))) return;
    row[column] = joined;
    below[column] = '';
  });
}
