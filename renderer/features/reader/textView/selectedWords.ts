import { pageRanges } from '../../../../core/structure/flowText.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import type { TextFlow } from './TextFlow.ts';
import { flowElements, lettersBefore } from './textPlaces.ts';

/** Selected words of one page. A page whose words are read in another order than they stand has several. */
export interface SelectedWords {
  readonly row: number;
  readonly text: PageText;
  readonly range: TextRange;
}

/** What a selection of the document holds of the pages' words, row by row. */
export function selectedWords(flow: TextFlow, selected: Range): readonly SelectedWords[] {
  const root = flow.root();
  const rows = new Map<number, { text: PageText; ranges: TextRange[] }>();
  if (!root) return [];
  for (const element of flowElements(root)) {
    const piece = selected.intersectsNode(element) ? flow.pieceOf(element) : null;
    if (!piece) continue;
    const { startContainer, startOffset, endContainer, endOffset } = selected;
    const start = element.contains(startContainer) ? lettersBefore(element, startContainer, startOffset) : 0;
    const end = element.contains(endContainer)
      ? lettersBefore(element, endContainer, endOffset)
      : piece.flow.text.length;
    const row = rows.get(piece.row) ?? { text: piece.page, ranges: [] };
    row.ranges.push(...pageRanges(piece.flow, { start, end }));
    rows.set(piece.row, row);
  }
  return [...rows].flatMap(([row, { text, ranges }]) =>
    joined(text, ranges).map((range) => ({ row, text, range })),
  );
}

/** In the order of the page; those with nothing but white space between them made one. */
function joined(page: PageText, ranges: readonly TextRange[]): TextRange[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && page.text.slice(last.end, start).trim() === '') last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
