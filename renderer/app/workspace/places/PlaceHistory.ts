import type { ReadingPlace } from '../../../../core/library/views.ts';
import type { SideName } from '../workspaceState.ts';

/** Where a person was: what was open on which side, and where in its document. */
export interface Visit {
  readonly side: SideName;
  readonly place: ReadingPlace;
  readonly position: {
    readonly documentId: string;
    readonly page: number;
    /** Share of the page above the upper edge, 0–1. */
    readonly offset: number;
  } | null;
}

const keptVisits = 200;

/** Places visited, for going back and forward. A place is remembered when one jumps away from it; scrolling is no jump. */
export class PlaceHistory {
  #back: Visit[] = [];
  #forward: Visit[] = [];

  canGoBack(): boolean {
    return this.#back.length > 0;
  }

  canGoForward(): boolean {
    return this.#forward.length > 0;
  }

  /** One jumps away from here; what lay ahead is forgotten. */
  leave(here: Visit): void {
    const last = this.#back.at(-1);
    this.#forward = [];
    if (last && isSameSpot(last, here)) return;
    this.#back.push(here);
    if (this.#back.length > keptVisits) this.#back.shift();
  }

  /** The place before this one; null when there is none. Those that are no more, or are here, are passed over. */
  back(here: Visit, isThere: (visit: Visit) => boolean): Visit | null {
    return step(this.#back, this.#forward, here, isThere);
  }

  /** The place that one went back from; null when there is none. */
  forward(here: Visit, isThere: (visit: Visit) => boolean): Visit | null {
    return step(this.#forward, this.#back, here, isThere);
  }
}

function step(from: Visit[], to: Visit[], here: Visit, isThere: (visit: Visit) => boolean): Visit | null {
  for (let visit = from.pop(); visit; visit = from.pop()) {
    if (!isThere(visit) || isSameSpot(visit, here)) continue;
    to.push(here);
    return visit;
  }
  return null;
}

/** Less than a tenth of a page apart is no other place. */
function isSameSpot(one: Visit, other: Visit): boolean {
  const isSameOwner =
    one.place.itemId === other.place.itemId && one.place.briefingId === other.place.briefingId;
  if (one.side !== other.side || !isSameOwner) return false;
  const [a, b] = [one.position, other.position];
  if (a === null || b === null) return a === b && one.place.documentId === other.place.documentId;
  return a.documentId === b.documentId && Math.abs(a.page + a.offset - b.page - b.offset) < 0.1;
}
