import type { RosterMember, Uuid } from '../pack/manifest.ts';

/** What is needed of a roster to say who is called in. */
export interface CallInRoster {
  readonly members: readonly RosterMember[];
  readonly callIn: readonly { readonly party: string; readonly then: readonly string[] }[];
}

const sameParty = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('sv') === other.trim().toLocaleLowerCase('sv');

/**
 * The substitutes who may take a member's seat, in the order they are asked: those of the member's own party as the
 * roster lists them, then party by party as the body's call-in order says. Where that order was decided stands in the
 * roster's `source`. Whoever is in `unavailable` is passed over. Empty when no order is laid down for the party, and for
 * somebody who holds no seat.
 */
export function calledInFor(
  { members, callIn }: CallInRoster,
  memberId: Uuid,
  unavailable: ReadonlySet<Uuid>,
): readonly RosterMember[] {
  const member = members.find(({ id }) => id === memberId);
  if (member === undefined || member.role === 'substitute') return [];
  const order = callIn.find(({ party }) => sameParty(party, member.party));
  if (order === undefined) return [];
  const parties = [member.party, ...order.then.filter((party) => !sameParty(party, member.party))];
  return parties.flatMap((party) =>
    members.filter(
      ({ id, role, party: own }) => role === 'substitute' && sameParty(own, party) && !unavailable.has(id),
    ),
  );
}
