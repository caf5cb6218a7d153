import type { Draft, DraftDocument, DraftItem } from '../../../core/draft/draft.ts';
import type { DraftBodyEntry } from '../../../core/draft/draftViews.ts';
import { renumbered } from '../../../core/draft/numbering.ts';
import { sampleDraftFile } from '../../support/fakeDrafts.ts';
import { testId } from '../../support/libraryBuilders.ts';

export const sampleItem = (number: number, title: string, changes: Partial<DraftItem> = {}): DraftItem => ({
  id: testId(number),
  number: null,
  numberFixed: false,
  title,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents: [],
  conflicts: [],
  seal: null,
  extensions: {},
  children: [],
  ...changes,
});

export const sampleDocument = (
  number: number,
  title: string,
  changes: Partial<DraftDocument> = {},
): DraftDocument => ({
  id: testId(number),
  title,
  documentKind: 'attachment',
  file: sampleDraftFile(number).sha256,
  pages: null,
  personalData: false,
  withOriginal: false,
  extensions: {},
  ...changes,
});

export const sampleBody: DraftBodyEntry = {
  body: {
    id: testId(900),
    name: 'Kommunstyrelsen',
    roster: {
      members: [
        { id: testId(901), name: 'Maja Lind', party: 'C', role: 'chair' },
        { id: testId(902), name: 'Olle Ek', party: 'S', role: 'member' },
        { id: testId(903), name: 'Nils Dahl', party: 'C', role: 'substitute' },
      ],
      callIn: [],
      source: null,
    },
  },
  settings: {
    municipality: 'Granvik',
    office: 'Kommunledningskontoret',
    place: 'Stora salen',
    startTime: '13:00',
    summonsDays: 6,
    summonsSource: 'Reglemente 12 §',
    numbering: { style: 'section', first: 1 },
    conflictPolicy: 'hide',
  },
  templates: [],
};

export function sampleDraft(changes: Partial<Draft> = {}): Draft {
  const items = changes.items ?? [
    sampleItem(1, 'Val av justerare', { itemKind: 'formality' }),
    sampleItem(2, 'Budget 2027', { minutes: 20, proposedDecision: ['Budgeten antas.'] }),
    sampleItem(3, 'Detaljplan', { documents: [sampleDocument(31, 'Tjänsteskrivelse')], minutes: 10 }),
  ];
  const numbering = changes.numbering ?? { style: 'number', first: 1 };
  return {
    id: testId(800),
    created: 0,
    changed: 0,
    packId: testId(801),
    issuer: { municipality: 'Granvik', office: 'Kommunledningskontoret' },
    meeting: {
      id: testId(802),
      kind: 'meeting',
      state: 'scheduled',
      title: 'Kommunstyrelsens sammanträde',
      body: sampleBody.body,
      start: '2026-12-09T13:00:00+01:00',
      end: null,
      place: 'Stora salen',
      webcast: null,
      summonsDeadline: '2026-12-03',
      deadlineSource: 'Reglemente 12 §',
    },
    briefings: [],
    files: [sampleDraftFile(31)],
    base: null,
    note: '',
    returnBy: null,
    eraseAfter: null,
    acceptedWarnings: [],
    ...changes,
    numbering,
    items: renumbered(items, numbering),
  };
}
