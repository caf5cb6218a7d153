import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { selectorsFor } from '../../../core/text/textSelectors.ts';
import { quadsOf } from '../../../core/text/textQuads.ts';
import type { ReaderComponentProps } from '../../../renderer/features/reader/Reader.tsx';
import { pause } from '../reader/openReader.tsx';
import { readerDocument, readerMark } from '../reader/readerBuilders.ts';
import { openTextView, selectLetters, structuredPage, tag } from './textViewScene.tsx';

const decision = structuredPage(
  [
    { text: 'Beslut', mark: 0 },
    { text: 'Nämnden antar planen för Kyrkbyn.', mark: 1 },
    { text: 'Sida 1', mark: 'artifact' },
  ],
  [tag('Document', tag('H1', 0), tag('P', 1))],
);

const region = (): HTMLElement => screen.getByRole('region', { name: 'Handlingar som text' });
const wordsOf = (page: typeof decision, words: string): { start: number; end: number } => {
  const start = page.text.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('documents as text', () => {
  it('have the headings of a document below its title', async () => {
    await openTextView([decision], { documents: [readerDocument({ title: 'Planen', pageCount: 1 })] });
    const headings = within(region()).getAllByRole('heading');
    expect(headings.map((heading) => [heading.tagName, heading.textContent])).toEqual([
      ['H3', 'Planen'],
      ['H4', 'Beslut'],
    ]);
  });

  it('tell headings deeper than there are elements for by their level', async () => {
    const deep = structuredPage([{ text: 'Djup rubrik', mark: 0 }], [tag('H5', 0)]);
    await openTextView([deep], { documents: [readerDocument({ pageCount: 1 })] });
    expect(within(region()).getByRole('heading', { level: 8 }).textContent).toBe('Djup rubrik');
  });

  it('leave out artifacts and name each page with both numbers', async () => {
    await openTextView([decision], { documents: [readerDocument({ pageCount: 1, firstPackPage: 214 })] });
    const page = within(region()).getByRole('group', { name: 'Sida 1 av 1 · paketsida 214 (rev 3)' });
    expect(within(page).getByText('Nämnden antar planen för Kyrkbyn.').textContent).toBeTruthy();
    expect(within(page).queryByText('Sida 1')).toBeNull();
  });

  it('hold a paragraph that goes on on the next page as one, its broken word whole, its words those of their own page', async () => {
    const one = structuredPage([{ text: 'Nämnden föreslår att kommun-', mark: 0 }], [tag('P', 0)]);
    const other = structuredPage(
      [
        { text: 'styrelsen antar planen.', mark: 0 },
        { text: 'Nämnden tackar för sig.', mark: 1 },
      ],
      [tag('P', 0), tag('P', 1)],
    );
    const document = readerDocument({ pageCount: 2 });
    const quads = quadsOf(other.text, wordsOf(other, 'antar planen'));
    const mark = readerMark(document, { filePage: 2, quads, text: '' });
    await openTextView([one, other], { documents: [document], marks: [mark] });
    const paragraphs = [...region().querySelectorAll('.text-page__blocks p')].map((each) => each.textContent);
    expect(paragraphs).toEqual([
      'Nämnden föreslår att kommunstyrelsen antar planen.',
      'Nämnden tackar för sig.',
    ]);
    const first = within(region()).getByRole('group', { name: /^Sida 1 av 2/ });
    expect(first.querySelector('mark')?.textContent).toBe('antar planen');
  });

  it('tell after a page what others wrote on it, as theirs, with the words that they marked', async () => {
    const [quad = []] = quadsOf(decision.text, wordsOf(decision, 'antar planen'));
    const [left = 0, top = 0, right = 0, , , bottom = 0] = quad;
    const comment = {
      kind: 'highlight',
      author: 'Alva Ek',
      time: null,
      text: 'Är den färdig?',
      box: { left, bottom, right, top },
    } as const;
    const one = { documents: [readerDocument({ pageCount: 1 })] };
    await openTextView([decision], one, {}, [], [comment]);
    const theirs = within(region()).getByRole('complementary', { name: 'En kommentar av andra på sida 1' });
    expect(theirs.querySelector('blockquote')?.textContent).toBe('antar planen');
    expect(theirs.textContent).toContain('Alva Ek');
    expect(theirs.textContent).toContain('Är den färdig?');
    expect(theirs.textContent).toContain('Hör inte till dina anteckningar');
    expect(region().querySelector('mark')).toBeNull();
  });

  it('are in the language that the file names, Swedish without one', async () => {
    const silent = structuredPage([{ text: 'Text', mark: 0 }], [tag('P', 0)], { language: '' });
    const finnish = structuredPage([{ text: 'Teksti', mark: 0 }], [tag('P', 0)], { language: 'fi' });
    await openTextView([silent, finnish], { documents: [readerDocument({ pageCount: 2 })] });
    const languageOf = (words: string): string | undefined =>
      screen.getByText(words).closest<HTMLElement>('[lang]')?.lang;
    expect(languageOf('Text')).toBe('sv');
    expect(languageOf('Teksti')).toBe('fi');
  });

  it('have lists and tables that a screen reader knows as such', async () => {
    const page = structuredPage(
      [
        { text: '1.', mark: 0 },
        { text: 'Planen antas.', mark: 1 },
        { text: 'Skola', mark: 2 },
        { text: '96', mark: 3 },
      ],
      [
        tag('L', tag('LI', tag('Lbl', 0), tag('LBody', 1))),
        tag('Table', tag('TR', tag('TH', 2), tag('TD', 3))),
      ],
    );
    await openTextView([page], { documents: [readerDocument({ pageCount: 1 })] });
    expect(within(region()).getByRole('listitem').textContent).toBe('1.Planen antas.');
    expect(within(region()).getByRole('rowheader').textContent).toBe('Skola');
    expect(within(region()).getByRole('cell').textContent).toBe('96');
  });

  it('say what stands for a picture and lead to its page', async () => {
    const page = structuredPage(
      [{ text: 'Planen antas.', mark: 0 }],
      [tag('P', 0), { type: 'Figure', kids: [], alternative: 'Karta över Kyrkbyn' }],
    );
    const { onChange } = await openTextView([page], { documents: [readerDocument({ pageCount: 1 })] });
    expect(screen.getByRole('img', { name: 'Karta över Kyrkbyn' }).textContent).toBe('Karta över Kyrkbyn');
    fireEvent.click(screen.getByRole('button', { name: 'Visa på sidan' }));
    await pause();
    expect(screen.getByRole('region', { name: 'Handlingar' })).toBeDefined();
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ isShown: false }));
  });

  it('show a picture in its place, with what stands for it', async () => {
    const page = structuredPage(
      [{ text: 'Planen antas.', mark: 0 }],
      [tag('P', 0), { type: 'Figure', kids: [4], alternative: 'Karta över Kyrkbyn' }],
      { drawings: [{ mark: 4, box: { left: 60, bottom: 200, right: 360, top: 400 } }], hasDrawings: true },
    );
    await openTextView([page], { documents: [readerDocument({ pageCount: 1 })] });
    const picture = screen.getByRole('img', { name: 'Karta över Kyrkbyn' });
    expect(picture.tagName).toBe('CANVAS');
    expect(picture.style.aspectRatio).toBe('480 / 320');
    expect(screen.queryByRole('button', { name: 'Visa på sidan' })).toBeNull();
  });

  it('have the links of the page in their words, followed by pointer and by key', async () => {
    const page = structuredPage(
      [
        { text: 'Läs mer om planen hos kommunen.', mark: 0 },
        { text: 'Bilaga 2 på sidan 2.', mark: 1 },
      ],
      [tag('P', 0), tag('P', 1)],
    );
    const boxes = quadsOf(page.text, wordsOf(page, 'om planen')).map((quad) => ({
      left: quad[0] ?? 0,
      top: quad[1] ?? 0,
      right: quad[2] ?? 0,
      bottom: quad[5] ?? 0,
    }));
    const onLink = vi.fn<NonNullable<ReaderComponentProps['onLink']>>();
    const target = { type: 'address', address: 'https://example.invalid/plan' } as const;
    await openTextView([page], { documents: [readerDocument({ pageCount: 1 })], onLink }, {}, [
      { boxes, target, text: 'om planen . . . . . . 7' },
    ]);
    const link = screen.getByRole('link');
    expect(link.textContent).toBe('om planen');
    expect(link.getAttribute('aria-label')).toBe('om planen (utanför Beredd: https://example.invalid/plan)');
    fireEvent.click(link);
    fireEvent.keyDown(link, { key: 'Enter' });
    expect(onLink.mock.calls).toEqual([[target], [target]]);
  });

  it('say so where a page is a picture without text, and where it is empty', async () => {
    await openTextView([structuredPage([], [], { hasDrawings: true }), structuredPage([])], {
      documents: [readerDocument({ pageCount: 2 })],
    });
    expect(screen.getByText('Sidan är en bild utan text')).toBeDefined();
    expect(screen.getByText('Sidan är tom.')).toBeDefined();
  });

  it('name a page that cannot be read and read it again when asked', async () => {
    const { retried } = await openTextView([decision, { code: 'documentTooSlow', detail: { page: 2 } }], {
      documents: [readerDocument({ title: 'Planen', pageCount: 2 })],
    });
    expect(screen.getByText('Nämnden antar planen för Kyrkbyn.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(retried).toEqual([2]);
  });
});

describe('notes in the text', () => {
  const document = readerDocument({ pageCount: 1 });
  const quads = quadsOf(decision.text, wordsOf(decision, 'antar planen'));

  it('lie on the very words that they lie on on the page', async () => {
    const marks = [readerMark(document, { quads, text: 'Viktigt' })];
    const { onMarkActivated } = await openTextView([decision], { documents: [document], marks });
    const mark = region().querySelector('mark');
    expect(mark?.textContent).toBe('antar planen');
    fireEvent.click(screen.getByRole('button', { name: 'Överstrykning i grönt: Viktigt' }));
    expect(onMarkActivated).toHaveBeenCalledWith('m1');
  });

  it('that were moved to another revision and not looked at yet say so, with a sign that is always there', async () => {
    const marks = [
      readerMark(document, { quads, needsCheck: true }),
      readerMark(document, { id: 'm2', kind: 'bookmark', colour: null, quads: [], needsCheck: true }),
    ];
    await openTextView([decision], { documents: [document], marks });
    expect(region().querySelector('mark')?.dataset['check']).toBe('true');
    const signs = screen.getAllByRole('button', { name: /flyttad.*kontrollera/i });
    expect(signs).toHaveLength(2);
    expect(signs.map((sign) => sign.classList.contains('text-mark-button--quiet'))).toEqual([false, false]);
  });

  it('on the whole page stand at its number', async () => {
    const marks = [readerMark(document, { kind: 'bookmark', colour: null, quads: [] })];
    const { onMarkActivated } = await openTextView([decision], { documents: [document], marks });
    fireEvent.click(screen.getByRole('button', { name: 'Bokmärke' }));
    expect(onMarkActivated).toHaveBeenCalledWith('m1');
  });

  it('made here have the selectors that they would have had on the page', async () => {
    const { onMark } = await openTextView([decision], { documents: [document] });
    const words = screen.getByText('Nämnden antar planen för Kyrkbyn.');
    await selectLetters(words, 8, 20);
    fireEvent.click(screen.getByRole('button', { name: 'Stryk över med gult' }));
    await pause(50);
    expect(onMark).toHaveBeenCalledTimes(1);
    expect(onMark.mock.calls[0]?.[0]).toMatchObject({
      kind: 'highlight',
      colour: 'yellow',
      documentId: document.id,
      page: 1,
      quote: 'antar planen',
      selectors: selectorsFor({
        sha256: document.sha256,
        filePage: 1,
        page: decision.text,
        range: wordsOf(decision, 'antar planen'),
        previousText: null,
        nextText: null,
      }),
    });
  });

  it('on words that stand apart on the page have all their places in one page selector', async () => {
    const page = structuredPage(
      [
        { text: 'Sist på sidan uppe.', mark: 1 },
        { text: 'Något annat emellan.', mark: 2 },
        { text: 'Först i ordningen.', mark: 0 },
      ],
      [tag('P', 0, 1), tag('P', 2)],
    );
    const { onMark } = await openTextView([page], { documents: [document] });
    const words = screen.getByText('Först i ordningen. Sist på sidan uppe.');
    await selectLetters(words, 0, 38);
    fireEvent.click(screen.getByRole('button', { name: 'Stryk under' }));
    await pause(50);
    const selectors = onMark.mock.calls[0]?.[0].selectors ?? [];
    expect(selectors.map(({ type }) => type)).toEqual([
      'PageSelector',
      'TextQuoteSelector',
      'TextPositionSelector',
      'TextQuoteSelector',
      'TextPositionSelector',
    ]);
    expect(selectors[0]).toMatchObject({ quads: [expect.anything(), expect.anything()] });
  });
});

describe('the look of the text', () => {
  it('changes letter size where pages change zoom', async () => {
    const { handle, onChange } = await openTextView([decision]);
    act(() => handle().zoom('in'));
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ letterSize: 20 }));
    act(() => handle().zoom('width'));
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ letterSize: 18 }));
  });

  it('is chosen in the toolbar', async () => {
    const { onChange } = await openTextView([decision]);
    fireEvent.click(screen.getByRole('button', { name: 'Textens utseende' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Med seriffer' }));
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ typeface: 'serif' }));
  });

  it('is switched to and from by the handle, and the choice is told', async () => {
    const { handle, onChange } = await openTextView([decision], {}, { isShown: false });
    expect(screen.getByRole('region', { name: 'Handlingar' })).toBeDefined();
    act(() => handle().toggleTextView());
    await pause();
    expect(region()).toBeDefined();
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ isShown: true }));
  });
});
