import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageRanges } from '../../../core/reading/pageRanges.ts';
import { addRanges, countPages, holdsRanges } from '../../../core/reading/pageRanges.ts';
import { itemProgress } from '../../../core/reading/itemProgress.ts';

const pagesOf = (ranges: PageRanges): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
const someRanges = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 9 }))
    .map(([from, more]) => [from, from + more] as const),
  { maxLength: 12 },
);

describe('ranges of pages', () => {
  it('hold the pages of both and nothing else, in as few ranges as can be', () => {
    fc.assert(
      fc.property(someRanges, someRanges, (one, other) => {
        const both = addRanges(one, other);
        const wanted = [...new Set([...pagesOf(one), ...pagesOf(other)])].toSorted((a, b) => a - b);
        expect(pagesOf(both)).toEqual(wanted);
        expect(both.every(([from], i) => i === 0 || from > (both[i - 1]?.[1] ?? 0) + 1)).toBe(true);
        expect(holdsRanges(both, one)).toBe(true);
        expect(countPages(both, 1000)).toBe(wanted.length);
      }),
    );
  });

  it('do not count pages that a shortened document no longer has', () => {
    expect(
      countPages(
        [
          [1, 2],
          [8, 12],
        ],
        9,
      ),
    ).toBe(4);
  });
});

describe('progress of an item', () => {
  const document = (id: string, pageCount: number, more = {}) => ({
    id,
    pageCount,
    readState: 'started' as const,
    ...more,
  });

  it('is the pages seen of all its documents, those of a read one whole', () => {
    const documents = [
      document('a', 10, {
        seenPages: [
          [1, 3],
          [7, 7],
        ],
      }),
      document('b', 5, { readState: 'read' }),
      document('c', 4),
    ];
    expect(itemProgress(documents)).toEqual({ seen: 9, pages: 19 });
  });

  it('counts a picture as one page and is not there without documents', () => {
    expect(itemProgress([document('a', 0, { seenPages: [[1, 1]] })])).toEqual({ seen: 1, pages: 1 });
    expect(itemProgress([])).toBeNull();
  });
});
