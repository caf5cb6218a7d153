import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { addMissingBrowserParts } from '../workspace/browserParts.ts';
import { sampleNote } from '../workspace/meetingBuilders.ts';
import { asked, foreignComment, onItem, show } from './shownPane.tsx';

const texts = (): (string | null)[] =>
  // Behind an open menu too.
  screen
    .queryAllByRole('article', { hidden: true })
    .map((card) => card.querySelector('.note-card__text')?.textContent ?? null);

const notes: readonly Annotation[] = [
  sampleNote(1, {
    target: onItem(2),
    kind: 'question',
    colour: null,
    text: 'Vem betalar?',
    noteClass: 'partyGroup',
    tags: [{ name: 'höjd', colour: 'blue' }],
  }),
  sampleNote(2, { text: 'Grön mark', colour: 'green', tags: [{ name: 'Höjd', colour: 'blue' }] }),
  sampleNote(3, { text: '', colour: 'yellow' }),
  sampleNote(4, { target: onItem(1), kind: 'note', colour: null, text: 'Överst' }),
  sampleNote(5, {
    kind: 'note',
    colour: null,
    text: 'Sist',
    target: {
      meeting: testId(1),
      source: { type: 'point', briefing: testId(701), point: testId(9001) },
      selectors: [],
    },
  }),
];

describe('the list of all notes', () => {
  beforeEach(() => {
    addMissingBrowserParts();
    asked.length = 0;
  });
  afterEach(cleanup);

  it('stands in the order of the meeting under the items', () => {
    show(notes);
    expect(texts()).toEqual(['Överst', 'Grön mark', null, 'Vem betalar?', 'Sist']);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Ärende 13',
      'Ärende 21',
      'briefing1',
    ]);
  });

  it('finds words in the text and in the marked words, in any order and case', () => {
    show(notes);
    const search = screen.getByRole('searchbox', { name: 'Sök i anteckningarna' });
    fireEvent.change(search, { target: { value: 'BETALAR vem' } });
    expect(texts()).toEqual(['Vem betalar?']);
    fireEvent.change(search, { target: { value: 'markerade ord 2' } });
    expect(texts()).toEqual(['Grön mark']);
    expect(screen.getByText('1 av 5 anteckningar')).toBeTruthy();
  });

  it('says that nothing fits and clears the choices', () => {
    show(notes);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'finns inte' } });
    expect(screen.getByText('Ingen anteckning passar')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Rensa urvalet' }));
    expect(texts()).toHaveLength(5);
  });

  it('shows only notes with text', () => {
    show(notes);
    fireEvent.click(screen.getByRole('switch', { name: 'Bara med text' }));
    expect(texts()).not.toContain(null);
    expect(texts()).toHaveLength(4);
  });

  it.each([
    ['Slag', 'Frågor 1', ['Vem betalar?']],
    ['Klass', 'Partigrupp 1', ['Vem betalar?']],
    ['Färg', 'Grön 1', ['Grön mark']],
    ['Taggar', 'Höjd 2', ['Grön mark', 'Vem betalar?']],
    ['Ärende', 'Ärende 2 1', ['Vem betalar?']],
  ])('filters by %s, offering what there is and how many', async (choice, option, expected) => {
    show(notes);
    fireEvent.click(screen.getByRole('button', { name: choice }));
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: option }));
    await waitFor(() => expect(texts()).toEqual(expected));
    expect(screen.queryAllByRole('menuitemcheckbox').length).toBeLessThan(5);
  });

  it('folds an overlong list of tags', async () => {
    const tags = Array.from({ length: 12 }, (_, n) => ({ name: `tagg ${n + 10}`, colour: 'grey' as const }));
    show([sampleNote(1, { tags }), sampleNote(2)]);
    fireEvent.click(screen.getByRole('button', { name: 'Taggar' }));
    expect(await screen.findAllByRole('menuitemcheckbox')).toHaveLength(9);
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Visa alla 12' }));
    await waitFor(() => expect(screen.getAllByRole('menuitemcheckbox')).toHaveLength(12));
  });

  it('shows the class of every note', () => {
    show(notes);
    expect([...document.querySelectorAll('.note-class')].map((badge) => badge.textContent)).toEqual([
      'Privat',
      'Privat',
      'Privat',
      'Partigrupp',
      'Privat',
    ]);
  });

  it('folds an overlong text until asked', () => {
    show([sampleNote(1, { text: 'mycket '.repeat(200) })]);
    const text = document.querySelector<HTMLElement>('.note-card__text');
    expect(text?.dataset['folded']).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Visa allt' }));
    expect(text?.dataset['folded']).toBeUndefined();
  });

  it('draws thousands of notes a hundred or so at a time', () => {
    show(Array.from({ length: 300 }, (_, n) => sampleNote(n)));
    // Asking for roles looks at every element of every card.
    const drawn = (): number => document.querySelectorAll('article').length;
    expect(drawn()).toBe(120);
    fireEvent.click(screen.getByText('Visa 120 till'));
    expect(drawn()).toBe(240);
  });

  it('goes from note to note with arrows, edits with F2 and removes with Delete', () => {
    show(notes);
    const [first, second] = screen.getAllByRole('button', { name: /^Gå till / });
    first?.focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F2' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Delete' });
    expect(asked).toEqual([`edit ["${testId(3002)}"]`, `remove ["${testId(3002)}"]`]);
  });

  it('tells that part of the notes could not be read and where the file lies', () => {
    show(notes, { setAside: 'wal.damaged-1', keptOperations: 41 });
    expect(screen.getByText('En del av dina anteckningar kunde inte läsas')).toBeTruthy();
    expect(screen.getByText(/41 ändringar kunde läsas .* wal\.damaged-1/)).toBeTruthy();
  });

  it('says what the list will hold while there is nothing in it', () => {
    show([]);
    expect(screen.getByText('Inga anteckningar i mötet än')).toBeTruthy();
  });
});

describe('what others wrote in the documents', () => {
  beforeEach(() => {
    addMissingBrowserParts();
    asked.length = 0;
  });
  afterEach(cleanup);

  const comments = (): (string | null)[] =>
    within(screen.getByRole('region', { name: /^Kommentarer i handlingarna/ }))
      .getAllByRole('article')
      .map((card) => card.getAttribute('aria-label'));

  it('stands below the notes as theirs, leads to its page, and is not counted', () => {
    show(notes, null, [foreignComment('Stämmer siffran?')]);
    expect(comments()).toEqual([expect.stringMatching(/^Kommentar i handlingen av Alva Ek, .+, s. 2$/)]);
    expect(screen.getByRole('tab', { name: /^Hela mötet/ }).textContent).toMatch(/5$/);
    expect(screen.getByText(/räknas inte bland dina anteckningar/)).toBeInstanceOf(HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: /^Gå till kommentaren/ }));
    expect(asked).toEqual(['goTo comment Stämmer siffran?']);
  });

  it('is found by its words and its author, and can be left out', () => {
    show(notes, null, [foreignComment('Stämmer siffran?'), foreignComment('Struken i nämnden')]);
    const search = screen.getByRole('searchbox', { name: 'Sök i anteckningarna' });
    fireEvent.change(search, { target: { value: 'alva' } });
    expect(comments()).toHaveLength(2);
    fireEvent.change(search, { target: { value: 'siffran' } });
    expect(comments()).toHaveLength(1);
    fireEvent.change(search, { target: { value: '' } });
    fireEvent.click(screen.getByRole('switch', { name: 'Bara mina egna' }));
    expect(screen.queryByRole('region', { name: /^Kommentarer i handlingarna/ })).toBeNull();
    expect(texts()).toHaveLength(notes.length);
  });

  it('is shown where there are no notes yet, as theirs, with what one’s own notes will do there', () => {
    show([], null, [foreignComment('Stämmer siffran?'), foreignComment('Struken i nämnden')]);
    expect(comments()).toHaveLength(2);
    expect(screen.getByText('Inga egna anteckningar i mötet än')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/0 av 0/)).toBeNull();
    const told = (): string | null => screen.getByText(/^Inga egna anteckningar\./).textContent;
    expect(told()).toBe('Inga egna anteckningar. 2 av 2 kommentarer av andra visas');
    const search = screen.getByRole('searchbox', { name: 'Sök i andras kommentarer' });
    fireEvent.change(search, { target: { value: 'siffran' } });
    expect(told()).toBe('Inga egna anteckningar. 1 av 2 kommentarer av andra visas');
    fireEvent.change(search, { target: { value: 'finns inte' } });
    expect(screen.getByText('Ingen kommentar passar')).toBeInstanceOf(HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Rensa urvalet' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Bara mina egna' }));
    expect(told()).toBe('Inga egna anteckningar. Ingen av 2 kommentarer av andra visas');
    expect(screen.getByText(/Rensa urvalet för att se det/)).toBeInstanceOf(HTMLElement);
  });
});
