import type { DraftMeeting } from '../../../../core/draft/draft.ts';

export type RosterPerson = NonNullable<DraftMeeting['body']['roster']>['members'][number];

/** The people of the meeting's body, in the order of its roster. */
export const rosterOf = (meeting: DraftMeeting): readonly RosterPerson[] =>
  meeting.body.roster?.members ?? [];

/** "Maja Lind (C)"; the bare name for whoever has no party. */
export const personName = ({ name, party }: Pick<RosterPerson, 'name' | 'party'>): string =>
  party.trim() === '' ? name : `${name} (${party})`;
