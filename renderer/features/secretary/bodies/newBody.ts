import type { DraftBodyEntry } from '../../../../core/draft/draftViews.ts';

/** A body of which only the name is known. Its rules are its own: nothing is filled in that they would have to say. */
export const newBody = (name: string, like: DraftBodyEntry | null): DraftBodyEntry => ({
  body: { id: crypto.randomUUID(), name, roster: null },
  settings: {
    municipality: like?.settings.municipality ?? '',
    office: like?.settings.office ?? '',
    place: null,
    startTime: null,
    summonsDays: null,
    summonsSource: null,
    numbering: like?.settings.numbering ?? { style: 'section', first: 1 },
    conflictPolicy: 'warn',
  },
  templates: [],
});

export type Roster = NonNullable<DraftBodyEntry['body']['roster']>;

export const rosterOfEntry = (entry: DraftBodyEntry): Roster =>
  entry.body.roster ?? { members: [], callIn: [], source: null };

/** Parties of the roster's members, in the order they first stand. */
export const partiesOf = ({ members }: Roster): readonly string[] => [
  ...new Set(members.map(({ party }) => party.trim()).filter((party) => party !== '')),
];
