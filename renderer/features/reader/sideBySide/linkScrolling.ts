import type { LinkableScroll } from '../readerTypes.ts';

/** Places closer than this are the same: what was asked for and where the browser put it differ by fractions of a pixel. */
const same = 0.01;

/** Scrolls two readers together: the distance between them stays what it is now. Returns what lets them go. */
export function linkScrolling(one: LinkableScroll, other: LinkableScroll): () => void {
  const distance = other.place() - one.place();
  // Where each was put by the other: its own telling of that is no movement of the person's.
  const put = new Map<LinkableScroll, number>();

  const follow = (from: LinkableScroll, to: LinkableScroll, by: number) => (): void => {
    const place = from.place();
    const expected = put.get(from);
    put.delete(from);
    if (expected !== undefined && Math.abs(expected - place) < same) return;
    to.moveTo(place + by);
    put.set(to, to.place());
  };
  const stops = [one.onScroll(follow(one, other, distance)), other.onScroll(follow(other, one, -distance))];
  return () => {
    for (const stop of stops) stop();
  };
}
