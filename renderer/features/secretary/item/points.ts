/** Numbered points of a proposed decision, changed as a list of texts. All functions return a new list. */
type Points = readonly string[];

export const withPoint = (points: Points, at: number, text: string): string[] =>
  points.map((point, index) => (index === at ? text : point));

export const withoutPoint = (points: Points, at: number): string[] =>
  points.filter((_, index) => index !== at);

/** The same list when the point would leave it. */
export function movedPoint(points: Points, at: number, by: 1 | -1): string[] {
  const point = points[at];
  const to = at + by;
  if (point === undefined || to < 0 || to >= points.length) return [...points];
  return points.toSpliced(at, 1).toSpliced(to, 0, point);
}

/** What stands after the caret becomes a point of its own. */
export function splitPoint(points: Points, at: number, caret: number): string[] {
  const point = points[at] ?? '';
  return points.toSpliced(at, 1, point.slice(0, caret).trimEnd(), point.slice(caret).trimStart());
}

/** A point goes on in the one before it. */
export function joinedPoints(points: Points, at: number): string[] {
  const [before, point] = [points[at - 1], points[at]];
  if (before === undefined || point === undefined) return [...points];
  const glue = before === '' || point === '' ? '' : ' ';
  return points.toSpliced(at - 1, 2, `${before.trimEnd()}${glue}${point.trimStart()}`);
}

const marker = /^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-–•*])\s+/;

/** Points in a pasted text: numbered or bulleted lines; null when the text is only words. */
export function pastedPoints(text: string): string[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.some((line) => marker.test(line))) return null;
  return lines.reduce<string[]>((points, line) => {
    if (marker.test(line) || points.length === 0) return [...points, line.replace(marker, '').trim()];
    return withPoint(points, points.length - 1, `${points.at(-1) ?? ''} ${line.trim()}`);
  }, []);
}
