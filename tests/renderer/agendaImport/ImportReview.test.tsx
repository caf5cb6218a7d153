// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportProposal, ProposedDocument, ProposedItem } from '../../../core/agendaImport/proposal.ts';
import { ImportReview } from '../../../renderer/features/agendaImport/ImportReview.tsx';
import { sampleFile } from '../../support/draftBuilders.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';

const file = sampleFile('allt.pdf', { pageCount: 6 });

const part = (title: string, from: number, to: number, certainty: number): ProposedDocument => ({
  id: title,
  title,
  documentKind: 'attachment',
  file: file.sha256,
  pages: { from, to },
  certainty,
  because: 'heading',
});

const item = (title: string, documents: ProposedDocument[]): ProposedItem => ({
  id: title,
  number: null,
  title,
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents,
  level: 0,
});

const proposal: ImportProposal = {
  items: [item('Budget', [part('Rapport', 1, 2, 0.95), part('Tabell', 3, 3, 0.4)]), item('Taxa', [])],
  unplaced: [part('Karta', 4, 6, 0)],
  files: [file],
  leftOut: [
    { name: 'spel.exe', why: 'unknownKind' },
    { name: '.DS_Store', why: 'hidden' },
  ],
  meeting: { title: null, bodyName: 'Kulturnämnden', start: null, place: 'Stora salen' },
  convertedPlainly: false,
};

/** jsdom lays nothing out: no page ever comes into view. */
class NothingInView implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
}
vi.stubGlobal('IntersectionObserver', NothingInView);

const onAccept = vi.fn<(accepted: ImportProposal) => void>();
const onCancel = vi.fn<() => void>();
beforeEach(() => {
  onAccept.mockReset();
  onCancel.mockReset();
});

const never = { picture: new Promise<null>(() => undefined), cancel: () => undefined };
const { documents: _documents, ...existing } = item('Upprop', []);

const open = () =>
  renderWithMessages(
    <ImportReview
      draftId="draft"
      proposal={proposal}
      items={[{ ...existing, number: '1' }]}
      pages={{ draw: () => never }}
      onAccept={onAccept}
      onCancel={onCancel}
    />,
  );

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const accepted = (): ImportProposal | undefined => {
  press('Ta med i utkastet');
  return onAccept.mock.calls[0]?.[0];
};

describe('the review of an import', () => {
  it('counts what there is, says how certain in words, and puts what found no item on top', () => {
    open();
    expect(screen.getByRole('status').textContent).toBe(
      '2 ärenden, 3 handlingar · 1 att kontrollera · 1 utan ärende',
    );
    expect(within(region('Budget')).getByText('Säker')).toBeDefined();
    expect(within(region('Budget')).getByText('Kontrollera')).toBeDefined();
    expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))[0]).toBe(
      'Handlingar utan ärende',
    );
  });

  it('tells which files were left out and what the summons said, but not of hidden files', () => {
    open();
    expect(screen.getByText('1 fil togs inte med')).toBeDefined();
    expect(screen.getByText('spel.exe')).toBeDefined();
    expect(screen.queryByText('.DS_Store')).toBeNull();
    expect(screen.getByText('Kulturnämnden · Stora salen')).toBeDefined();
  });

  it('moves a document to another item by its menu, and takes it back', () => {
    open();
    press('Flytta Karta till ett annat ärende');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Taxa' }));
    expect(within(region('Taxa')).getByDisplayValue('Karta')).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Handlingar utan ärende' })).toBeNull();
    press('Ångra');
    expect(within(region('Handlingar utan ärende')).getByDisplayValue('Karta')).toBeDefined();
  });

  it('puts a document into an item that the draft has already', () => {
    open();
    press('Flytta Karta till ett annat ärende');
    fireEvent.click(screen.getByRole('menuitem', { name: '1 Upprop (i utkastet)' }));
    expect(accepted()?.items.map(({ id, documents }) => [id, documents.length])).toEqual([
      ['Budget', 2],
      ['Taxa', 0],
      ['Upprop', 1],
    ]);
  });

  it('gives items and documents other titles', () => {
    open();
    const title = screen.getByRole('textbox', { name: 'Rubrik på ärendet Taxa' });
    fireEvent.change(title, { target: { value: 'Taxa  för vatten ' } });
    fireEvent.blur(title);
    const document = screen.getByRole('textbox', { name: 'Handlingens namn: Rapport' });
    fireEvent.change(document, { target: { value: '' } });
    fireEvent.blur(document);
    const now = accepted();
    expect(now?.items[1]?.title).toBe('Taxa för vatten');
    expect(now?.items[0]?.documents[0]?.title).toBe('Rapport');
  });

  it('asks before changes are thrown away', () => {
    open();
    press('Tabell ligger rätt');
    press('Avbryt');
    expect(onCancel).not.toHaveBeenCalled();
    press('Avbryt importen');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('cancels at once when nothing was changed', () => {
    open();
    press('Avbryt');
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('the pages of a merged file', () => {
  const openPages = (): void => {
    open();
    fireEvent.click(screen.getByRole('tab', { name: 'Sidor i allt.pdf' }));
  };
  const ranges = (): (string | undefined)[] =>
    accepted() === undefined
      ? []
      : [
          ...(onAccept.mock.calls[0]?.[0].unplaced ?? []),
          ...(onAccept.mock.calls[0]?.[0].items ?? []).flatMap(({ documents }) => documents),
        ]
          .map(({ pages }) => `${pages?.from}-${pages?.to}`)
          .toSorted();

  it('show where documents begin, and a press cuts or joins', () => {
    openPages();
    expect(screen.getByRole('button', { name: 'Dela efter sidan 2' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    press('Dela efter sidan 5');
    press('Dela efter sidan 2');
    expect(ranges()).toEqual(['1-3', '4-5', '6-6']);
  });

  it('have one cut place in the tab order, and arrows go to the next', () => {
    openPages();
    const first = screen.getByRole('button', { name: 'Dela efter sidan 1' });
    expect(
      screen.getAllByRole('button', { name: /^Dela efter/ }).filter(({ tabIndex }) => tabIndex === 0),
    ).toEqual([first]);
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Dela efter sidan 2' }));
  });

  it('move a cut by Alt and an arrow, or by typing a page', () => {
    openPages();
    const cut = screen.getByRole('button', { name: 'Dela efter sidan 3' });
    fireEvent.keyDown(cut, { key: 'ArrowRight', altKey: true });
    const last = screen.getByRole('textbox', { name: 'Sista sidan av Rapport' });
    fireEvent.change(last, { target: { value: '1' } });
    fireEvent.blur(last);
    expect(ranges()).toEqual(['1-1', '2-4', '5-6']);
  });
});
