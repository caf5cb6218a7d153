import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtEnd, stepTarget } from '../../../renderer/features/reader/pageModes/screenSteps.ts';
import { layOutScroll } from '../../../renderer/features/reader/scroll/scrollLayout.ts';
import { restingPlace } from '../../../renderer/features/reader/scroll/viewPlaces.ts';

const size = { width: 800, height: 600 };
const pages = (count: number) => Array.from({ length: count }, () => ({ width: 600, height: 800 }));
const twoDocuments = [
  { sizes: pages(2), isNotice: false },
  { sizes: pages(2), isNotice: false },
];
const single = { mode: 'single', firstPageAlone: false } as const;
const at = (top: number) => ({ left: 0, top, ...size });

describe('going on by key', () => {
  it('moves a view further with a little in common, and ends at the end', () => {
    const layout = layOutScroll(twoDocuments, { mode: 'width' }, size);
    expect(stepTarget(layout, at(0), 1, 'screen', false)).toBe(552);
    const end = layout.height - size.height;
    expect(stepTarget(layout, at(end - 10), 1, 'screen', false)).toBe(end);
    expect(stepTarget(layout, at(end), 1, 'screen', false)).toBeNull();
    expect(stepTarget(layout, at(0), -1, 'screen', false)).toBeNull();
    expect(isAtEnd(layout, at(end))).toBe(true);
    expect(isAtEnd(layout, at(end - 10))).toBe(false);
  });

  it('shows every page from its top to its end, one after another, and comes back the same way', () => {
    const zooms = fc.constantFrom({ mode: 'page' } as const, { mode: 'width' } as const);
    fc.assert(
      fc.property(zooms, fc.integer({ min: 300, max: 900 }), (zoom, height) => {
        const layout = layOutScroll(twoDocuments, zoom, { width: 800, height }, single);
        const walk = (from: number, step: 1 | -1): number[] => {
          const bands = new Set<number>();
          for (let top: number | null = from, n = 0; top !== null && n < 100; n++) {
            const view = { left: 0, top, width: 800, height };
            const middle = layout.bands.findIndex((band) => band.bottom > view.top + height / 2);
            bands.add(middle);
            const rest = restingPlace(layout, view, 0, 'single').top;
            expect(Math.abs(rest - top)).toBeLessThanOrEqual(1);
            top = stepTarget(layout, view, step, 'screen', true);
          }
          return [...bands];
        };
        const pageBands = [
          ...new Set(layout.rows.filter((row) => row.kind === 'page').map((row) => row.band)),
        ];
        const first = layout.bands[1]?.top ?? 0;
        expect(walk(first, 1)).toEqual(pageBands);
        const last = layout.bands.at(-1);
        const end = Math.max(last?.top ?? 0, layout.height - height);
        expect(walk(end, -1)).toEqual(pageBands.toReversed());
      }),
    );
  });
});
