import type { Instant, Uuid } from '../pack/manifest.ts';

/** One revision of a pack for one person: when it was sent, and when the person has told that they opened it. */
export interface RevisionOfPerson {
  readonly revision: number;
  /** Null: nobody has noted that it was sent. */
  readonly sent: Instant | null;
  readonly opened: Instant | null;
}

/** How it stands with the newest revision for one person. */
export type DeliveryStanding = 'confirmed' | 'notSent' | 'waiting' | 'overdue';

const dayMs = 24 * 60 * 60 * 1000;
/** Nobody is reminded before. */
const patienceMs = 3 * dayMs;

/**
 * Whether the person has confirmed the newest revision. Overdue is one that was sent three days ago, or at all when the
 * meeting begins within a day. `now` in milliseconds since 1970.
 */
export function deliveryStanding(
  revisions: readonly RevisionOfPerson[],
  start: Instant,
  now: number,
): DeliveryStanding {
  const newest = revisions.at(-1);
  if (newest === undefined) return 'notSent';
  if (newest.opened !== null) return 'confirmed';
  if (newest.sent === null) return 'notSent';
  const isLate = now >= Date.parse(newest.sent) + patienceMs || now >= Date.parse(start) - dayMs;
  return isLate ? 'overdue' : 'waiting';
}

/** That a revision was sent to somebody. */
export interface Delivery {
  readonly pack: Uuid;
  readonly revision: number;
  readonly member: Uuid;
  readonly sent: Instant;
}

/** Notes for these people that the revision was sent at `sent`, in place of what was noted; null takes the note away. */
export function withDelivered(
  deliveries: readonly Delivery[],
  { pack, revision, members }: { pack: Uuid; revision: number; members: readonly Uuid[] },
  sent: Instant | null,
): Delivery[] {
  const others = deliveries.filter(
    (each) => each.pack !== pack || each.revision !== revision || !members.includes(each.member),
  );
  return sent === null ? others : [...others, ...members.map((member) => ({ pack, revision, member, sent }))];
}
