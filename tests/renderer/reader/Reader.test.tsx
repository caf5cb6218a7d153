import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../../core/errors.ts';
import type { ReaderComponentProps } from '../../../renderer/features/reader/Reader.tsx';
import { openReader, pause } from './openReader.tsx';
import { fakeHost, readerDocument } from './readerBuilders.ts';

describe('the pages', () => {
  it('are named by both page numbers', async () => {
    await openReader();
    expect(screen.getByRole('group', { name: 'Sida 1 av 3, sida 10 i paketet' })).toBeInstanceOf(HTMLElement);
  });

  it('hold their words for screen readers, in reading order', async () => {
    await openReader();
    const page = screen.getByRole('group', { name: /^Sida 1 av 3/ });
    expect(page.textContent).toContain('Sida 1 av handlingen Nämnden beslutar att anta planen.');
  });

  it('are only there near the view, however many there are', async () => {
    const { container } = await openReader({ documents: [readerDocument({ pageCount: 1500 })] });
    expect(container.querySelectorAll('.reader-page').length).toBeLessThan(5);
  });

  it('are only there within the window while the view is laid out as high as they are, and only those count as seen', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(50_000);
    const onSeen = vi.fn<NonNullable<ReaderComponentProps['onSeen']>>();
    const { container } = await openReader({ documents: [readerDocument({ pageCount: 40 })], onSeen });
    expect(container.querySelectorAll('.reader-page').length).toBeLessThan(5);
    await pause(1600);
    const pages = onSeen.mock.calls.flatMap(([, ranges]) => ranges.flatMap(([, last]) => last));
    expect(Math.max(...pages)).toBeLessThan(4);
  });

  it('begin where the document was left, with its zoom', async () => {
    const position = { page: 40, offset: 0.5, zoom: { mode: 'percent', percent: 150 } } as const;
    const document = readerDocument({ pageCount: 100, position });
    const { scroller } = await openReader({ documents: [document], startDocumentId: document.id });
    expect(screen.getByRole('group', { name: /^Sida 40 av 100/ })).toBeInstanceOf(HTMLElement);
    // A header of 68, 39 pages of 1,600 with gaps of 16, and half a page.
    expect(scroller().scrollTop).toBe(68 + 39 * 1616 + 800);
  });

  it('tell where one is: page, share of it above the edge, zoom', async () => {
    const { scroller, onPosition, documents } = await openReader();
    scroller().scrollTo({ top: 68 + 1067 / 2 });
    await pause(500);
    expect(onPosition).toHaveBeenLastCalledWith(documents[0]?.id, {
      page: 1,
      offset: expect.closeTo(0.5, 2),
      zoom: { mode: 'width' },
    });
  });

  it('tell it once more when the reader goes away', async () => {
    const { scroller, onPosition, unmount, documents } = await openReader();
    await pause(500);
    onPosition.mockClear();
    scroller().scrollTo({ top: 68 + 1067 + 16 });
    await pause(150);
    expect(onPosition).not.toHaveBeenCalled();
    unmount();
    expect(onPosition).toHaveBeenCalledExactlyOnceWith(
      documents[0]?.id,
      expect.objectContaining({ page: 2 }),
    );
  });

  it('tell which document is shown', async () => {
    const { handle, onDocumentShown, documents } = await openReader();
    expect(onDocumentShown).toHaveBeenLastCalledWith(documents[0]?.id);
    act(() => handle().goTo(documents[1]?.id ?? '', 2));
    expect(onDocumentShown).toHaveBeenLastCalledWith(documents[1]?.id);
  });
});

describe('a document that cannot be shown', () => {
  it.each([
    [{ available: false }, 'Handlingen Tjänsteskrivelse Kyrkbyn saknas'],
    [{ mediaType: 'application/msword' }, 'Handlingen Tjänsteskrivelse Kyrkbyn visas inte i Beredd'],
  ])('says which, why and what now: %j', async (more, title) => {
    await openReader({ documents: [readerDocument(more)] });
    const note = screen.getByRole('note');
    expect(within(note).getByRole('heading').textContent).toBe(title);
    expect(note.textContent?.length).toBeGreaterThan(title.length + 60);
  });

  it.each([
    [failure('documentEncrypted'), 'Handlingen Tjänsteskrivelse Kyrkbyn är låst med lösenord'],
    [
      failure('documentNotPdf', { detail: { looksLike: 'html' } }),
      'Handlingen Tjänsteskrivelse Kyrkbyn är inte en PDF',
    ],
    [failure('documentDamaged'), 'Handlingen Tjänsteskrivelse Kyrkbyn går inte att läsa'],
  ])('is named when the file will not open, and the next stays readable', async (error, title) => {
    const [broken, whole] = [readerDocument(), readerDocument({ title: 'Bilaga' })];
    const { host } = fakeHost((job) => (job.file.sha256 === broken.sha256 ? error : null));
    await openReader({ documents: [broken, whole], host });
    expect(screen.getByRole('heading', { name: title })).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('group', { name: /^Sida 1 av 3/ })).toBeInstanceOf(HTMLElement);
  });

  it.each([
    ['could not be read', {}, failure('documentDamaged')],
    ['was missing', { available: false }, failure('documentMissing')],
  ])('can be tried again when it %s: its message stays until it opens', async (_, more, error) => {
    const [broken, whole] = [readerDocument(more), readerDocument({ title: 'Bilaga' })];
    let isBroken = true;
    const { host, retried } = fakeHost((job) =>
      isBroken && job.file.sha256 === broken.sha256 ? error : null,
    );
    const { scroller } = await openReader({ documents: [broken, whole], host });
    const button = screen.getByRole('button', { name: 'Försök igen' });
    act(() => button.focus());
    fireEvent.click(button);
    await pause(50);
    expect(within(screen.getByRole('note')).getByRole('status').textContent).toContain('inte den här gången');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Försök igen' }));
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    await pause();
    expect(screen.queryByRole('note')).toBeNull();
    expect(screen.getAllByRole('group', { name: /^Sida 1 av 3/ }).length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(scroller());
    expect(retried).toEqual([null, null]);
  });

  it('can be one page: it is named and can be tried again', async () => {
    const { host, retried } = fakeHost((job) =>
      job.type === 'draw' && job.page === 1 ? failure('documentTooSlow', { detail: { page: 1 } }) : null,
    );
    await openReader({ host });
    expect(screen.getByText('Sidan 1 i Tjänsteskrivelse Kyrkbyn tog för lång tid')).toBeInstanceOf(
      HTMLElement,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(retried).toEqual([1]);
  });

  it('is said when there are none', async () => {
    await openReader({ documents: [] });
    expect(screen.getByRole('heading', { name: 'Inga handlingar' })).toBeInstanceOf(HTMLElement);
  });
});

describe('the jump field', () => {
  const jumpTo = (typed: string): void => {
    const field = screen.getByRole('textbox');
    fireEvent.change(field, { target: { value: typed } });
    fireEvent.submit(field);
  };

  it('shows both page numbers at all times', async () => {
    await openReader();
    expect(screen.getByRole('toolbar').textContent).toContain('/ 3');
    expect(screen.getByRole('toolbar').textContent).toContain('Paketsida 10 (rev 3)');
    fireEvent.click(screen.getByRole('radio', { name: 'Paket' }));
    expect(screen.getByRole('textbox')).toMatchObject({ value: '10' });
    expect(screen.getByRole('toolbar').textContent).toContain('/ 40 (rev 3)');
    expect(screen.getByRole('toolbar').textContent).toContain('Handling 1 / 3');
  });

  it('takes the page of the document and the page of the pack', async () => {
    await openReader();
    act(() => jumpTo('3'));
    expect(screen.getByRole('textbox')).toMatchObject({ value: '3' });
    act(() => jumpTo('p14'));
    expect(screen.getByRole('toolbar').textContent).toContain('Paketsida 14 (rev 3)');
    expect(screen.getByRole('textbox')).toMatchObject({ value: '2' });
  });

  it('asks the owner for a pack page that lies in another item', async () => {
    const { onPackPageRequested } = await openReader();
    act(() => jumpTo('s 37'));
    expect(onPackPageRequested).toHaveBeenCalledExactlyOnceWith(37);
  });

  it('says what is wrong with a page that does not exist', async () => {
    const { onPackPageRequested } = await openReader();
    act(() => jumpTo('p41'));
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('toolbar').textContent).toContain('Den sidan finns inte.');
    act(() => jumpTo('nästa'));
    expect(screen.getByRole('toolbar').textContent).toContain('Skriv ett sidnummer');
    expect(onPackPageRequested).not.toHaveBeenCalled();
  });
});

describe('zoom', () => {
  it('steps, fits and keeps the page', async () => {
    const { handle } = await openReader({ documents: [readerDocument({ pageCount: 20 })] });
    act(() => handle().goToPackPage(17));
    act(() => handle().zoom({ percent: 200 }));
    expect(screen.getByRole('button', { name: /^Zoom 200\s%, välj en annan$/ })).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('textbox')).toMatchObject({ value: '8' });
    fireEvent.click(screen.getByRole('button', { name: 'Förstora' }));
    expect(screen.getByRole('button', { name: /^Zoom 250\s%, välj en annan$/ })).toBeInstanceOf(HTMLElement);
    act(() => handle().zoom('page'));
    expect(screen.getByRole('textbox')).toMatchObject({ value: '8' });
  });
});
