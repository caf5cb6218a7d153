/** The stretch of a text that is most like a pattern, and how many letters differ. */
export interface Alignment {
  /** `[start, end)` in the text. */
  readonly start: number;
  readonly end: number;
  /** Letters to change, leave out or put in. */
  readonly edits: number;
}

/**
 * The best place of `pattern` in `text` (P. H. Sellers, 1980): the pattern whole, the text free at both ends. Time and
 * memory of pattern × text, so both should be some hundreds of letters. Null for an empty pattern.
 */
export function align(pattern: string, text: string): Alignment | null {
  if (pattern.length === 0) return null;
  const width = text.length + 1;
  let costs = new Uint16Array(width);
  let starts = Uint16Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= pattern.length; row += 1) {
    const next = new Uint16Array(width);
    const nextStarts = new Uint16Array(width);
    next[0] = row;
    for (let column = 1; column < width; column += 1) {
      const same = pattern.charCodeAt(row - 1) === text.charCodeAt(column - 1) ? 0 : 1;
      const diagonal = (costs[column - 1] ?? 0) + same;
      const above = (costs[column] ?? 0) + 1;
      const left = (next[column - 1] ?? 0) + 1;
      const best = Math.min(diagonal, above, left);
      next[column] = best;
      nextStarts[column] =
        (best === diagonal ? starts[column - 1] : best === above ? starts[column] : nextStarts[column - 1]) ??
        0;
    }
    costs = next;
    starts = nextStarts;
  }
  let end = 0;
  for (let column = 1; column < width; column += 1) {
    if ((costs[column] ?? 0) < (costs[end] ?? 0)) end = column;
  }
  return { start: starts[end] ?? 0, end, edits: costs[end] ?? pattern.length };
}

/** How alike two short texts are when held against each other from `side`: 0 nothing, 1 the same. */
export function likeness(expected: string, found: string, side: 'start' | 'end'): number {
  if (expected === '') return 1;
  const slack = Math.ceil(expected.length / 4);
  const span = expected.length + slack;
  const near = side === 'start' ? found.slice(0, span) : found.slice(-span);
  const aligned = align(expected, near);
  return aligned === null ? 1 : Math.max(0, 1 - aligned.edits / expected.length);
}
