/** Lines looked at from the top and from the bottom of a page. */
const edgeLines = 3;
/** A line runs when it stands on at least this share of the pages, and on three. */
const runningShare = 0.5;
const fewestPages = 3;

/** "3", "Sida 3 av 12", "3 (12)", "Page 3 of 12". */
const pageNumber =
  /^[\s–—-]*(?:sida|sidan|sid\.?|s\.|page|p\.)?\s*\d{1,4}(?:\s*(?:av|of|\/|\()\s*\d{1,4}\s*\)?)?[\s–—-]*$/iu;
/** A page number within a running line: "Provkommunen Sida 3 (12)". */
const numberedPage =
  /(?:\b(?:sida|sidan|sid\.?|page)\s*)\d{1,4}(?:\s*(?:av|of|\/|\()\s*\d{1,4}\s*\)?)?|\d{1,4}\s*\(\d{1,4}\)/giu;

/**
 * The pages with page numbers replaced by spaces, and running heads and feet wherever they stand again; offsets unchanged.
 * Unlike what anchoring leaves out, a line counts as running only when it is the same to the digit: a column of figures
 * at the edge of a page is content, and a change of it must be seen.
 */
export function withoutRunningText(pages: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map((line) => line.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const needed = Math.max(fewestPages, pages.length * runningShare);
  const shown = new Set<string>();
  return pages.map((page) => {
    let left = page;
    for (const { key, start, end } of edges(page)) {
      const line = page.slice(start, end);
      const runs = (counts.get(key) ?? 0) >= needed;
      if (pageNumber.test(line) || (runs && shown.has(key))) left = blanked(left, start, end);
      else if (runs) {
        // Once it is content: a new date in the head of every page is one change.
        shown.add(key);
        for (const match of line.matchAll(numberedPage))
          left = blanked(left, start + match.index, start + match.index + match[0].length);
      }
    }
    return left;
  });
}

const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

interface EdgeLine {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function edges(page: string): readonly EdgeLine[] {
  const lines: EdgeLine[] = [];
  let start = 0;
  for (const line of page.split('\n')) {
    const key = line.replace(numberedPage, '#').replace(/\s+/g, ' ').trim();
    if (key !== '') lines.push({ key, start, end: start + line.length });
    start += line.length + 1;
  }
  return lines.length <= edgeLines * 2 ? lines : [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
}
