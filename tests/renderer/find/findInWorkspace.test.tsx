import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Found } from '../../../core/find/found.ts';
import type { OpenedWorkspace } from '../workspace/openWorkspace.tsx';
import { openWorkspace } from '../workspace/openWorkspace.tsx';
import { sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';
import { readerSeen } from '../workspace/ReaderStandIn.tsx';
import { testId } from '../../support/libraryBuilders.ts';

vi.mock('../../../renderer/features/reader/Reader.tsx', () => import('../workspace/ReaderStandIn.tsx'));

const view = sampleView({
  agenda: [
    sampleItem(1, { documents: [sampleDocument(1, { title: 'Karta' }), sampleDocument(2)] }),
    sampleItem(2, { title: 'Detaljplan för Kyrkbyn', documents: [sampleDocument(4)] }),
  ],
});
let opened: OpenedWorkspace;
const key = (pressed: string, more: object = {}, target: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(target, { key: pressed, ...more });
const field = () => screen.getByRole('textbox', { name: 'Sök' });
const searches = () =>
  opened.calls.flatMap(({ name, args }) => {
    const asked = args as { search: string; words: { words: string } | null } | undefined;
    return name === 'find.start' && asked?.words ? [asked] : [];
  });

async function write(words: string): Promise<void> {
  const before = searches().length;
  // What was looked for last stands there still.
  fireEvent.change(field(), { target: { value: '' } });
  fireEvent.change(field(), { target: { value: words } });
  await waitFor(() => expect(searches().length).toBeGreaterThan(before));
}

function tell(hits: readonly (readonly number[])[], changes: Partial<Found> = {}): void {
  act(() =>
    opened.emit('find.found', {
      search: searches().at(-1)?.search ?? '',
      isFirst: true,
      hits: Uint32Array.from(hits.flat()),
      documents: [],
      pagesRead: 12,
      pagesTotal: 12,
      isDone: true,
      isCut: false,
      ...changes,
    }),
  );
}

beforeEach(async () => {
  opened = await openWorkspace({ view });
  screen.getByRole('document').focus();
  key('f', { ctrlKey: true });
});

describe('finding words in a meeting', () => {
  test('Ctrl+F puts the keyboard in the field, Escape puts it back where it was', () => {
    expect(document.activeElement).toBe(field());
    key('Escape');
    expect(screen.queryByRole('textbox', { name: 'Sök' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('document'));
  });

  test('hits are counted and listed under item and document, and the reader marks them', async () => {
    await write('detaljplan');
    tell([
      [0, 2, 10, 20],
      [2, 1, 0, 10],
    ]);
    expect(screen.getByText('1 av 3')).toBeTruthy();
    const list = screen.getByRole('list', { name: 'Träffar på ”detaljplan”' });
    expect(
      within(list)
        .getAllByRole('heading')
        .map((heading) => heading.textContent),
    ).toEqual(['1 Ärende 1', 'Karta', '2 Detaljplan för Kyrkbyn', 'Handling 4']);
    expect(
      within(list)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual([
      expect.stringContaining('s. 2'),
      'Detaljplan för KyrkbynRubrik ',
      expect.stringContaining('s. 1'),
    ]);
    expect(readerSeen.props?.found?.hitsOn(testId(1001), 2)).toEqual([{ start: 10, end: 20 }]);
    expect(readerSeen.went).toEqual([['goToWords', testId(1001), 2, { start: 10, end: 20 }]]);
  });

  test('Enter in the field and F3 anywhere go on, F3 with shift goes back', async () => {
    await write('detaljplan');
    tell([
      [0, 2, 10, 20],
      [1, 4, 0, 10],
    ]);
    key('Enter');
    expect(screen.getByText('2 av 3')).toBeTruthy();
    key('F3', {}, document.body);
    expect(screen.getByText('3 av 3')).toBeTruthy();
    key('F3', { shiftKey: true }, document.body);
    expect(screen.getByText('2 av 3')).toBeTruthy();
    expect(readerSeen.went.at(-1)).toEqual(['goToWords', testId(1002), 4, { start: 0, end: 10 }]);
  });

  test('arrows go through the list, Enter goes to the hit in another item', async () => {
    await write('detaljplan');
    tell([
      [0, 2, 10, 20],
      [2, 3, 0, 10],
    ]);
    key('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-current')).toBe('true');
    key('End');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('s. 3'));
    fireEvent.click(document.activeElement ?? document.body);
    await waitFor(() => expect(screen.getByRole('document').textContent).toBe('Handling 4'));
    await waitFor(() =>
      expect(readerSeen.went.at(-1)).toEqual(['goToWords', testId(1004), 3, { start: 0, end: 10 }]),
    );
  });

  test('nothing found is said, with a way to look further', async () => {
    fireEvent.click(screen.getByRole('radio', { name: 'Ärendet' }));
    await write('zzz');
    tell([]);
    expect(screen.getByText('Inga träffar', { selector: 'h2' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Sök i hela mötet' }));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Hela mötet' }).checked).toBe(true),
    );
  });

  test('documents without text and pages that cannot be read are named', async () => {
    await write('detaljplan');
    const report = { pageCount: 4, pagesWithoutText: 0, pagesUnread: [], error: null };
    tell([], {
      documents: [
        { ...report, index: 0, pagesWithoutText: 4 },
        { ...report, index: 1, pagesUnread: [2, 3] },
      ],
    });
    expect(screen.getByText('1 handling saknar text')).toBeTruthy();
    expect(screen.getByText('Handling 2: sidorna 2, 3 gick inte att läsa')).toBeTruthy();
  });

  test('the notes come back in place of the list, and the list again', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Visa anteckningarna i stället' }));
    expect(screen.getByRole('heading', { name: 'Anteckningar' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Visa träfflistan' }));
    expect(screen.getByRole('heading', { name: 'Träffar' })).toBeTruthy();
  });
});
