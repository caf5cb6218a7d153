import type { ImportOutcome, IssuerFact, MeetingEntry } from '../../../core/library/views.ts';

export type TakenIn = Exclude<ImportOutcome['result'], { kind: 'refused' }>;

export const takenIn = (outcome: ImportOutcome): TakenIn | null =>
  outcome.result.kind === 'refused' ? null : outcome.result;

/** What the person stopped needs no telling. */
export const worthTelling = (outcomes: readonly ImportOutcome[]): readonly ImportOutcome[] =>
  outcomes.filter(({ result }) => result.kind !== 'refused' || result.error.code !== 'cancelled');

/** A list is shown when there is more than one good thing to say; that one is said by a toast. */
export function needsList(outcomes: readonly ImportOutcome[]): boolean {
  if (outcomes.length !== 1) return outcomes.length > 1;
  const [only] = outcomes.map(takenIn);
  return !only || only.kind === 'keptApart' || only.damagedDocuments.length > 0;
}

/**
 * The issuers whose six words the person is asked to compare: first contact only. Somebody whose packs were already
 * here has been asked about before, whatever the answer was.
 */
export function firstContacts(
  outcomes: readonly ImportOutcome[],
  meetings: readonly MeetingEntry[],
): readonly IssuerFact[] {
  const added = outcomes.flatMap((outcome) => {
    const result = takenIn(outcome);
    return result?.kind === 'added' ? [result] : [];
  });
  const addedMeetings = new Set(added.map((result) => result.meetingId));
  const metBefore = new Set(
    meetings.filter((meeting) => !addedMeetings.has(meeting.meetingId)).map((meeting) => meeting.issuer.key),
  );
  const contacts = new Map<string, IssuerFact>();
  for (const { issuer } of added) {
    // Where the list itself says no there is nothing to compare.
    const isOpen = issuer.keyState !== 'known' && issuer.doubt === undefined;
    if (isOpen && !metBefore.has(issuer.key)) contacts.set(issuer.key, issuer);
  }
  return [...contacts.values()];
}
