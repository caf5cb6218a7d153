import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleNote } from './meetingBuilders.ts';
import { openWorkspace } from './openWorkspace.tsx';
import { readerSeen } from './ReaderStandIn.tsx';

vi.mock('../../../renderer/features/reader/Reader.tsx', () => import('./ReaderStandIn.tsx'));

const mark = (kind: 'highlight' | 'question' | 'note' | 'bookmark') => ({
  kind,
  colour: kind === 'highlight' ? ('green' as const) : null,
  documentId: testId(1001),
  itemId: testId(501),
  briefingId: null,
  quote: 'beviljas ansvarsfrihet',
  page: 2,
  selectors: [
    {
      type: 'PageSelector' as const,
      sha256: '1'.padStart(64, '0'),
      page: 2,
      quads: [[1, 9, 5, 9, 1, 8, 5, 8]],
    },
    {
      type: 'TextQuoteSelector' as const,
      exact: 'beviljas ansvarsfrihet',
      prefix: '',
      suffix: '',
      normalisation: 1,
    },
  ],
});
const cards = () => screen.queryAllByRole('article');
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Text i/ });
const write = (text: string) => fireEvent.change(area(), { target: { value: text } });
const isShown = (text: string) => screen.queryByText(text) !== null;
const button = (options: { name: string }) => screen.getByRole<HTMLButtonElement>('button', options);
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

describe('writing notes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('stores a highlight at once, private, in the colour asked for', async () => {
    const { notes } = await openWorkspace();
    act(() => readerSeen.props?.onMark(mark('highlight')));
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
    expect(notes.annotations[0]).toMatchObject({ kind: 'highlight', colour: 'green', noteClass: 'private' });
    expect(cards()[0]?.textContent).toContain('Överstrykning, grön');
    expect(cards()[0]?.textContent).toContain('beviljas ansvarsfrihet');
    expect(cards()[0]?.textContent).toContain('Privat');
    expect(readerSeen.props?.marks[0]).toMatchObject({ filePage: 2, colour: 'green' });
  });

  it('opens an editor for a question and stores it with its first words', async () => {
    const { notes } = await openWorkspace();
    act(() => readerSeen.props?.onMark(mark('question')));
    expect(document.activeElement).toBe(area());
    expect(notes.annotations).toHaveLength(0);
    write('Vad kostar det?');
    await pass(700);
    expect(notes.annotations[0]).toMatchObject({ kind: 'question', text: 'Vad kostar det?' });
    expect(document.activeElement).toBe(area());
    expect(cards()).toHaveLength(1);
  });

  it('says that a text is saved only when it is', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    notes.holdBack();
    write('Fråga om hyran');
    expect(isShown('Inte sparad än')).toBe(true);
    await pass(700);
    expect(isShown('Sparar …')).toBe(true);
    expect(isShown('Sparad här')).toBe(false);
    await act(async () => notes.letThrough());
    await waitFor(() => expect(isShown('Sparad här')).toBe(true));
  });

  it('keeps what is typed when other notes change in the meantime', async () => {
    const note = sampleNote(1, { text: 'Först' });
    const { notes } = await openWorkspace({ annotations: [note] });
    fireEvent.click(screen.getByRole('button', { name: 'Redigera texten' }));
    write('Först och sedan');
    act(() => notes.replace([{ ...note, text: 'Från en annan dator' }, sampleNote(2)]));
    expect(area().value).toBe('Först och sedan');
    await pass(700);
    expect(notes.annotations[0]?.text).toBe('Först och sedan');
  });

  it('tells screen readers that the text is stored when the editor is closed', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    write('Klart');
    fireEvent.keyDown(area(), { key: 'Escape' });
    await waitFor(() =>
      expect(screen.getByTestId('workspace-status').textContent).toBe('Texten är sparad här'),
    );
    expect(notes.annotations[0]?.text).toBe('Klart');
  });

  it('does not save an older text over a newer one', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    notes.holdBack();
    write('ett');
    await pass(700);
    write('ett två');
    await pass(700);
    expect(isShown('Sparad här')).toBe(false);
    await act(async () => notes.letThrough());
    await pass(700);
    expect(notes.annotations[0]?.text).toBe('ett två');
    expect(isShown('Sparad här')).toBe(true);
  });

  it('tells of a text that could not be saved and keeps it until it can', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    notes.isDiskFull = true;
    write('Får inte försvinna');
    fireEvent.keyDown(area(), { key: 'Escape' });
    await screen.findByText(/Texten är inte sparad men finns kvar här/);
    expect(cards()[0]?.textContent).toContain('Får inte försvinna');
    notes.isDiskFull = false;
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    await waitFor(() => expect(notes.annotations[0]?.text).toBe('Får inte försvinna'));
    expect(screen.queryByText(/inte sparad/)).toBeNull();
  });

  it('keeps unsaved words while the person reads another item', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    notes.isDiskFull = true;
    write('Kvar');
    await pass(700);
    fireEvent.keyDown(document.body, { key: 'ArrowDown', altKey: true });
    expect(readerSeen.props?.documents[0]?.title).toBe('Handling 2');
    fireEvent.keyDown(document.body, { key: 'ArrowUp', altKey: true });
    expect(cards()[0]?.textContent).toContain('Kvar');
    notes.isDiskFull = false;
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    await waitFor(() => expect(notes.annotations[0]?.text).toBe('Kvar'));
  });

  it('stores words that failed when the meeting is opened again', async () => {
    const first = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    first.notes.isDiskFull = true;
    write('Skrivet innan disken blev full');
    cleanup();
    await pass(700);
    const second = await openWorkspace({ annotations: [sampleNote(1)] });
    await waitFor(() => expect(second.notes.annotations[0]?.text).toBe('Skrivet innan disken blev full'));
  });

  it('throws away a note that was begun without a word', async () => {
    const { notes, calls } = await openWorkspace();
    act(() => readerSeen.props?.onMark(mark('note')));
    fireEvent.keyDown(area(), { key: 'Escape' });
    await waitFor(() => expect(cards()).toHaveLength(0));
    expect(notes.annotations).toHaveLength(0);
    expect(calls.some((call) => call.name === 'notes.add')).toBe(false);
  });

  it('stores what is being written when the window loses the person', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    write('Locket stängs');
    fireEvent(window, new Event('blur'));
    await waitFor(() => expect(notes.annotations[0]?.text).toBe('Locket stängs'));
  });

  it('warns before a note is marked for the office', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    const choose = async (name: RegExp): Promise<void> => {
      fireEvent.click(screen.getByRole('button', { name: /^Klass:/ }));
      fireEvent.click(await screen.findByRole('menuitem', { name }));
    };
    await choose(/^Till kansliet/);
    const warning = await screen.findByRole('alertdialog');
    expect(warning.textContent).toContain('allmän handling');
    fireEvent.click(within(warning).getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(notes.annotations[0]?.noteClass).toBe('private');
    await choose(/^Till kansliet/);
    fireEvent.click(await screen.findByRole('button', { name: 'Märk ”Till kansliet”' }));
    await waitFor(() => expect(notes.annotations[0]?.noteClass).toBe('toOffice'));
    await waitFor(() => screen.getByRole('button', { name: 'Klass: Till kansliet. Ändra' }));
  });

  it('turns a highlight into a question and keeps its words', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Mer om anteckningen' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Gör om till fråga' }));
    await waitFor(() => expect(notes.annotations[0]?.kind).toBe('question'));
    expect(cards()[0]?.textContent).toContain('markerade ord 1');
  });

  it('deletes with the way back in a toast', async () => {
    const { notes } = await openWorkspace({ annotations: [sampleNote(1), sampleNote(2)] });
    const place = screen.getByRole('button', { name: /^Gå till .*markerade ord 1/ });
    fireEvent.keyDown(place, { key: 'Delete' });
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
    fireEvent.click(
      within(
        screen
          .getByText('Anteckningen är borttagen', { selector: '.ui-toast__title' })
          .closest('.ui-toast') ?? document.body,
      ).getByRole('button', { name: 'Ångra' }),
    );
    await waitFor(() => expect(notes.annotations).toHaveLength(2));
    await waitFor(() => expect(document.querySelector('.ui-toast')).toBeNull());
  });

  it('undoes and does again with the keys, but not while something is written', async () => {
    const { notes } = await openWorkspace();
    act(() => readerSeen.props?.onMark(mark('highlight')));
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Skriv text' }));
    fireEvent.keyDown(area(), { key: 'z', ctrlKey: true });
    await pass(10);
    expect(notes.annotations).toHaveLength(1);
    fireEvent.keyDown(area(), { key: 'Escape' });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(notes.annotations).toHaveLength(0));
    expect(screen.getByTestId('workspace-status').textContent).toContain('Ångrat');
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
  });

  it('offers undo only when there is something to undo', async () => {
    const { notes } = await openWorkspace();
    expect(button({ name: 'Ångra' }).disabled).toBe(true);
    act(() => readerSeen.props?.onMark(mark('bookmark')));
    await waitFor(() => expect(notes.annotations).toHaveLength(1));
    expect(button({ name: 'Ångra' }).disabled).toBe(false);
    expect(button({ name: 'Gör om' }).disabled).toBe(true);
  });

  it('shows texts that were written at the same time and lets the person choose', async () => {
    const note = sampleNote(1, { text: 'Bifall', conflictingTexts: ['Avslag'] });
    const { notes } = await openWorkspace({ annotations: [note] });
    const conflict = screen.getByRole('region', { name: /Flera texter skrevs samtidigt/ });
    expect(conflict.textContent).toContain('Avslag');
    fireEvent.click(within(conflict).getByRole('button', { name: 'Behåll text 2' }));
    await waitFor(() => expect(notes.annotations[0]).toMatchObject({ text: 'Avslag', conflictingTexts: [] }));
  });
});
