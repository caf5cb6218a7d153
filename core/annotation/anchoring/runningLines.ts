/** Lines looked at from the top and from the bottom of a page. */
const edgeLines = 4;
/** A line counts as running when it stands on at least this share of the pages, and on three. */
const runningShare = 0.5;
const fewestPages = 3;

/**
 * The pages with their running heads and feet replaced by spaces, offsets unchanged. Numbers are left out of the
 * comparison ("Sida 3 (12)" runs); a document of one or two pages has none.
 */
export function withoutRunningLines(pages: readonly string[]): readonly string[] {
  if (pages.length < fewestPages) return pages;
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(({ key: each }) => each))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const needed = Math.max(fewestPages, pages.length * runningShare);
  return pages.map((page) => {
    let blanked = page;
    for (const { key, start, end } of edges(page)) {
      if ((counts.get(key) ?? 0) < needed) continue;
      blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
    }
    return blanked;
  });
}

interface EdgeLine {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function edges(page: string): readonly EdgeLine[] {
  const lines: EdgeLine[] = [];
  let start = 0;
  for (const line of page.split('\n')) {
    const key = line.replace(/[\d\s]+/g, '');
    if (line.trim() !== '') lines.push({ key, start, end: start + line.length });
    start += line.length + 1;
  }
  return lines.length <= edgeLines * 2 ? lines : [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
}
