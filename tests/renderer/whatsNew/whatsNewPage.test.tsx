import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { compareDocuments } from '../../../core/revisionDiff/compareDocuments.ts';
import type { DocumentNews } from '../../../core/revisionDiff/documentNews.ts';
import type { HolderNews, WhatsNew } from '../../../core/revisionDiff/whatsNew.ts';
import type { Comparisons } from '../../../renderer/features/whatsNew/comparisonState.ts';
import { newsCounts } from '../../../renderer/features/whatsNew/comparisonState.ts';
import { WhatsNewPage } from '../../../renderer/features/whatsNew/WhatsNewPage.tsx';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { testId } from '../../support/libraryBuilders.ts';

const version = (letter: string) => ({
  sha256: letter.repeat(64),
  pages: null,
  pageCount: 2,
  mediaType: 'application/pdf',
  size: 100,
});
const document = (n: number, changes: Partial<DocumentNews> = {}): DocumentNews => ({
  id: testId(n),
  title: `Handling ${n}`,
  change: 'replaced',
  previousTitle: null,
  elsewhere: null,
  before: version('a'),
  after: version('b'),
  wasRead: true,
  ...changes,
});
const holder = (n: number, changes: Partial<HolderNews> = {}): HolderNews => ({
  type: 'item',
  id: testId(100 + n),
  number: String(n),
  title: `Ärende ${n}`,
  change: 'changed',
  previousNumber: null,
  previousTitle: null,
  wasRead: true,
  proposedDecision: null,
  aspects: [],
  documents: [document(n)],
  ...changes,
});
const news = (holders: readonly HolderNews[], changes: Partial<WhatsNew> = {}): WhatsNew => ({
  meetingId: testId(1),
  since: { revision: 1, issued: '2026-11-20T09:00:00+01:00' },
  now: { revision: 2, issued: '2026-11-24T09:00:00+01:00' },
  isSeen: false,
  packNote: '',
  meeting: {
    start: '2026-12-02T13:00:00+01:00',
    place: 'Sal B',
    title: 'Kommunstyrelsen',
    movedFrom: null,
    cancelled: false,
    reinstated: false,
    previousTitle: null,
  },
  holders,
  itemCount: 14,
  ...changes,
});

const said = 'Planen godkänns och börjar gälla i oktober. Nästa mening är densamma.';
const layoutOnly = compareDocuments([said], [said.replace('och börjar', 'och\nbörjar')]);
const changed = compareDocuments([said], [said.replace('oktober', 'september')]);
const blank = compareDocuments([said], ['']);
const all: Comparisons = new Map([
  [testId(1), { status: 'done', comparison: changed }],
  [testId(2), { status: 'done', comparison: layoutOnly }],
  [testId(3), { status: 'done', comparison: blank }],
]);

function show(shown: WhatsNew | null, comparisons: Comparisons = all) {
  const asked: string[] = [];
  render(
    <MessagesProvider language="sv">
      <WhatsNewPage
        news={shown}
        comparisons={comparisons}
        actions={{
          onOpen: ({ id }) => asked.push(`open ${id}`),
          onShowPages: (id) => asked.push(`pages ${id}`),
          onCompare: (id) => asked.push(`compare ${id}`),
        }}
        onSeen={() => asked.push('seen')}
        onClose={() => asked.push('close')}
        onStop={() => asked.push('stop')}
      />
    </MessagesProvider>,
  );
  return asked;
}

const article = (name: string) => within(screen.getByRole('article', { name: new RegExp(name) }));

describe('what is new', () => {
  afterEach(cleanup);

  it('counts what really changed, and new printings of the same words apart', () => {
    const shown = news([
      holder(1),
      holder(2),
      holder(3, { wasRead: false }),
      holder(4, { change: 'new', documents: [] }),
    ]);
    expect(newsCounts(shown, all)).toMatchObject({ changed: 2, changedRead: 1, layoutOnly: 1, added: 1 });
    show(shown);
    expect(
      screen.getByText(
        '2 av 14 ärenden ändrade; ett av dem hade du läst. Ett nytt ärende. I ett ärende är bara layouten ändrad.',
      ),
    ).toBeTruthy();
  });

  it('says first that the meeting is cancelled or at another time', () => {
    const plain = news([]).meeting;
    show(
      news([], {
        meeting: {
          ...plain,
          cancelled: true,
          movedFrom: { start: '2026-12-02T08:30:00+01:00', place: 'Sal A' },
        },
      }),
    );
    expect(screen.getByText('Sammanträdet är inställt')).toBeTruthy();
    expect(screen.getByText(/^Ny tid eller plats: .*13\.00, Sal B$/)).toBeTruthy();
    expect(screen.getByText(/08\.30, Sal A/)).toBeTruthy();
  });

  it('shows a proposed decision word by word, with new and deleted clauses named', () => {
    show(
      news([
        holder(1, {
          proposedDecision: {
            before: ['Planen godkänns i oktober.', 'Paragrafen justeras.'],
            after: ['Planen godkänns i september.', 'Paragrafen justeras.', 'Nämnden återkommer.'],
          },
        }),
      ]),
    );
    const item = article('Ärende 1');
    expect(item.getAllByRole('deletion').map((each) => each.textContent)).toEqual(['oktober']);
    expect(item.getAllByRole('insertion').map((each) => each.textContent)).toEqual([
      'september',
      'Nämnden återkommer.',
    ]);
    expect(item.getByText(/Ny beslutspunkt/)).toBeTruthy();
  });

  it('shows the changes of a text when asked, and its pages beside each other', () => {
    const asked = show(news([holder(1)]));
    const item = article('Ärende 1');
    fireEvent.click(item.getByRole('button', { name: 'Visa ändringarna i texten' }));
    expect(item.getByText('september')).toBeTruthy();
    expect(item.getByText('1 oförändrad mening')).toBeTruthy();
    fireEvent.click(item.getByRole('button', { name: 'Visa sidorna bredvid varandra' }));
    expect(asked).toEqual([`pages ${testId(1)}`]);
  });

  it('tells what cannot be compared, and offers no changes of it', () => {
    show(news([holder(3)]));
    expect(screen.getByText('Kan inte jämföras: ingen text')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Visa ändringarna i texten' })).toBeNull();
  });

  it('tells of documents that came, went or moved, and items that were withdrawn', () => {
    show(
      news([
        holder(1, {
          documents: [
            document(5, { change: 'added', before: null }),
            document(6, { change: 'movedHere', before: null, elsewhere: { number: '9', title: 'Budget' } }),
            document(7, { change: 'withdrawn', after: null }),
          ],
        }),
        holder(2, { change: 'withdrawn', documents: [] }),
      ]),
    );
    for (const words of ['Ny handling', 'Flyttad hit från 9 Budget', 'Tillbakadragen', 'Utgått'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Öppna 2 Ärende 2' })).toBeNull();
  });

  it('tells how far comparing has come; it can be stopped, and begun again for one document', () => {
    const asked = show(
      news([holder(1), holder(2)]),
      new Map([
        [testId(1), { status: 'stopped' }],
        [testId(2), { status: 'comparing', share: 0.4 }],
      ]),
    );
    expect(screen.getByText('Jämförs: 40 %')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Avbryt jämförelsen' }));
    fireEvent.click(screen.getByRole('button', { name: 'Jämför' }));
    expect(asked).toEqual(['stop', `compare ${testId(1)}`]);
  });

  it('says so when there is one revision only, and when what is shown was seen', () => {
    show(null);
    expect(screen.getByText('Det finns bara en revidering av mötet här.')).toBeTruthy();
    cleanup();
    show(news([], { isSeen: true }));
    expect(screen.getByText(/Du har redan sett/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Jag har sett det nya' })).toBeNull();
  });
});
