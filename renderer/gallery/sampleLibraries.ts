import type { LibraryView, MeetingEntry } from '../../core/library/views.ts';
import { sampleLibraryView } from '../../tests/support/fakeClient.ts';
import { sampleIssuer, sampleMeeting, sampleNotice, testId } from '../../tests/support/libraryBuilders.ts';

/** Dates follow today, so that the gallery always shows what is ahead and what is over. */
const inDays = (days: number, time = '13:00'): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}:00+01:00`;

const council = { bodyId: testId(202), bodyName: 'Kommunfullmäktige' };
const school = { bodyId: testId(203), bodyName: 'Barn- och utbildningsnämnden' };

const operationsDay = sampleMeeting({
  meetingId: testId(2),
  kind: 'operationsDay',
  title: 'Kommunstyrelsens verksamhetsdag',
  start: inDays(12, '08:30'),
  place: 'Folkets hus, stora salen',
  itemCount: 0,
  decisionItemCount: 0,
  briefingCount: 9,
  pageCount: 38,
  documentCount: 9,
  unreadDocumentCount: 9,
  noteCount: 0,
  revision: 1,
  lastOpenedAt: null,
});

const fullMeetings: readonly MeetingEntry[] = [
  sampleMeeting({
    start: inDays(5),
    changedItemCount: 3,
    changedReadItemCount: 2,
    newItemCount: 1,
  }),
  operationsDay,
  sampleMeeting({
    meetingId: testId(3),
    ...school,
    title: 'Barn- och utbildningsnämndens sammanträde',
    start: inDays(8, '09:00'),
    movedFrom: { start: inDays(6, '09:00'), place: 'Kommunhuset, rum 214' },
    place: 'Granåsaskolan, matsalen',
    missingDocumentCount: 3,
    needsRevision: 1,
    revision: 2,
    noteCount: 0,
    issuer: sampleIssuer({
      office: 'Nämndkansliet',
      keyState: 'notConfirmed',
      confirmedAt: null,
      key: 'RWskola',
    }),
  }),
  sampleMeeting({
    meetingId: testId(4),
    ...council,
    title: 'Kommunfullmäktiges sammanträde',
    state: 'cancelled',
    start: inDays(19, '18:00'),
    noteCount: 1,
  }),
  ...[-24, -52, -81].map((days, place) =>
    sampleMeeting({
      meetingId: testId(20 + place),
      start: inDays(days),
      unreadDocumentCount: place === 0 ? 0 : 4,
      noteCount: 22 - place * 7,
      revision: 3 - place,
      ...(place === 1 ? council : {}),
      title: place === 1 ? 'Kommunfullmäktiges sammanträde' : 'Kommunstyrelsens sammanträde',
    }),
  ),
  ...[-390, -420, -800].map((days, place) =>
    sampleMeeting({ meetingId: testId(30 + place), start: inDays(days), unreadDocumentCount: 0 }),
  ),
];

const folders = [
  {
    id: testId(301),
    path: '/home/maja/OneDrive/Granåsa kommun/Kallelser',
    state: 'watching',
    packCount: 12,
    lastSeenAt: Date.now() - 400_000,
  },
  { id: testId(302), path: '/media/usb/Nämnden', state: 'gone', packCount: 3, lastSeenAt: Date.now() - 9e8 },
] as const;

export const fullLibrary: LibraryView = sampleLibraryView({
  meetings: fullMeetings,
  watchedFolders: folders,
});

export const noticedLibrary: LibraryView = sampleLibraryView({
  meetings: fullMeetings,
  notices: [
    sampleNotice({ id: 'n1' }),
    sampleNotice({ id: 'n2', kind: 'fork', severity: 'alarm', detail: { revision: 2 } }),
    sampleNotice({
      id: 'n3',
      kind: 'refused',
      severity: 'problem',
      meetingId: null,
      error: { code: 'packSignature', file: 'kallelse-redigerad.beredd' },
    }),
    sampleNotice({ id: 'n4', kind: 'gap', detail: { from: 2, to: 3 } }),
    sampleNotice({ id: 'n5', kind: 'foreignKey', severity: 'alarm' }),
  ],
});

const long = 'Samhällsbyggnads-, krisberedskaps- och landsbygdsutvecklingsnämndens ';
export const overlongLibrary: LibraryView = sampleLibraryView({
  meetings: [
    sampleMeeting({
      start: inDays(0, '23:30'),
      title: `${long}extrainsatta och framflyttade sammanträde om översiktsplanens antagandehandlingar i sin helhet`,
      bodyName: `${long}arbetsutskott för detaljplanefrågor`,
      municipality: 'Södra Granåsa-Bergslagens kommunalförbund',
      place: 'Sessionssalen, tredje våningen, ingång C från gårdssidan, Gamla tingshuset, Stora Nygatan 114',
      itemCount: 1287,
      decisionItemCount: 1130,
      pageCount: 104_233,
      documentCount: 9000,
      noteCount: 50_000,
      changedItemCount: 1200,
      changedReadItemCount: 1,
      movedFrom: { start: inDays(2), place: 'Sessionssalen' },
      issuer: sampleIssuer({ office: `${long}kansli`, keyState: 'changed', confirmedAt: null }),
    }),
  ],
});
