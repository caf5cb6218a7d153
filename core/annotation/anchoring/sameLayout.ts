import type { PageText } from '../../text/pageText.ts';

/** Units of PDF user space (points) within which a line stands in the same place. */
const near = 3;
/** Share of the lines that must. */
const enough = 0.9;

/**
 * Whether what was drawn on one page fits the other: the pages are of one size, and their lines stand in the same places.
 * False for pages without words, of which nothing is known.
 */
export function sameLayout(a: PageText, b: PageText): boolean {
  const [size, other] = [a.geometry, b.geometry];
  const isOneSize = (['left', 'bottom', 'right', 'top', 'quarterTurns'] as const).every(
    (side) => Math.abs(size[side] - other[side]) <= near,
  );
  if (!isOneSize || a.lines.length === 0) return false;
  const standing = a.lines.filter((line) =>
    b.lines.some(
      (each) =>
        Math.abs(each.left - line.left) <= near &&
        Math.abs(each.bottom - line.bottom) <= near &&
        Math.abs(each.right - line.right) <= near,
    ),
  );
  return standing.length >= a.lines.length * enough;
}
