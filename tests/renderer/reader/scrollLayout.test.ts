import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zoom } from '../../../core/library/views.ts';
import type { LayoutDocument } from '../../../renderer/features/reader/scroll/scrollLayout.ts';
import {
  anchorAt,
  layOutScroll,
  pixelsPerPoint,
  rowAt,
  rowOfPage,
  topOfAnchor,
} from '../../../renderer/features/reader/scroll/scrollLayout.ts';
import { steppedZoom } from '../../../renderer/features/reader/scroll/zoomSteps.ts';

const a4 = { width: 595, height: 842 };
const view = { width: 848, height: 600 };
const pages = (count: number, size = a4): LayoutDocument => ({
  isNotice: false,
  sizes: Array.from({ length: count }, () => size),
});
const full: Zoom = { mode: 'percent', percent: 100 };

const anyDocument = fc.record({
  isNotice: fc.boolean(),
  sizes: fc.array(
    fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) }),
    { maxLength: 8 },
  ),
});
const anyZoom: fc.Arbitrary<Zoom> = fc.oneof(
  fc.constant<Zoom>({ mode: 'width' }),
  fc.constant<Zoom>({ mode: 'page' }),
  fc.integer({ min: 10, max: 800 }).map((percent): Zoom => ({ mode: 'percent', percent })),
);

describe('layOutScroll', () => {
  it('shows a page at 100 % as large as its points say', () => {
    const [, page] = layOutScroll([pages(1)], full, view).rows;
    expect(page).toMatchObject({
      width: Math.round(595 * pixelsPerPoint),
      height: Math.round(842 * pixelsPerPoint),
    });
  });

  it('fits each page to the width, landscape or not', () => {
    const map = { width: 2400, height: 1700 };
    const rows = layOutScroll([pages(1), pages(1, map)], { mode: 'width' }, view).rows;
    expect(rows.filter((row) => row.kind === 'page').map((row) => row.width)).toEqual([800, 800]);
  });

  it('shows the whole page when it is to fit', () => {
    const rows = layOutScroll([pages(2)], { mode: 'page' }, view).rows;
    for (const row of rows.filter(({ kind }) => kind === 'page'))
      expect(row.height).toBeLessThanOrEqual(view.height);
  });

  it('puts a header above each document and a message in the place of one that cannot be shown', () => {
    const { rows } = layOutScroll([pages(1), { isNotice: true, sizes: [] }, pages(1)], full, view);
    expect(rows.map((row) => row.kind)).toEqual(['header', 'page', 'header', 'notice', 'header', 'page']);
  });

  it('stays below what a browser can lay out, however long and large', () => {
    const { height } = layOutScroll([pages(5000)], { mode: 'percent', percent: 800 }, view);
    expect(height).toBeLessThan(33_000_000);
  });

  it('never lets rows overlap or leave the content', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 4 }), anyZoom, (documents, zoom) => {
        const layout = layOutScroll(documents, zoom, view);
        let bottom = 0;
        for (const row of layout.rows) {
          expect(row.top).toBeGreaterThanOrEqual(bottom);
          bottom = row.top + row.height;
          expect(row.left + row.width).toBeLessThanOrEqual(layout.width + 1);
        }
        expect(bottom).toBeLessThanOrEqual(layout.height);
      }),
    );
  });
});

describe('an anchor', () => {
  it('is the same place again at the same zoom', () => {
    const layout = layOutScroll([pages(3), pages(2)], full, view);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Math.floor(layout.height - 100) }), (y) => {
        expect(topOfAnchor(layout, anchorAt(layout, y))).toBeCloseTo(y, 3);
      }),
    );
  });

  it('keeps page and share of the page at any zoom', () => {
    const small = layOutScroll([pages(3)], full, view);
    const large = layOutScroll([pages(3)], { mode: 'percent', percent: 300 }, view);
    const anchor = { row: 2, share: 0.25 };
    const again = anchorAt(large, topOfAnchor(large, anchorAt(small, topOfAnchor(small, anchor))));
    expect(again.row).toBe(2);
    expect(again.share).toBeCloseTo(0.25, 3);
  });
});

describe('rows', () => {
  const layout = layOutScroll([pages(2), pages(2)], full, view);

  it('are found by height', () => {
    for (const [index, row] of layout.rows.entries()) {
      expect(rowAt(layout, row.top)).toBe(index);
      expect(rowAt(layout, row.top + row.height - 1)).toBe(index);
    }
    expect(rowAt(layout, -50)).toBe(0);
    expect(rowAt(layout, 1e9)).toBe(layout.rows.length - 1);
  });

  it('are found by document and page, the header standing in for pages that are not there', () => {
    expect(rowOfPage(layout, 1, 2)).toBe(5);
    expect(rowOfPage(layout, 1, 9)).toBe(3);
    expect(rowOfPage(layout, 7, 1)).toBe(-1);
  });
});

describe('steppedZoom', () => {
  it.each([
    [100, 'in', 110],
    [100, 'out', 90],
    [163, 'in', 175],
    [163, 'out', 150],
    [800, 'in', 800],
    [10, 'out', 10],
  ] as const)('from %i %% goes %s to %i %%', (from, direction, to) => {
    expect(steppedZoom(from, direction)).toEqual({ mode: 'percent', percent: to });
  });
});
