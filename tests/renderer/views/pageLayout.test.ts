import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zoom } from '../../../core/library/views.ts';
import type { PageArrangement } from '../../../renderer/features/reader/scroll/pageSpreads.ts';
import { spreadsOf } from '../../../renderer/features/reader/scroll/pageSpreads.ts';
import type {
  LayoutDocument,
  PageRow,
  ScrollLayout,
} from '../../../renderer/features/reader/scroll/scrollLayout.ts';
import {
  anchorAt,
  bandAt,
  layOutScroll,
  rowAtPoint,
  rowOfPage,
  topOfAnchor,
} from '../../../renderer/features/reader/scroll/scrollLayout.ts';
import { placeAfter, previewTransform } from '../../../renderer/features/reader/scroll/viewPlaces.ts';

const side = fc.double({ min: 20, max: 14_400, noNaN: true });
const documents: fc.Arbitrary<LayoutDocument[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        sizes: fc.array(fc.record({ width: side, height: side }), { minLength: 1, maxLength: 12 }),
        isNotice: fc.constant(false),
        quarterTurns: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ sizes: [], isNotice: true }) },
  ),
  { minLength: 1, maxLength: 5 },
);
const zoom: fc.Arbitrary<Zoom> = fc.oneof(
  fc.constantFrom<Zoom>({ mode: 'width' }, { mode: 'page' }),
  fc.integer({ min: 10, max: 800 }).map((percent): Zoom => ({ mode: 'percent', percent })),
);
const view = fc.record({
  width: fc.integer({ min: 120, max: 3000 }),
  height: fc.integer({ min: 100, max: 2000 }),
});
const arrangement: fc.Arbitrary<PageArrangement> = fc.record({
  mode: fc.constantFrom('continuous', 'single', 'facing'),
  firstPageAlone: fc.boolean(),
});
const anyLayout = fc
  .tuple(documents, zoom, view, arrangement, fc.integer({ min: 0, max: 200 }))
  .map(([docs, z, v, a, foot]) => ({
    docs,
    view: v,
    arrangement: a,
    layout: layOutScroll(docs, z, v, a, foot),
  }));

const overlap = (a: ScrollLayout['rows'][number], b: ScrollLayout['rows'][number]): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;
const pagesOf = (layout: ScrollLayout): PageRow[] => layout.rows.filter((row) => row.kind === 'page');

describe('the layout of pages', () => {
  it('has every page of every document once, in order, in any arrangement', () => {
    fc.assert(
      fc.property(anyLayout, ({ docs, layout }) => {
        const expected = docs.flatMap(({ sizes }, index) => sizes.map((_, page) => `${index}:${page + 1}`));
        expect(pagesOf(layout).map((row) => `${row.documentIndex}:${row.page}`)).toEqual(expected);
      }),
    );
  });

  it('lays no row over another and keeps all of them inside', () => {
    fc.assert(
      fc.property(anyLayout, ({ layout }) => {
        layout.rows.forEach((row, index) => {
          const next = layout.rows[index + 1];
          if (next) expect(overlap(row, next)).toBe(false);
          expect(row.top).toBeGreaterThanOrEqual(0);
          expect(row.left + row.width).toBeLessThanOrEqual(layout.width);
          expect(row.top + row.height).toBeLessThanOrEqual(layout.footTop);
        });
      }),
    );
  });

  it('goes downwards in bands without gaps, each holding its rows', () => {
    fc.assert(
      fc.property(anyLayout, ({ layout }) => {
        let bottom = 0;
        let row = 0;
        for (const [index, band] of layout.bands.entries()) {
          expect(band.top).toBe(bottom);
          expect(band.bottom).toBeGreaterThan(band.top);
          expect(band.firstRow).toBe(row);
          for (const held of layout.rows.slice(band.firstRow, band.lastRow + 1)) {
            expect(held.band).toBe(index);
            expect(held.top).toBeGreaterThanOrEqual(band.top);
            expect(held.top + held.height).toBeLessThanOrEqual(band.bottom);
          }
          bottom = band.bottom;
          row = band.lastRow + 1;
        }
        expect(row).toBe(layout.rows.length);
        expect(layout.footTop).toBe(bottom);
      }),
    );
  });

  it('finds the page at its own middle, and the place of a height again', () => {
    fc.assert(
      fc.property(anyLayout, fc.double({ min: 0, max: 1, noNaN: true }), ({ layout }, share) => {
        for (const page of pagesOf(layout)) {
          const found =
            layout.rows[rowAtPoint(layout, page.left + page.width / 2, page.top + page.height / 2)];
          expect(found).toBe(page);
          const row = rowOfPage(layout, page.documentIndex, page.page);
          expect(layout.rows[row]).toBe(page);
          const top = topOfAnchor(layout, { row, share });
          expect(bandAt(layout, Math.min(top, (layout.bands[page.band]?.bottom ?? 0) - 1))).toBe(page.band);
        }
        const y = share * layout.footTop;
        expect(topOfAnchor(layout, anchorAt(layout, y))).toBeCloseTo(y, 3);
      }),
    );
  });

  it('gives each page a view to itself when one is shown at a time', () => {
    fc.assert(
      fc.property(documents, zoom, view, (docs, z, size) => {
        const layout = layOutScroll(docs, z, size, { mode: 'single', firstPageAlone: false });
        for (const page of pagesOf(layout)) {
          const band = layout.bands[page.band];
          expect((band?.bottom ?? 0) - (band?.top ?? 0)).toBeGreaterThanOrEqual(size.height);
          expect(band?.firstRow).toBe(band?.lastRow);
        }
      }),
    );
  });

  it('fits pages and pairs into the view when asked to', () => {
    fc.assert(
      fc.property(documents, arrangement, (docs, arranged) => {
        const size = { width: 1000, height: 800 };
        const layout = layOutScroll(docs, { mode: 'page' }, size, arranged);
        for (const page of pagesOf(layout)) {
          expect(page.height).toBeLessThanOrEqual(size.height);
          expect(page.left + page.width).toBeLessThanOrEqual(size.width);
        }
      }),
    );
  });

  it('stays within what a browser can lay out, with ten thousand pages or enormous ones', () => {
    const many = Array.from({ length: 10_000 }, () => ({ width: 595, height: 842 }));
    for (const mode of ['continuous', 'single', 'facing'] as const) {
      const arranged = { mode, firstPageAlone: true };
      const size = { width: 1200, height: 1400 };
      const documentsOfMany = [{ sizes: many, isNotice: false }];
      const layout = layOutScroll(documentsOfMany, { mode: 'percent', percent: 800 }, size, arranged);
      expect(layout.height).toBeLessThan(33_000_000);
    }
  });

  it('changes the sides of a turned page about', () => {
    const sizes = [{ width: 300, height: 400 }];
    const at = { mode: 'percent', percent: 75 } as const;
    const size = { width: 1000, height: 800 };
    const of = (quarterTurns: 0 | 1 | 2 | 3) =>
      pagesOf(layOutScroll([{ sizes, isNotice: false, quarterTurns }], at, size))[0];
    expect(of(1)).toMatchObject({ width: 400, height: 300 });
    expect(of(2)).toMatchObject({ width: 300, height: 400 });
    expect(of(3)).toMatchObject({ width: 400, height: 300 });
  });
});

describe('facing pages', () => {
  it('stand in pairs from the first page, or from the second when the first stands alone', () => {
    const facing = (firstPageAlone: boolean) => spreadsOf(4, { mode: 'facing', firstPageAlone });
    expect(facing(false)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(facing(true)).toEqual([
      [null, 0],
      [1, 2],
      [3, null],
    ]);
  });

  it('show a page that stands alone no larger than the others, the first to the right and the last to the left', () => {
    const sizes = Array.from({ length: 4 }, () => ({ width: 600, height: 800 }));
    const arranged = { mode: 'facing', firstPageAlone: true } as const;
    const pages = pagesOf(
      layOutScroll([{ sizes, isNotice: false }], { mode: 'width' }, { width: 1256, height: 800 }, arranged),
    );
    expect(new Set(pages.map((page) => page.width))).toEqual(new Set([600]));
    expect(pages.map((page) => page.left)).toEqual([632, 24, 632, 24]);
  });
});

describe('a zoom in preview', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 700 }) });

  it('puts the page under the pointer where it lies when it is drawn anew', () => {
    fc.assert(
      fc.property(
        documents,
        arrangement,
        point,
        fc.integer({ min: 30, max: 300 }),
        (docs, arranged, about, percent) => {
          const size = { width: 1000, height: 700 };
          const before = layOutScroll(docs, { mode: 'width' }, size, arranged, 100);
          const after = layOutScroll(docs, { mode: 'percent', percent }, size, arranged, 100);
          const at = { left: 0, top: Math.min(400, Math.max(0, before.height - size.height)), ...size };
          const row = rowAtPoint(before, at.left + about.x, at.top + about.y);
          const [old, now] = [before.rows[row], after.rows[row]];
          fc.pre(old?.kind === 'page' && now?.kind === 'page');
          if (old?.kind !== 'page' || now?.kind !== 'page') return;
          const { transform, factor } = previewTransform(before, after, at, about);
          const [x = 0, y = 0] = [...transform.matchAll(/(-?[\d.e-]+)px/g)].map((found) => Number(found[1]));
          const place = placeAfter(before, after, at, about);
          const left = Math.max(0, Math.min(after.width - size.width, place.left));
          const top = Math.max(0, Math.min(after.height - size.height, place.top));
          expect(old.left * factor + x - at.left).toBeCloseTo(now.left - left, 3);
          expect(old.top * factor + y - at.top).toBeCloseTo(now.top - top, 3);
        },
      ),
    );
  });
});
