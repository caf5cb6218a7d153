import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { quadToView } from '../../../../core/pdf/pageGeometry.ts';
import type { PercentBox } from '../page/percentBox.ts';
import { percentQuad, shownSize } from '../page/percentBox.ts';
import type { ReaderMark } from '../readerTypes.ts';

export interface MarginPlace {
  readonly mark: ReaderMark;
  /** Height on the page, as CSS. */
  readonly top: string;
  /** Icons at the same height stand beside each other, counted from the page's edge. */
  readonly lane: number;
  /** The first marked words. */
  readonly over: PercentBox | null;
}

/** Icons closer than this share of the page's height would lie over each other. */
const iconShare = 0.028;

/** Where each note's button stands, in the order in which one reads the page. Notes on the whole page come first. */
export function marginPlaces(marks: readonly ReaderMark[], geometry: PageGeometry | null): MarginPlace[] {
  const placed = marks
    .map((mark) => ({ mark, share: shareDown(mark, geometry) }))
    .toSorted((a, b) => a.share - b.share);
  const icons: { share: number; lane: number }[] = [];
  return placed.map(({ mark, share }) => {
    const isIcon = mark.kind === 'note' || mark.kind === 'question';
    const taken = icons.filter((icon) => share - icon.share < iconShare).map((icon) => icon.lane);
    let lane = 0;
    while (isIcon && taken.includes(lane)) lane++;
    if (isIcon) icons.push({ share, lane });
    const [quad] = mark.quads;
    return {
      mark,
      lane,
      top: `${share * 100}%`,
      over: quad && geometry ? percentQuad(geometry, quad) : null,
    };
  });
}

function shareDown(mark: ReaderMark, geometry: PageGeometry | null): number {
  const [quad] = mark.quads;
  const view = quad && geometry ? quadToView(geometry, quad) : null;
  // A note on the whole page stands below the page's own buttons.
  return view && geometry ? view.top / shownSize(geometry).height : mark.kind === 'bookmark' ? 0 : 0.05;
}
