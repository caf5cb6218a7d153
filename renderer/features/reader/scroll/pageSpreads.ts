import type { PageMode } from '../../../../core/settings/settings.ts';

/** How the pages of a document stand. */
export interface PageArrangement {
  readonly mode: PageMode;
  /** In `facing`: page 1 stands alone on the right, as a cover does. */
  readonly firstPageAlone: boolean;
}

export const oneBelowTheOther: PageArrangement = { mode: 'continuous', firstPageAlone: true };

/** Pages beside each other, as indices from 0; null where a place in a pair stays empty. One or two places. */
export type Spread = readonly (number | null)[];

/** Every page once, in order. */
export function spreadsOf(pageCount: number, { mode, firstPageAlone }: PageArrangement): readonly Spread[] {
  if (mode !== 'facing') return Array.from({ length: pageCount }, (_, page) => [page]);
  const spreads: Spread[] = [];
  const begins = firstPageAlone ? -1 : 0;
  for (let left = begins; left < pageCount; left += 2) {
    spreads.push([left < 0 ? null : left, left + 1 < pageCount ? left + 1 : null]);
  }
  return spreads;
}
