import type { ImportOutcome, IssuerFact, LibraryNotice, MeetingEntry } from '../../core/library/views.ts';

/** A fixed id: builders must give the same library each time. */
export const testId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const sampleIssuer = (changes: Partial<IssuerFact> = {}): IssuerFact => ({
  municipality: 'Granåsa kommun',
  office: 'Kommunkansliet',
  keyState: 'known',
  words: ['lingon', 'brygga', 'norrsken', 'tegel', 'vante', 'ekorre'],
  key: 'RWQgranasa0000000000000000000000000000000000000000000000',
  confirmedAt: Date.UTC(2026, 1, 3, 9, 12),
  ...changes,
});

export const sampleMeeting = (changes: Partial<MeetingEntry> = {}): MeetingEntry => ({
  meetingId: testId(1),
  packId: testId(101),
  kind: 'meeting',
  state: 'scheduled',
  title: 'Kommunstyrelsens sammanträde',
  bodyId: testId(201),
  bodyName: 'Kommunstyrelsen',
  municipality: 'Granåsa kommun',
  start: '2026-12-02T13:00:00+01:00',
  end: null,
  place: 'Sessionssalen, kommunhuset',
  revision: 2,
  issued: '2026-11-24T09:30:00+01:00',
  packNote: 'Punkt 7 kompletterad',
  itemCount: 14,
  decisionItemCount: 9,
  briefingCount: 0,
  pageCount: 412,
  documentCount: 31,
  unreadDocumentCount: 19,
  noteCount: 12,
  newItemCount: 0,
  changedItemCount: 0,
  changedReadItemCount: 0,
  movedFrom: null,
  issuer: sampleIssuer(),
  missingDocumentCount: 0,
  needsRevision: null,
  lastOpenedAt: Date.UTC(2026, 10, 25, 18, 0),
  ...changes,
});

export const sampleNotice = (changes: Partial<LibraryNotice> = {}): LibraryNotice => ({
  id: 'notice-1',
  severity: 'info',
  at: Date.UTC(2026, 10, 26, 8, 0),
  kind: 'imported',
  meetingId: testId(1),
  meetingTitle: 'Kommunstyrelsens sammanträde',
  file: 'ks-2026-12-02.beredd',
  detail: {},
  error: null,
  ...changes,
});

type TakenIn = Exclude<ImportOutcome['result'], { kind: 'refused' }>;

export const sampleOutcome = (
  changes: Partial<TakenIn> = {},
  file = 'ks-2026-12-02.beredd',
): ImportOutcome => ({
  file,
  result: {
    kind: 'added',
    meetingId: testId(1),
    title: 'Kommunstyrelsens sammanträde',
    revision: 1,
    issuer: sampleIssuer(),
    damagedDocuments: [],
    ...changes,
  },
});
