import type { AgendaEntry, MeetingView } from '../../../core/library/views.ts';
import { sampleMeeting } from '../../support/libraryBuilders.ts';
import { testId } from '../../support/testManifest.ts';

const entry = (n: number, changes: Partial<AgendaEntry>): AgendaEntry => ({
  id: testId('item', n),
  number: String(n),
  title: `Ärende ${n}`,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents: [],
  children: [],
  sealed: null,
  change: 'none',
  previousNumber: null,
  readState: 'unread',
  pageCount: 0,
  firstPackPage: null,
  ...changes,
});

/** A meeting of two items without documents. */
export const sampleMeetingView = (): MeetingView => ({
  meeting: sampleMeeting({ meetingId: testId('meeting', 1) }),
  webcast: null,
  returnBy: null,
  eraseAfter: null,
  agenda: [
    entry(1, { title: 'Detaljplan', proposedDecision: ['Planen antas.'] }),
    entry(2, { title: 'Budget' }),
  ],
  briefings: [],
  lastPlace: null,
});
