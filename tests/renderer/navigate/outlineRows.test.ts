import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../../core/pdf/outline.ts';
import type { OutlineRow, OutlineState } from '../../../renderer/features/reader/outline/outlineRows.ts';
import {
  currentEntry,
  outlineRows,
  parentRow,
  rowOfEntry,
} from '../../../renderer/features/reader/outline/outlineRows.ts';

const entry = (
  title: string,
  level: number,
  page: number | null = null,
  y: number | null = null,
): OutlineEntry => ({
  title,
  level,
  target: page === null ? null : { type: 'page', page, y },
});
const read = (...entries: readonly OutlineEntry[]): OutlineState => ({ type: 'read', entries, isCut: false });
const plan = read(
  entry('A', 1, 1),
  entry('A1', 2, 2),
  entry('A2', 2, 3),
  entry('B', 1, 5),
  entry('B1', 2, 6),
);
const rowsOf = (
  outlines: readonly OutlineState[],
  chosen: readonly [string, boolean][] = [],
  currentDocument = 0,
): readonly OutlineRow[] => outlineRows({ outlines, chosen: new Map(chosen), currentDocument });
const named = (rows: readonly OutlineRow[]): string[] =>
  rows.map((row) => (row.kind === 'entry' ? row.entry.title : row.kind));

describe('the rows of the outline', () => {
  it('unfold the document being read and fold the others', () => {
    expect(named(rowsOf([plan, plan]))).toEqual(['document', 'A', 'A1', 'A2', 'B', 'B1', 'document']);
    expect(named(rowsOf([plan, plan], [], 1))).toEqual(['document', 'document', 'A', 'A1', 'A2', 'B', 'B1']);
  });

  it('stay as the person has folded them, whichever document is being read', () => {
    const chosen: [string, boolean][] = [
      ['0', false],
      ['1:0', false],
    ];
    expect(named(rowsOf([plan, plan], chosen, 0))).toEqual(['document', 'document']);
    expect(named(rowsOf([plan, plan], chosen, 1))).toEqual(['document', 'document', 'A', 'B', 'B1']);
  });

  it('of a long outline show the outermost entries until they are unfolded', () => {
    const long = read(
      ...Array.from({ length: 30 }, (_, i) => [entry(`${i}`, 1, i + 1), entry(`${i}.1`, 2, i + 1)]).flat(),
    );
    expect(rowsOf([long])).toHaveLength(31);
    expect(named(rowsOf([long], [['0:0', true]])).slice(0, 4)).toEqual(['document', '0', '0.1', '1']);
  });

  it('say their place among those with the same parent', () => {
    const places = rowsOf([plan]).map(({ level, position, siblings }) => [level, position, siblings]);
    expect(places).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 1, 2],
      [3, 2, 2],
      [2, 2, 2],
      [3, 1, 1],
    ]);
  });

  it('say so while an outline is read, when it cannot be, when there is none and when there is more', () => {
    expect(named(rowsOf([{ type: 'reading' }]))).toEqual(['document', 'reading']);
    expect(named(rowsOf([{ type: 'failed' }]))).toEqual(['document', 'failed']);
    expect(named(rowsOf([read()]))).toEqual(['document', 'none']);
    expect(named(rowsOf([{ type: 'read', entries: [entry('A', 1)], isCut: true }]))).toEqual([
      'document',
      'A',
      'cut',
    ]);
    expect(rowsOf([{ type: 'without' }])[0]?.isOpen).toBeNull();
  });

  it('know what they lie under', () => {
    const rows = rowsOf([plan]);
    expect(rows.map((_, index) => parentRow(rows, index))).toEqual([0, 0, 1, 1, 0, 4]);
  });
});

describe('the section being read', () => {
  const entries = [entry('A', 1, 2, 700), entry('B', 1, 2, 300), entry('C', 1, 4), entry('X', 1)];

  it.each([
    [1, 500, -1],
    [2, 750, -1],
    [2, 500, 0],
    [2, 100, 1],
    [2, null, 1],
    [3, 800, 1],
    [4, 800, 2],
    [9, 100, 2],
  ])('on page %i at height %s is entry %i', (filePage, y, index) => {
    expect(currentEntry(entries, { filePage, y })).toBe(index);
  });

  it('is found also where entries do not follow the pages', () => {
    expect(currentEntry([entry('Sist', 1, 9), entry('Först', 1, 1)], { filePage: 3, y: null })).toBe(1);
  });

  it('stands in the folded entry it lies under', () => {
    const rows = rowsOf([plan], [['0:0', false]]);
    expect(named(rows)).toEqual(['document', 'A', 'B', 'B1']);
    expect(rowOfEntry(rows, 0, 2)).toBe(1);
    expect(rowOfEntry(rows, 0, 4)).toBe(3);
  });
});
