import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openReader, pause } from './openReader.tsx';
import { readerDocument, readerMark } from './readerBuilders.ts';

describe('marks', () => {
  it('can be told apart without seeing their colour, and opened by keyboard', async () => {
    const document = readerDocument();
    const marks = [
      readerMark(document, { id: 'h', colour: 'pink', text: 'Viktigt' }),
      readerMark(document, { id: 'n', kind: 'note', colour: null, text: 'Fråga  ordföranden\nom detta' }),
      readerMark(document, { id: 'b', kind: 'bookmark', colour: null, quads: [] }),
    ];
    const { onMarkActivated } = await openReader({ documents: [document], marks, activeMarkId: 'h' });
    expect(
      screen.getByRole('button', { name: 'Överstrykning i rosa: Viktigt' }).getAttribute('aria-current'),
    ).toBe('true');
    expect(screen.getByRole('button', { name: 'Bokmärke' })).toBeInstanceOf(HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Anteckning: Fråga ordföranden om detta' }));
    expect(onMarkActivated).toHaveBeenCalledExactlyOnceWith('n');
  });

  it('are not drawn on another version of the file', async () => {
    const document = readerDocument();
    await openReader({ documents: [document], marks: [readerMark(document, { sha256: 'f'.repeat(64) })] });
    expect(screen.queryByRole('button', { name: /Överstrykning/ })).toBeNull();
  });

  it('are made on a whole page: bookmark, note, question', async () => {
    const document = readerDocument({ pages: { from: 5, to: 7 } });
    const { onMark } = await openReader({ documents: [document] });
    const page = screen.getByRole('group', { name: /^Sida 1 av 3/ });
    for (const name of [
      'Sätt bokmärke på sida 1',
      'Skriv en anteckning om sida 1',
      'Skriv en fråga om sida 1',
    ])
      fireEvent.click(within(page).getByRole('button', { name }));
    expect(onMark.mock.calls.map(([request]) => request.kind)).toEqual(['bookmark', 'note', 'question']);
    expect(onMark.mock.calls[0]?.[0]).toEqual({
      kind: 'bookmark',
      colour: null,
      documentId: document.id,
      itemId: 'i1',
      briefingId: null,
      quote: '',
      page: 1,
      // The page of the file: the document begins on its fifth.
      selectors: [{ type: 'PageSelector', sha256: document.sha256, page: 5, quads: [] }],
    });
  });
});

describe('selecting by keyboard', () => {
  const press = (key: string, more: object = {}): Promise<void> => {
    fireEvent.keyDown(screen.getByRole('region', { name: 'Handlingar' }), { key, ...more });
    return pause(30);
  };

  it('puts the toolbar away when one goes on outside the reader, as to a search', async () => {
    await openReader();
    await press('ArrowRight', { shiftKey: true, ctrlKey: true });
    await press('ArrowRight', { shiftKey: true, ctrlKey: true });
    expect(screen.getByRole('button', { name: 'Stryk över med gult' })).toBeTruthy();
    const field = document.body.appendChild(document.createElement('input'));
    act(() => field.focus());
    expect(screen.queryByRole('button', { name: 'Stryk över med gult' })).toBeNull();
    field.remove();
  });

  it('marks words, reaches the toolbar by Tab and closes it by Escape', async () => {
    const { onMark, documents } = await openReader();
    await press('ArrowRight', { shiftKey: true, ctrlKey: true });
    await press('ArrowRight', { shiftKey: true, ctrlKey: true });
    await press('Tab');
    const yellow = screen.getByRole('button', { name: 'Stryk över med gult' });
    expect(document.activeElement).toBe(yellow);
    fireEvent.keyDown(yellow, { key: 'Escape' });
    expect(screen.queryByRole('button', { name: 'Stryk över med gult' })).toBeNull();
    await press('Tab');
    fireEvent.click(screen.getByRole('button', { name: 'Stryk över med blått' }));
    await pause(50);
    expect(onMark).toHaveBeenCalledOnce();
    expect(onMark.mock.calls[0]?.[0]).toMatchObject({
      kind: 'highlight',
      colour: 'blue',
      documentId: documents[0]?.id,
      page: 1,
      quote: 'Sida 1',
      selectors: [
        { type: 'PageSelector', page: 1, quads: [expect.any(Array)] },
        {
          type: 'TextQuoteSelector',
          exact: 'Sida 1',
          prefix: '',
          suffix: ' av handlingen Nämnden beslutar ',
        },
        { type: 'TextPositionSelector', start: 0, end: 6 },
      ],
    });
    expect(screen.queryByRole('button', { name: 'Stryk över med gult' })).toBeNull();
  });

  it('selects the page with ctrl+A and goes on to the next page with shift', async () => {
    const { onMark } = await openReader();
    await press('a', { ctrlKey: true });
    await press('ArrowRight', { shiftKey: true, ctrlKey: true });
    await press('ArrowRight', { shiftKey: true, ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Stryk under' }));
    await pause(50);
    const request = onMark.mock.calls[0]?.[0];
    expect(request?.quote).toBe('Sida 1 av handlingen Nämnden beslutar att anta planen.\nSida');
    expect(request?.selectors.map(({ type }) => type)).toEqual([
      'PageSelector',
      'TextQuoteSelector',
      'TextPositionSelector',
      'PageSelector',
      'TextQuoteSelector',
      'TextPositionSelector',
    ]);
  });

  it('copies the words as one pastes them', async () => {
    await openReader();
    await press('a', { ctrlKey: true });
    screen.getByRole('region', { name: 'Handlingar' }).focus();
    const copied = new Map<string, string>();
    const event = Object.assign(new Event('copy', { cancelable: true }), {
      clipboardData: { setData: (type: string, text: string) => copied.set(type, text) },
    });
    fireEvent(document, event);
    expect(copied.get('text/plain')).toBe('Sida 1 av handlingen Nämnden beslutar att anta planen.');
    expect(event.defaultPrevented).toBe(true);
  });
});
