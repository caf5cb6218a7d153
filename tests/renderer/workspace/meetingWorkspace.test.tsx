import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleMeeting, testId } from '../../support/libraryBuilders.ts';
import { sampleBriefing, sampleDocument, sampleItem, sampleNote, sampleView } from './meetingBuilders.ts';
import { openWorkspace } from './openWorkspace.tsx';
import { readerSeen } from './ReaderStandIn.tsx';

vi.mock('../../../renderer/features/reader/Reader.tsx', () => import('./ReaderStandIn.tsx'));

const callsOf = (calls: readonly { name: string; args: unknown }[], name: string) =>
  calls.filter((call) => call.name === name).map((call) => call.args);
const row = (name: RegExp) => screen.getByRole('row', { name });
const key = (pressed: string, more: object = {}) =>
  fireEvent.keyDown(document.body, { key: pressed, ...more });

describe('the meeting workspace', () => {
  afterEach(cleanup);

  it('begins with the first item that has something to read', async () => {
    await openWorkspace();
    expect(screen.getByRole('heading', { level: 2, name: /Ärende 1/ })).toBeTruthy();
    expect(readerSeen.props?.documents.map((document) => document.title)).toEqual(['Handling 1']);
  });

  it('goes back to the item and document where the person was', async () => {
    const documents = [
      sampleDocument(2),
      sampleDocument(7, { position: { page: 3, offset: 0.5, zoom: { mode: 'width' } } }),
    ];
    await openWorkspace({
      view: sampleView({
        agenda: [sampleItem(1), sampleItem(2, { documents })],
        lastPlace: { itemId: testId(502), briefingId: null, documentId: testId(1007) },
      }),
    });
    expect(screen.getByRole('heading', { level: 2, name: /Ärende 2/ })).toBeTruthy();
    expect(readerSeen.props?.startDocumentId).toBe(testId(1007));
    expect(readerSeen.props?.documents[1]?.position?.page).toBe(3);
  });

  it('follows a document that a revision moved to another item', async () => {
    await openWorkspace({
      view: sampleView({ lastPlace: { itemId: testId(599), briefingId: null, documentId: testId(1002) } }),
    });
    expect(screen.getByRole('heading', { level: 2, name: /Ärende 2/ })).toBeTruthy();
    expect(readerSeen.props?.startDocumentId).toBe(testId(1002));
  });

  it('opens an item from the agenda and remembers the place', async () => {
    const { calls } = await openWorkspace();
    fireEvent.click(row(/^2\. Ärende 2/));
    await waitFor(() => expect(readerSeen.props?.documents[0]?.id).toBe(testId(1002)));
    expect(callsOf(calls, 'meeting.setPlace').at(-1)).toEqual({
      meetingId: testId(1),
      place: { itemId: testId(502), briefingId: null, documentId: testId(1002) },
    });
  });

  it('reports positions and keeps them when the item is opened again', async () => {
    const { calls } = await openWorkspace();
    const position = { page: 4, offset: 0.25, zoom: { mode: 'page' as const } };
    act(() => readerSeen.props?.onPosition(testId(1001), position));
    expect(callsOf(calls, 'meeting.setPosition')).toEqual([
      { meetingId: testId(1), documentId: testId(1001), position },
    ]);
    key('ArrowDown', { altKey: true });
    key('ArrowUp', { altKey: true });
    expect(readerSeen.props?.documents[0]?.position).toEqual(position);
  });

  it('marks a document as started and read, but never as less read than it was', async () => {
    const { calls } = await openWorkspace({
      view: sampleView({
        agenda: [sampleItem(1, { documents: [sampleDocument(1, { readState: 'read' }), sampleDocument(2)] })],
      }),
    });
    await act(async () => {
      readerSeen.props?.onRead(testId(1001), 'started');
      readerSeen.props?.onRead(testId(1002), 'started');
    });
    expect(callsOf(calls, 'meeting.setReadState')).toEqual([
      { meetingId: testId(1), documentId: testId(1002), readState: 'started' },
    ]);
  });

  it('draws a note on every page that its words reach over', async () => {
    const note = sampleNote(1);
    const [page] = note.target.selectors;
    if (page?.type !== 'PageSelector') throw new Error('the sample stands on a page');
    const selectors = [...note.target.selectors, { ...page, page: page.page + 1 }];
    await openWorkspace({ annotations: [{ ...note, target: { ...note.target, selectors } }] });
    await waitFor(() => expect(readerSeen.props?.marks.map(({ filePage }) => filePage)).toEqual([2, 3]));
  });

  it('goes to the words a note stands on, also in another item', async () => {
    await openWorkspace({
      annotations: [sampleNote(1)],
      view: sampleView({ lastPlace: { itemId: testId(502), briefingId: null, documentId: testId(1002) } }),
    });
    fireEvent.click(screen.getByRole('tab', { name: /Hela mötet/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Gå till .*markerade ord 1/ }));
    await waitFor(() =>
      expect(readerSeen.went).toEqual([['goTo', testId(1001), 2, [[10, 699, 90, 699, 10, 690, 90, 690]]]]),
    );
    expect(readerSeen.props?.documents[0]?.id).toBe(testId(1001));
  });

  it('never guesses a page for a note on a replaced document, but shows its words', async () => {
    const replaced = sampleItem(1, { documents: [sampleDocument(1, { sha256: 'f'.repeat(64) })] });
    await openWorkspace({ annotations: [sampleNote(1)], view: sampleView({ agenda: [replaced] }) });
    const card = screen.getByRole('article');
    expect(card.textContent).toContain('Gjord i en tidigare version');
    expect(card.textContent).toContain('markerade ord 1');
    expect(readerSeen.props?.marks).toEqual([]);
    fireEvent.click(within(card).getByRole('button', { name: /^Gå till/ }));
    expect(readerSeen.went).toEqual([]);
  });

  it('keeps notes whose item is gone in view', async () => {
    const orphan = sampleNote(1, {
      target: { meeting: testId(1), source: { type: 'item', item: testId(598) }, selectors: [] },
      kind: 'note',
      text: 'Jag ville fråga om hallen',
    });
    await openWorkspace({ annotations: [orphan] });
    fireEvent.click(screen.getByRole('tab', { name: /Hela mötet/ }));
    expect(screen.getByRole('heading', { level: 3, name: /Utan plats/ })).toBeTruthy();
    expect(screen.getByText('Jag ville fråga om hallen')).toBeTruthy();
  });

  it('goes to a page of the pack in another item', async () => {
    await openWorkspace();
    act(() => readerSeen.props?.onPackPageRequested(23));
    await waitFor(() => expect(readerSeen.went).toEqual([['goToPackPage', 23]]));
    expect(readerSeen.props?.documents[0]?.id).toBe(testId(1002));
  });

  it('says so when no open document has the page', async () => {
    await openWorkspace();
    act(() => readerSeen.props?.onPackPageRequested(9999));
    expect(screen.getByTestId('workspace-status').textContent).toBe(
      'Den sidan finns inte bland de öppna handlingarna',
    );
  });

  it('tells what is new until the person has seen it', async () => {
    const { calls } = await openWorkspace({
      view: sampleView({
        meeting: sampleMeeting({ changedItemCount: 3, changedReadItemCount: 2, newItemCount: 1 }),
      }),
    });
    const news = screen.getByRole('region', { name: 'Nytt sedan sist' });
    expect(news.textContent).toContain('3 av 14 ärenden ändrade, 2 av dem hade du läst. 1 nytt ärende.');
    expect(news.textContent).toContain('Punkt 7 kompletterad');
    fireEvent.click(within(news).getByRole('button', { name: 'Markera som sett' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Nytt sedan sist' })).toBeNull());
    expect(callsOf(calls, 'meeting.markSeen')).toHaveLength(1);
  });

  it('says on top that a meeting is cancelled, and when it was moved', async () => {
    await openWorkspace({ view: sampleView({ meeting: sampleMeeting({ state: 'cancelled' }) }) });
    expect(screen.getByText('Sammanträdet är inställt')).toBeTruthy();
    await openWorkspace({
      view: sampleView({
        meeting: sampleMeeting({ movedFrom: { start: '2026-12-01T18:30:00+01:00', place: 'Biblioteket' } }),
      }),
    });
    expect(screen.getByText('Tidigare: tisdag 1 december 2026 kl. 18.30, Biblioteket.')).toBeTruthy();
  });

  it('hides and shows the side panes by key and keeps that', async () => {
    const { calls } = await openWorkspace();
    key('F7');
    expect(screen.queryByRole('treegrid')).toBeNull();
    key('b', { ctrlKey: true, altKey: true });
    expect(screen.queryByRole('region', { name: 'Anteckningar' })).toBeNull();
    expect(callsOf(calls, 'app.setLayout').at(-1)).toMatchObject({
      layout: { agendaShown: false, notesShown: false },
    });
    key('F7');
    expect(screen.getByRole('treegrid')).toBeTruthy();
  });

  it('leaves AltGr to writing', async () => {
    await openWorkspace();
    const press = new KeyboardEvent('keydown', {
      key: 'b',
      ctrlKey: true,
      altKey: true,
      modifierAltGraph: true,
      bubbles: true,
    });
    act(() => void document.body.dispatchEvent(press));
    expect(screen.getByRole('region', { name: 'Anteckningar' })).toBeTruthy();
  });

  it('goes from pane to pane with F6', async () => {
    await openWorkspace();
    // A focus that the test before gave back a frame too late would be where this one starts.
    await act(() => new Promise((resolve) => setTimeout(resolve, 60)));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    key('F6');
    expect(screen.getByRole('region', { name: 'Föredragningslista' }).contains(document.activeElement)).toBe(
      true,
    );
    key('F6');
    expect(document.activeElement?.id).toBe('reader-stand-in');
    key('F6');
    expect(screen.getByRole('region', { name: 'Anteckningar' }).contains(document.activeElement)).toBe(true);
    key('F6', { shiftKey: true });
    expect(document.activeElement?.id).toBe('reader-stand-in');
  });

  it('makes notes on the item and on the meeting', async () => {
    const { notes } = await openWorkspace();
    const noteHere = (text: string): void => {
      key('n', { ctrlKey: true, altKey: true });
      const area = screen.getByRole('textbox', { name: /^Text i/ });
      fireEvent.change(area, { target: { value: text } });
      fireEvent.keyDown(area, { key: 'Escape' });
    };
    noteHere('Om ärendet');
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
    fireEvent.click(row(/^Om sammanträdet/));
    noteHere('Om mötet');
    await waitFor(() => expect(notes.annotations).toHaveLength(2));
    expect(notes.annotations.map((note) => note.target.source)).toEqual([
      { type: 'item', item: testId(501) },
      { type: 'meeting' },
    ]);
  });

  it('makes notes on the points and figures of a briefing and shows them there', async () => {
    const { notes } = await openWorkspace({
      view: sampleView({ agenda: [], briefings: [sampleBriefing(1)] }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till vid Rekrytering av kockar' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Överstrykning, blå' }));
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
    expect(notes.annotations[0]?.target).toMatchObject({
      source: { type: 'point', briefing: testId(701), point: testId(9001) },
      selectors: [{ type: 'TextQuoteSelector', exact: 'Rekrytering av kockar' }],
    });
    await waitFor(() => expect(document.querySelector('mark')?.dataset['colour']).toBe('blue'));
    expect(screen.getByRole('button', { name: 'Visa Överstrykning, blå' })).toBeTruthy();
  });

  it('carries the menu’s zoom commands out in the reader', async () => {
    const { emit } = await openWorkspace();
    act(() => emit('app.menuCommand', { command: 'zoomIn' }));
    expect(readerSeen.went).toEqual([['zoom', 'in']]);
  });

  it('stores what is written before it goes back to the library', async () => {
    const { notes, closed } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    fireEvent.change(screen.getByRole('textbox', { name: /^Text i/ }), { target: { value: 'Hem' } });
    fireEvent.click(screen.getByRole('button', { name: 'Till sammanträdena' }));
    expect(closed()).toBe(1);
    await waitFor(() => expect(notes.annotations[0]?.text).toBe('Hem'));
  });
});
