import type { LinkableScroll } from '../readerTypes.ts';

/** Places closer than this are the same: what was asked for and where the browser put it differ by fractions of a pixel. */
const same = 0.01;

/** Which place of the one belongs to which of the other. */
export interface LinkedPlaces {
  readonly ofOther: (placeOfOne: number) => number;
  readonly ofOne: (placeOfOther: number) => number;
}

/** The distance between them stays what it is now. */
function sameDistance(one: LinkableScroll, other: LinkableScroll): LinkedPlaces {
  const distance = other.place() - one.place();
  return { ofOther: (place) => place + distance, ofOne: (place) => place - distance };
}

/**
 * Scrolls two readers together, as far from each other as they are now when nothing else is asked for. `leads` tells
 * whether the person moves that one now: what is moved otherwise takes the other nowhere. Returns what lets them go.
 */
export function linkScrolling(
  one: LinkableScroll,
  other: LinkableScroll,
  places: LinkedPlaces = sameDistance(one, other),
  leads: (which: 'one' | 'other') => boolean = () => true,
): () => void {
  // Where each was put by the other: its own telling of that is no movement of the person's.
  const put = new Map<LinkableScroll, number>();

  const follow =
    (which: 'one' | 'other', from: LinkableScroll, to: LinkableScroll, placeOf: (place: number) => number) =>
    (): void => {
      const place = from.place();
      const expected = put.get(from);
      put.delete(from);
      if (expected !== undefined && Math.abs(expected - place) < same) return;
      if (!leads(which)) return;
      to.moveTo(placeOf(place));
      put.set(to, to.place());
    };
  const stops = [
    one.onScroll(follow('one', one, other, places.ofOther)),
    other.onScroll(follow('other', other, one, places.ofOne)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
