import type { AgendaEntry, BriefingEntry, DocumentEntry, MeetingView } from '../../../core/library/views.ts';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { sampleMeeting, testId } from '../../support/libraryBuilders.ts';

export const sampleDocument = (n: number, changes: Partial<DocumentEntry> = {}): DocumentEntry => ({
  id: testId(1000 + n),
  title: `Handling ${n}`,
  documentKind: 'officialReport',
  sha256: String(n).padStart(64, '0'),
  mediaType: 'application/pdf',
  size: 1000,
  pageCount: 4,
  pages: null,
  firstPackPage: n * 10 + 1,
  personalData: false,
  available: true,
  change: 'none',
  readState: 'unread',
  position: null,
  ...changes,
});

export const sampleItem = (n: number, changes: Partial<AgendaEntry> = {}): AgendaEntry => ({
  id: testId(500 + n),
  number: String(n),
  title: `Ärende ${n}`,
  itemKind: 'decision',
  registryNumber: `KS 2026/${100 + n}`,
  presenter: 'Ingrid Almlöf',
  minutes: 10,
  proposedDecision: ['Kommunstyrelsen beslutar att godkänna förslaget.'],
  documents: [sampleDocument(n)],
  children: [],
  sealed: null,
  change: 'none',
  previousNumber: null,
  readState: 'unread',
  pageCount: 4,
  firstPackPage: n * 10 + 1,
  ...changes,
});

export const sampleBriefing = (n: number, changes: Partial<BriefingEntry> = {}): BriefingEntry => ({
  id: testId(700 + n),
  unit: { id: testId(800 + n), name: `Enhet ${n}` },
  presenter: 'Tore Lindvik',
  series: 'annual',
  period: '2026',
  start: '2026-12-02T09:00:00+01:00',
  minutes: 30,
  sections: [
    {
      id: testId(900 + n),
      sectionKind: 'challenges',
      title: 'Utmaningar',
      points: [{ id: testId(9000 + n), text: 'Rekrytering av kockar', themes: ['kompetensförsörjning'] }],
    },
  ],
  keyFigures: [
    {
      id: testId(9100 + n),
      name: 'Folkmängd',
      unitOfMeasure: 'invånare',
      value: 13437,
      asOf: '2026-11-20',
      scope: null,
      source: 'Skatteverket',
      note: null,
      series: [
        { asOf: '2025-12-31', value: 13417 },
        { asOf: '2024-12-31', value: 13390 },
      ],
      baselines: [
        { label: 'Sedan 1 november', asOf: '2026-11-01', value: 13338, why: 'Avgör skatt och bidrag' },
      ],
    },
  ],
  commitments: [
    {
      id: testId(9200 + n),
      what: 'En plan vid årsskiftet',
      who: 'Enhetschefen',
      due: '2026-12-31',
      state: 'underWay',
      reported: null,
      evidence: null,
    },
  ],
  documents: [],
  sealed: null,
  change: 'none',
  readState: 'unread',
  ...changes,
});

export const sampleView = (changes: Partial<MeetingView> = {}): MeetingView => ({
  meeting: sampleMeeting(),
  webcast: null,
  returnBy: null,
  eraseAfter: null,
  agenda: [sampleItem(1), sampleItem(2), sampleItem(3, { documents: [], itemKind: 'information' })],
  briefings: [],
  lastPlace: null,
  ...changes,
});

/** A note on words of a document's page. */
export const sampleNote = (n: number, changes: Partial<Annotation> = {}): Annotation => ({
  id: testId(3000 + n),
  kind: 'highlight',
  noteClass: 'private',
  colour: 'yellow',
  text: '',
  createdAt: Date.UTC(2026, 10, 26, 8, n),
  modifiedAt: Date.UTC(2026, 10, 26, 8, n),
  conflictingTexts: [],
  target: {
    meeting: testId(1),
    source: { type: 'document', document: testId(1001), item: testId(501) },
    selectors: [
      {
        type: 'PageSelector',
        sha256: '1'.padStart(64, '0'),
        page: 2,
        quads: [[10, 700 - n, 90, 700 - n, 10, 690, 90, 690]],
      },
      { type: 'TextQuoteSelector', exact: `markerade ord ${n}`, prefix: '', suffix: '', normalisation: 1 },
    ],
  },
  ...changes,
});
