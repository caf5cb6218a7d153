import { describe, expect, it } from 'vitest';
import type { ImportedPack } from '../../../core/library/applyImport.ts';
import type { LibraryData } from '../../../core/library/libraryData.ts';
import { libraryView } from '../../../core/library/libraryView.ts';
import * as memory from '../../../core/library/meetingMemory.ts';
import { withPlace } from '../../../core/library/meetingMemory.ts';
import { meetingView } from '../../../core/library/meetingView.ts';
import { withPosition, withReadState } from '../../../core/library/readStates.ts';
import { openDocuments } from '../../../core/library/meetingEntry.ts';
import { testId } from '../../support/testManifest.ts';
import type { ItemSpec } from '../../support/testManifest.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';
import { importAll, noon, sceneContext, scenePack } from './libraryScene.ts';

const meetingId = testId('meeting', 1);
const agenda: readonly ItemSpec[] = [
  { id: testId('item', 11), number: '1', title: 'Upprop', itemKind: 'formality' },
  {
    id: testId('item', 12),
    number: '2',
    title: 'Detaljplan',
    documents: [
      { id: testId('document', 21), title: 'Tjänsteskrivelse', pageCount: 3 },
      { id: testId('document', 22), title: 'Karta', pageCount: 2 },
    ],
  },
  {
    id: testId('item', 13),
    number: '3',
    title: 'Budget',
    documents: [{ id: testId('document', 23), title: 'Budget', pageCount: 5 }],
  },
];
const first = scenePack({ agenda });

function show(data: LibraryData, packs: readonly ImportedPack[], lacking: readonly string[] = []) {
  const view = meetingView(data, sceneContext(packs, lacking), meetingId);
  if (view === null) throw new Error('the meeting is not there');
  return view;
}

function shown(data: LibraryData): memory.SeenRevision {
  const revision = memory.shownRevision(data, meetingId);
  if (revision === null) throw new Error('the meeting is not there');
  return revision;
}
const openMeeting = (data: LibraryData, at: number) => memory.openMeeting(data, meetingId, shown(data), at);
const markSeen = (data: LibraryData) => memory.markSeen(data, meetingId, shown(data));

const document = (pack: ImportedPack, id: string) => {
  const found = openDocuments(pack.manifest).find((each) => each.id === id);
  if (found === undefined) throw new Error('no such document');
  return found;
};

describe('a meeting that was just taken in', () => {
  const view = show(importAll([first]), [first]);

  it('has the pack pages of its documents', () => {
    expect(view.agenda.flatMap((item) => item.documents.map((each) => each.firstPackPage))).toEqual([
      1, 4, 6,
    ]);
    expect(view.agenda.map((item) => [item.firstPackPage, item.pageCount])).toEqual([
      [null, 0],
      [1, 5],
      [6, 5],
    ]);
  });

  it('is unread and has nothing new', () => {
    expect(view.meeting).toMatchObject({
      unreadDocumentCount: 3,
      newItemCount: 0,
      changedItemCount: 0,
      itemCount: 3,
      decisionItemCount: 2,
      pageCount: 10,
    });
    expect(view.agenda.map((item) => item.readState)).toEqual(['read', 'unread', 'unread']);
  });

  it('names who has a conflict of interest in an item, as its roster does', () => {
    const [alva, gone] = [testId('person', 1), testId('person', 2)];
    const members = [{ id: alva, name: 'Alva Ödmark', party: 'S', role: 'member' as const }];
    const body = { id: testId('body', 1), name: 'KS', roster: { members, callIn: [], source: null } };
    const conflicts = [
      { person: alva, policy: 'warn' as const },
      { person: gone, policy: 'warn' as const },
    ];
    const pack = scenePack({
      agenda: [{ title: 'Avtal', conflicts }, { title: 'Budget' }],
      meeting: { body },
    });
    const [agreement, budget] = show(importAll([pack]), [pack]).agenda;
    expect(agreement?.conflicts).toEqual([
      { person: alva, policy: 'warn', name: 'Alva Ödmark (S)' },
      { person: gone, policy: 'warn', name: null },
    ]);
    expect(budget?.conflicts).toBeUndefined();
  });

  it('is null when its manifest cannot be read or it is unknown', () => {
    expect(meetingView(importAll([first]), sceneContext([]), meetingId)).toBeNull();
    expect(meetingView(importAll([first]), sceneContext([first]), testId('meeting', 9))).toBeNull();
  });
});

describe('a new revision', () => {
  const second = scenePack({
    pack: { revision: 2, previous: first.manifestSha256 },
    meeting: { start: '2026-12-02T13:00:00+01:00' },
    agenda: [
      { ...agenda[0] },
      {
        ...agenda[1],
        documents: [
          {
            id: testId('document', 21),
            title: 'Tjänsteskrivelse',
            pageCount: 2,
            bytes: tinyPdf('omskriven', 'sida två'),
          },
          { id: testId('document', 22), title: 'Karta', pageCount: 2 },
        ],
      },
      { id: testId('item', 14), number: '3', title: 'Ny punkt', documents: [{ id: testId('document', 24) }] },
      { ...agenda[2], number: '4' },
    ],
  });

  /** Opened, read and left on page 3 before the revision came. */
  function readFirst(): LibraryData {
    const opened = openMeeting(importAll([first]), noon);
    const read = ['21', '22', '23'].reduce(
      (data, number) => withReadState(data, document(first, testId('document', Number(number))), 'read'),
      opened,
    );
    const position = { page: 3, offset: 0.5, zoom: { mode: 'width' } as const };
    return withPosition(read, testId('document', 21), position);
  }
  const data = importAll([second], readFirst());
  const view = show(data, [first, second]);

  it('marks what is new and changed since the revision last seen', () => {
    expect(view.agenda.map((item) => item.change)).toEqual(['none', 'changed', 'new', 'none']);
    expect(view.agenda.map((item) => item.previousNumber)).toEqual([null, null, null, '3']);
    expect(view.meeting).toMatchObject({ newItemCount: 1, changedItemCount: 1, changedReadItemCount: 1 });
  });

  it('tells where the meeting was moved from', () => {
    expect(view.meeting.movedFrom).toEqual({
      start: '2026-12-01T13:00:00+01:00',
      place: 'Kommunhuset, Storsalen',
    });
  });

  it('makes only the replaced document unread', () => {
    const states = view.agenda.flatMap((item) => item.documents.map((each) => [each.title, each.readState]));
    expect(states).toEqual([
      ['Tjänsteskrivelse', 'unread'],
      ['Karta', 'read'],
      ['Handling 3', 'unread'],
      ['Budget', 'read'],
    ]);
  });

  it('keeps the place in a replaced document, inside its new length', () => {
    const [replaced] = view.agenda[1]?.documents ?? [];
    expect(replaced?.position).toEqual({ page: 2, offset: 0, zoom: { mode: 'width' } });
  });

  it('keeps its marks when the meeting is opened, until they are seen', () => {
    const opened = openMeeting(data, noon + 1);
    expect(show(opened, [first, second]).meeting.newItemCount).toBe(1);
    expect(show(markSeen(opened), [first, second]).meeting).toMatchObject({
      newItemCount: 0,
      changedItemCount: 0,
      movedFrom: null,
    });
  });

  it('is new to someone who opened the one before, although the opening is written down only now', () => {
    const before = importAll([first]);
    const late = memory.openMeeting(importAll([second], before), meetingId, shown(before), noon);
    expect(show(late, [first, second]).meeting.newItemCount).toBe(1);
  });

  it('shows no marks to someone who never opened the meeting', () => {
    const fresh = show(importAll([first, second]), [first, second]);
    expect(fresh.agenda.every((item) => item.change === 'none')).toBe(true);
  });

  it('counts an item that was read before as such even after its new content was read', () => {
    for (const state of ['started', 'read'] as const) {
      const looked = withReadState(data, document(second, testId('document', 21)), state);
      expect(show(looked, [first, second]).meeting.changedReadItemCount).toBe(1);
    }
  });
});

describe('a supplement without its base', () => {
  const base = scenePack({ agenda });
  const supplement = scenePack({
    agenda,
    pack: { revision: 2, supplementTo: { revision: 1, manifest: base.manifestSha256 } },
  });
  const lacking = base.manifest.files.slice(0, 2).map((file) => file.sha256);

  it('is shown, and names the documents and the revision that are missing', () => {
    const view = show(importAll([supplement]), [supplement], lacking);
    expect(view.meeting).toMatchObject({ missingDocumentCount: 2, needsRevision: 1 });
    expect(view.agenda.flatMap((item) => item.documents.map((each) => each.available))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('asks for the first revision of a chain that is not here', () => {
    const third = scenePack({
      agenda,
      pack: { revision: 3, supplementTo: { revision: 2, manifest: supplement.manifestSha256 } },
    });
    expect(show(importAll([third]), [third], lacking).meeting.needsRevision).toBe(2);
    expect(show(importAll([third, supplement]), [third, supplement], lacking).meeting.needsRevision).toBe(1);
  });

  it('needs nothing when all documents are here', () => {
    expect(show(importAll([supplement]), [supplement]).meeting.needsRevision).toBeNull();
  });
});

describe('the library view', () => {
  it('lists one entry a meeting, of the pack issued last', () => {
    const again = scenePack({
      agenda,
      pack: { id: testId('pack', 2), issued: '2026-11-25T09:30:00+01:00', note: 'byggt om' },
    });
    const packs = [again, first];
    const view = libraryView(importAll(packs), sceneContext(packs), new Map());
    expect(view.meetings.map((meeting) => meeting.packNote)).toEqual(['byggt om']);
  });

  it('says that a meeting is cancelled', () => {
    const cancelled = scenePack({ meeting: { state: 'cancelled' } });
    const view = libraryView(importAll([cancelled]), sceneContext([cancelled]), new Map());
    expect(view.meetings[0]?.state).toBe('cancelled');
  });

  it('remembers the place last shown', () => {
    const place = { itemId: testId('item', 12), briefingId: null, documentId: testId('document', 22) };
    expect(show(withPlace(importAll([first]), meetingId, place), [first]).lastPlace).toEqual(place);
  });
});
