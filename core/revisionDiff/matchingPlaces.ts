/** The same words before and after: page, 1-based, plus the share of the page's text above them. */
export interface MatchingPlace {
  readonly before: number;
  readonly after: number;
}

/** Nearer to each other than this share of a page they say nothing more. */
const leastApart = 0.1;

/** Places that rise on both sides, thinned out. */
export function risingPlaces(places: readonly MatchingPlace[]): readonly MatchingPlace[] {
  const found: MatchingPlace[] = [];
  for (const place of places) {
    const last = found.at(-1);
    const isApart =
      last === undefined ||
      (place.before - last.before >= leastApart && place.after - last.after >= leastApart);
    if (isApart) found.push(place);
  }
  return found;
}

/**
 * Where in the other revision one is at a place of this one, for scrolling both together: between two places that match,
 * as far along; outside of them, as far away. Never falls while `place` rises. Without places that match it is the same
 * place.
 */
export function placeBeside(
  places: readonly MatchingPlace[],
  side: 'before' | 'after',
  place: number,
): number {
  const other = side === 'before' ? 'after' : 'before';
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[side] ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  const [above, below] = [places[low - 1], places[low]];
  if (above === undefined) return below === undefined ? place : place + below[other] - below[side];
  if (below === undefined) return place + above[other] - above[side];
  const along = (place - above[side]) / (below[side] - above[side]);
  return above[other] + along * (below[other] - above[other]);
}
