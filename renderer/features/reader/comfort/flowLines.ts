/** Tried so often, a step at a time, before the end of the text is taken to be reached. */
const maxTries = 40;

/**
 * The middle of the next or previous line of flowing text, CSS pixels of the window, seen from a height; null when there
 * is none in view there. Asked of the browser: where lines break is its business.
 */
export function nextFlowLine(view: HTMLElement, from: number, step: 1 | -1): number | null {
  const x = readableX(view);
  const current = lineAt(view, x, from);
  for (let distance = 4, tries = 0; tries < maxTries; tries++, distance += 6) {
    const line = lineAt(view, x, from + step * distance);
    if (line !== null && (line - (current ?? from)) * step > 3) return line;
  }
  return null;
}

/** A little to the right of where the text begins: list labels and indented lines are met too. */
function readableX(view: HTMLElement): number {
  const words = view.querySelector('[data-flow]')?.getBoundingClientRect();
  return (words ?? view.getBoundingClientRect()).left + 24;
}

/** The middle of the line at a point; null where no words are. */
function lineAt(view: HTMLElement, x: number, y: number): number | null {
  const at = document.caretPositionFromPoint?.(x, y);
  const node = at?.offsetNode;
  if (!at || node?.nodeType !== Node.TEXT_NODE || !view.contains(node)) return null;
  const range = document.createRange();
  range.setStart(node, Math.max(0, Math.min(at.offset, (node.nodeValue?.length ?? 1) - 1)));
  range.setEnd(node, Math.min(node.nodeValue?.length ?? 0, range.startOffset + 1));
  const { top, height } = range.getBoundingClientRect();
  return height > 0 ? top + height / 2 : null;
}
