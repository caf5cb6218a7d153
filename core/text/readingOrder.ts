import type { TextRun } from './textRuns.ts';
import { onSameLine } from './textRuns.ts';

/** Runs that stand beside each other, from left to right. */
export type TextRow = readonly TextRun[];

/** A gutter is at least this wide, in heights of the text beside it. */
const gutterWidth = 0.7;
/** Prose on both sides of a gutter: at least so many rows and so many characters a row; else it is a table. */
const minColumnRows = 3;
const minColumnCharacters = 12;
/** Share of its widest line that the lines of a column fill on average. */
const minColumnFill = 0.6;
const maxColumnDepth = 6;
/** Characters of "•" or "12.". */
const longestMark = 3;

/**
 * Puts runs of one writing direction in reading order: row by row from the top, but where rows have a gutter in
 * common with prose on both sides, the whole column left of it first. Tables stay in rows.
 */
export function readingOrder(runs: readonly TextRun[]): TextRow[] {
  return orderRows(rowsOf(runs), 0);
}

function orderRows(rows: readonly TextRow[], depth: number): TextRow[] {
  const ordered: TextRow[] = [];
  for (let at = 0; at < rows.length;) {
    const columns = depth < maxColumnDepth ? columnsFrom(rows, at) : null;
    if (columns === null) {
      ordered.push(rows[at] ?? []);
      at++;
      continue;
    }
    ordered.push(
      ...orderRows(rowsOf(columns.left), depth + 1),
      ...orderRows(rowsOf(columns.right), depth + 1),
    );
    at = columns.end;
  }
  return ordered;
}

/** Groups runs into rows from the top; a row is as high as its highest run. */
function rowsOf(runs: readonly TextRun[]): TextRow[] {
  const rows: { tallest: TextRun; runs: TextRun[] }[] = [];
  for (const run of runs.toSorted((a, b) => b.top + b.bottom - a.top - a.bottom)) {
    const row = rows
      .slice(-3)
      .find((candidate) => onSameLine(candidate.tallest, run) && !isUnderOneOf(candidate.runs, run));
    if (!row) rows.push({ tallest: run, runs: [run] });
    else {
      row.runs.push(run);
      if (run.top - run.bottom > row.tallest.top - row.tallest.bottom) row.tallest = run;
    }
  }
  return rows.map((row) => row.runs.toSorted((a, b) => a.left - b.left));
}

/** A tall heading reaches over two lines of the column beside it: these stand under each other, not in one row. */
const isUnderOneOf = (runs: readonly TextRun[], run: TextRun): boolean =>
  runs.some((other) => other.left < run.right && run.left < other.right && !onSameLine(other, run));

interface Columns {
  readonly left: TextRun[];
  readonly right: TextRun[];
  /** Index of the first row after the columns. */
  readonly end: number;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The columns that begin in row `at`: as many rows as share a gutter. Null when there are none. */
function columnsFrom(rows: readonly TextRow[], at: number): Columns | null {
  const first = rows[at] ?? [];
  const second = rows[at + 1] ?? [];
  if (first.length === 1 && second.length === 1 && stackedOn(first[0], second[0])) return null;
  // Baselines of two columns need not agree: then the first row holds only one of them.
  const seeds =
    first.length > 1 ? gapsOf(first) : gapsOf([...first, ...second].toSorted((a, b) => a.left - b.left));
  for (const seed of seeds) {
    const columns = extend(rows, at, seed);
    if (columns) return columns;
  }
  return null;
}

/** Two lines one above the other: there is no gutter between them. */
const stackedOn = (one: TextRun | undefined, other: TextRun | undefined): boolean =>
  one !== undefined && other !== undefined && one.left < other.right && other.left < one.right;

function gapsOf(row: TextRow): Gap[] {
  const gaps: Gap[] = [];
  let edge = row[0]?.right ?? 0;
  for (const run of row.slice(1)) {
    if (run.left - edge >= gutterWidth * (run.top - run.bottom)) gaps.push({ from: edge, to: run.left });
    edge = Math.max(edge, run.right);
  }
  return gaps;
}

function extend(rows: readonly TextRow[], at: number, seed: Gap): Columns | null {
  let gap = seed;
  let end = at;
  for (; end < rows.length; end++) {
    const narrowed = narrow(gap, rows[end] ?? []);
    if (narrowed === null) break;
    gap = narrowed;
  }
  const middle = (gap.from + gap.to) / 2;
  if (end - at < minColumnRows || !hasProseBeside(rows, at, end, middle)) return null;
  const runs = rows.slice(at, end).flat();
  return {
    left: runs.filter((run) => run.right <= middle),
    right: runs.filter((run) => run.left >= middle),
    end,
  };
}

/** What is left of the gutter beside this row; null when a run crosses it. */
function narrow(gap: Gap, row: TextRow): Gap | null {
  let { from, to } = gap;
  for (const run of row) {
    if (run.right <= from) continue;
    if (run.left >= to) break;
    const cutFromLeft = run.left < from || run.left - from < to - run.right;
    if (cutFromLeft) from = run.right;
    else to = run.left;
    if (to - from < gutterWidth * (run.top - run.bottom)) return null;
  }
  return { from, to };
}

/** Judged by sums alone: in a table this is asked for every row and every gutter. */
function hasProseBeside(rows: readonly TextRow[], at: number, end: number, middle: number): boolean {
  const left = emptySide();
  const right = emptySide();
  for (let index = at; index < end; index++) {
    const row = rows[index] ?? [];
    row.forEach((run, i) => {
      const side = run.right <= middle ? left : right;
      const next = row[i + 1];
      addTo(side, run, isMark(run) && next !== undefined && next.right <= middle === (side === left));
    });
  }
  if (left.count < minColumnRows || right.count < minColumnRows) return false;
  return isProse(left) && isProse(right);
}

/** The bullet or number of a point in a list: it belongs to the line after it. */
const isMark = (run: TextRun): boolean => run.to - run.from <= longestMark;

/** Sums over the runs on one side of a gutter. */
interface Side {
  count: number;
  characters: number;
  filled: number;
  widest: number;
}

const emptySide = (): Side => ({ count: 0, characters: 0, filled: 0, widest: 0 });

function addTo(side: Side, run: TextRun, isMarkOfNext: boolean): void {
  side.count += isMarkOfNext ? 0 : 1;
  side.characters += run.to - run.from;
  side.filled += run.right - run.left;
  side.widest = Math.max(side.widest, run.right - run.left);
}

/** Measured by the widest line, not by the side as a whole: there may be columns in it too. */
function isProse({ count, characters, filled, widest }: Side): boolean {
  return characters / count >= minColumnCharacters && filled / count / Math.max(1, widest) >= minColumnFill;
}
