import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import { AgendaPane } from '../../../renderer/features/agenda/AgendaPane.tsx';
import { ItemPage } from '../../../renderer/features/agenda/ItemPage.tsx';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { testId } from '../../support/libraryBuilders.ts';
import { addMissingBrowserParts } from '../workspace/browserParts.ts';
import { sampleBriefing, sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';

const atItem = (n: number): ReadingPlace => ({ itemId: testId(500 + n), briefingId: null, documentId: null });
let opened: ReadingPlace[] = [];

function show(view: MeetingView, place: ReadingPlace = atItem(1)): void {
  render(
    <MessagesProvider language="sv">
      <AgendaPane
        view={view}
        place={place}
        noteCounts={new Map([[testId(501), 2]])}
        onOpen={(to) => opened.push(to)}
      />
    </MessagesProvider>,
  );
}
const rowNames = (): (string | null)[] =>
  screen.getAllByRole('row').map((row) => row.getAttribute('aria-label'));

describe('the agenda', () => {
  beforeEach(() => {
    addMissingBrowserParts();
    opened = [];
  });
  afterEach(cleanup);

  it('says everything that a row shows in one sentence for screen readers', () => {
    show(
      sampleView({ agenda: [sampleItem(1, { change: 'moved', previousNumber: '6', readState: 'started' })] }),
    );
    expect(rowNames()).toContain(
      '1. Ärende 1. Beslut. Diarienummer KS 2026/101. Föredragande Ingrid Almlöf. Börjar 13.00. 10 min. Flyttad från 6. Påbörjad. 2 anteckningar',
    );
  });

  it('shows the documents of the item that is open, with their pages in the pack', () => {
    show(sampleView());
    expect(rowNames()).toContain('Handling 1. Tjänsteskrivelse. s. 11–14. Oläst');
    expect(rowNames().some((name) => name?.startsWith('Handling 2'))).toBe(false);
  });

  it('unfolds and folds the documents of all items', () => {
    show(sampleView());
    fireEvent.click(screen.getByRole('button', { name: 'Visa alla handlingar i listan' }));
    expect(rowNames().some((name) => name?.startsWith('Handling 2'))).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Dölj handlingarna i listan' }));
    expect(rowNames().some((name) => name?.startsWith('Handling 2'))).toBe(false);
  });

  it('names what is new, changed and moved', () => {
    show(
      sampleView({
        agenda: [
          sampleItem(1, { change: 'new' }),
          sampleItem(2, { change: 'changed' }),
          sampleItem(3, { change: 'moved', previousNumber: '9' }),
        ],
      }),
    );
    const badges = [...document.querySelectorAll('.agenda-row__badges')].map((badge) => badge.textContent);
    expect(badges).toEqual(['Ny', 'Ändrad', 'Flyttad från 9']);
  });

  it('adds the planned minutes up to clock times and stops where a time is missing', () => {
    show(
      sampleView({
        agenda: [sampleItem(1, { minutes: 25 }), sampleItem(2, { minutes: null }), sampleItem(3)],
      }),
    );
    const times = [...document.querySelectorAll('.agenda-row--item .agenda-row__meta')].map(
      (meta) => meta.textContent,
    );
    expect(times[0]).toContain('13.00');
    expect(times[1]).toContain('13.25');
    expect(times[2]).not.toMatch(/\d\d\.\d\d/);
    expect(screen.getByText('3 ärenden · 35 min')).toBeTruthy();
  });

  it.each([
    ['Beslut 1', ['Ärende 1']],
    ['Olästa 2', ['Ärende 1', 'Ärende 2']],
    ['Ändrade 1', ['Ärende 2']],
  ])('filters by %s', (choice, titles) => {
    show(
      sampleView({
        agenda: [
          sampleItem(1),
          sampleItem(2, {
            itemKind: 'information',
            proposedDecision: [],
            documents: [sampleDocument(2, { change: 'changed' })],
          }),
          sampleItem(3, {
            itemKind: 'information',
            proposedDecision: [],
            documents: [
              sampleDocument(3, { readState: 'read' }),
              sampleDocument(4, { readState: 'started' }),
            ],
          }),
        ],
      }),
    );
    fireEvent.click(screen.getByRole('radio', { name: choice }));
    const shown = [...document.querySelectorAll('.agenda-row--item .agenda-row__title')].map(
      (title) => title.textContent,
    );
    expect(shown).toEqual(titles);
  });

  it('keeps an item in view when only one of its parts matches the filter', () => {
    const part = sampleItem(2, { change: 'new' });
    show(sampleView({ agenda: [sampleItem(1, { children: [part] }), sampleItem(3)] }));
    fireEvent.click(screen.getByRole('radio', { name: 'Ändrade 1' }));
    const shown = [...document.querySelectorAll('.agenda-row--item .agenda-row__title')].map(
      (title) => title.textContent,
    );
    expect(shown).toEqual(['Ärende 1', 'Ärende 2']);
  });

  it('opens an item or document with Enter after arrows', async () => {
    show(sampleView());
    const first = screen.getByRole('row', { name: /^1\. Ärende 1/ });
    fireEvent.focus(first);
    first.focus();
    fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Handling 1');
    fireEvent.keyDown(document.activeElement ?? first, { key: 'Enter' });
    fireEvent.keyUp(document.activeElement ?? first, { key: 'Enter' });
    await waitFor(() => expect(opened).toEqual([{ ...atItem(1), documentId: testId(1001) }]));
  });

  it('goes to an item by its number', () => {
    const agenda = [...Array(12).keys()].map((n) => sampleItem(n + 1, { documents: [] }));
    show(sampleView({ agenda }));
    const first = screen.getByRole('row', { name: /^1\. Ärende 1\./ });
    first.focus();
    fireEvent.keyDown(first, { key: '1' });
    fireEvent.keyDown(document.activeElement ?? first, { key: '2' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^12\. Ärende 12/);
  });

  it('lists unit briefings with their times and presenters', () => {
    show(sampleView({ agenda: [], briefings: [sampleBriefing(1)] }), {
      itemId: null,
      briefingId: testId(701),
      documentId: null,
    });
    expect(rowNames()).toContain('Enhet 1. Föredragande Tore Lindvik. Börjar 09.00. 30 min');
    expect(screen.getByText('1 verksamhetsgenomgång · 30 min')).toBeTruthy();
  });

  it('shows a sealed item by its public title and legal ground only', () => {
    const sealed = sampleItem(6, {
      title: 'Sekretessärende',
      itemKind: null,
      documents: [],
      proposedDecision: [],
      sealed: { slug: '0123456789abcdef', reason: 'secrecy', ground: 'OSL 26 kap. 1 §', pageCount: 12 },
    });
    render(
      <MessagesProvider language="sv">
        <ItemPage entry={sealed} clock={null} actions={null} />
      </MessagesProvider>,
    );
    const page = within(screen.getByRole('article'));
    expect(page.getByText('Sekretess enligt OSL 26 kap. 1 §')).toBeTruthy();
    expect(page.getByText(/öppnas bara för den som har rätt/)).toBeTruthy();
    expect(page.queryByText(/inga handlingar/)).toBeNull();
  });

  it('gives an item without documents its proposed decision as numbered points', () => {
    const item = sampleItem(3, {
      documents: [],
      proposedDecision: ['Att godkänna.', 'Att justera omedelbart.'],
    });
    render(
      <MessagesProvider language="sv">
        <ItemPage entry={item} clock={null} actions={null} />
      </MessagesProvider>,
    );
    const points = within(screen.getByRole('region', { name: 'Förslag till beslut' })).getAllByRole(
      'listitem',
    );
    expect(points.map((point) => point.textContent)).toEqual(['1Att godkänna.', '2Att justera omedelbart.']);
    expect(screen.getByText('Det finns inga handlingar till den här punkten.')).toBeTruthy();
  });
});
