import type { FlowText } from '../../../../core/structure/flowText.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { ScrollAnchor } from '../scroll/scrollLayout.ts';
import { shareAtOffset } from './pageOffsets.ts';

/** Flowing words on screen: which row and page they come from, and the way back to it. */
export interface FlowPiece {
  readonly row: number;
  readonly page: PageText;
  readonly flow: FlowText;
}

type PieceOf = (element: Element) => FlowPiece | null;

/** Elements of flowing words carry this attribute. */
export const flowAttribute = 'data-flow';

/** The elements in the order in which they are read. */
export const inDocumentOrder = (elements: readonly Element[]): readonly Element[] =>
  elements.toSorted((a, b) =>
    (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1,
  );

export function flowElements(within: Element): Element[] {
  return [...within.querySelectorAll(`[${flowAttribute}]`)];
}

/** The row at a height of the window and how much of its page lies above. */
export function anchorAtHeight(
  { rows, count, pieceOf }: { rows: ReadonlyMap<number, HTMLElement>; count: number; pieceOf: PieceOf },
  y: number,
): ScrollAnchor {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const top = rows.get(middle)?.getBoundingClientRect().top ?? Infinity;
    if (top <= y) low = middle;
    else high = middle - 1;
  }
  const row = rows.get(low);
  return row ? anchorWithin(low, row, pieceOf, y) : { row: low, share: 0 };
}

function anchorWithin(index: number, row: HTMLElement, pieceOf: PieceOf, y: number): ScrollAnchor {
  const pieces = flowElements(row).filter((element) => pieceOf(element) !== null);
  const [first] = pieces;
  const last = pieces.at(-1);
  const box = row.getBoundingClientRect();
  const at = (share: number): ScrollAnchor => ({ row: index, share });
  if (!first || !last) return at(box.height > 0 ? Math.max(0, Math.min(1, (y - box.top) / box.height)) : 0);
  if (y < first.getBoundingClientRect().top) return at(0);
  if (y >= last.getBoundingClientRect().bottom - 4) return at(1);
  for (const element of pieces) {
    const { top, bottom, left } = element.getBoundingClientRect();
    const piece = pieceOf(element);
    if (bottom <= y || !piece || piece.flow.text === '') continue;
    const letter = top >= y ? 0 : letterAt(element, left + 2, y);
    // Words of the next page may stand here, with the paragraph that they are a part of.
    return { row: piece.row, share: shareAtOffset(piece.page, piece.flow.starts[letter] ?? 0) };
  }
  return at(1);
}

/** The letter of an element's words at a point of the window; 0 when the browser cannot tell. */
function letterAt(element: Element, x: number, y: number): number {
  const position = document.caretPositionFromPoint?.(x, y);
  const node = position?.offsetNode;
  return position && node && element.contains(node) ? lettersBefore(element, node, position.offset) : 0;
}

/** How many letters of an element's words stand before a place in the document. */
export function lettersBefore(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The words of a page, given by its elements, that hold an offset of it or come next after it. */
export function pieceAtOffset(
  elements: readonly Element[],
  pieceOf: PieceOf,
  offset: number,
): { readonly element: Element; readonly letter: number } | null {
  let best: { element: Element; letter: number } | null = null;
  let bestDistance = Infinity;
  for (const element of elements) {
    const flow = pieceOf(element)?.flow;
    if (!flow) continue;
    for (let letter = 0; letter < flow.text.length; letter++) {
      const start = flow.starts[letter] ?? 0;
      // What stands before the offset is only taken when nothing stands after it.
      const distance = start >= offset ? start - offset : 1_000_000 + offset - start;
      if (distance < bestDistance) [best, bestDistance] = [{ element, letter }, distance];
    }
  }
  return best;
}

/** The upper edge of a letter's line, CSS pixels of the window. */
export function topOfLetter(element: Element, letter: number): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = letter;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left >= length) {
      left -= length;
      continue;
    }
    const range = document.createRange();
    range.setStart(node, left);
    range.setEnd(node, Math.min(length, left + 1));
    return range.getBoundingClientRect().top;
  }
  return element.getBoundingClientRect().top;
}
