/** Lines looked at from the top and from the bottom of a page. */
const edgeLines = 4;
/** A line counts as running when it stands on at least this share of the pages, and on three. */
const runningShare = 0.5;
const fewestPages = 3;

/**
 * The pages with their running heads and feet replaced by spaces, offsets unchanged. A line runs when it says the same on
 * enough pages, numbers that count the pages aside ("Sida 3 (12)" runs); rows of a table that differ in their figures do
 * not, wherever they stand. A document of one or two pages has none.
 */
export function withoutRunningLines(pages: readonly string[]): readonly string[] {
  if (pages.length < fewestPages) return pages;
  const linesOfPages = pages.map(edges);
  const byKey = new Map<string, PlacedNumbers[]>();
  for (const [page, lines] of linesOfPages.entries())
    for (const { key, numbers } of lines) {
      const known = byKey.get(key);
      if (known) known.push({ page, numbers });
      else byKey.set(key, [{ page, numbers }]);
    }
  const needed = Math.max(fewestPages, pages.length * runningShare);
  const runs = new Map([...byKey].map(([key, lines]) => [key, runningLine(lines, needed)] as const));
  return pages.map((text, page) => {
    let blanked = text;
    for (const { key, numbers, start, end } of linesOfPages[page] ?? []) {
      if (runs.get(key)?.({ page, numbers }) !== true) continue;
      blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
    }
    return blanked;
  });
}

/** The numbers of a line and the page on which it stands, from 0. */
interface PlacedNumbers {
  readonly page: number;
  readonly numbers: readonly number[];
}

/** Tells whether a line is one of those that run; null when too few of them agree. */
function runningLine(
  lines: readonly PlacedNumbers[],
  needed: number,
): ((line: PlacedNumbers) => boolean) | null {
  const count = Math.max(...lines.map(({ numbers }) => numbers.length));
  const rules = Array.from({ length: count }, (_, at) => numberRule(lines, at));
  const fits = (line: PlacedNumbers): boolean => rules.every((rule) => rule(line));
  const agreeing = new Set(lines.filter(fits).map(({ page }) => page));
  return agreeing.size >= needed ? fits : null;
}

/** What one of the numbers does on most pages: it stays, or it counts them. */
function numberRule(lines: readonly PlacedNumbers[], at: number): (line: PlacedNumbers) => boolean {
  const valueOf = ({ numbers }: PlacedNumbers): number => numbers[at] ?? -1;
  const distanceOf = (line: PlacedNumbers): number => valueOf(line) - line.page;
  const [value, same] = mostFrequent(lines.map(valueOf));
  const [distance, counting] = mostFrequent(lines.map(distanceOf));
  return same >= counting ? (line) => valueOf(line) === value : (line) => distanceOf(line) === distance;
}

function mostFrequent(values: readonly number[]): readonly [value: number, count: number] {
  const counts = new Map<number, number>();
  let best: readonly [number, number] = [0, 0];
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > best[1]) best = [value, count];
  }
  return best;
}

interface EdgeLine {
  /** The line without spaces and numbers. */
  readonly key: string;
  readonly numbers: readonly number[];
  readonly start: number;
  readonly end: number;
}

function edges(page: string): readonly EdgeLine[] {
  const lines: EdgeLine[] = [];
  let start = 0;
  for (const line of page.split('\n')) {
    const key = line.replace(/[\d\s]+/g, '');
    const numbers = (line.match(/\d+/g) ?? []).map(Number);
    if (line.trim() !== '') lines.push({ key, numbers, start, end: start + line.length });
    start += line.length + 1;
  }
  return lines.length <= edgeLines * 2 ? lines : [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
}
