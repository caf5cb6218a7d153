import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { addMissingBrowserParts } from '../workspace/browserParts.ts';
import { sampleNote } from '../workspace/meetingBuilders.ts';
import { acts, asked, onItem, show } from './shownPane.tsx';

const height = { name: 'Höjd', colour: 'blue' as const };
const notes: readonly Annotation[] = [
  sampleNote(1, { target: onItem(1), kind: 'note', colour: null, text: 'Ett', tags: [height] }),
  sampleNote(2, { target: onItem(1), kind: 'task', colour: null, text: 'Två' }),
  sampleNote(3, { target: onItem(2), kind: 'conflict', colour: null, text: 'Tre' }),
];

const places = (): HTMLElement[] => screen.getAllByRole('button', { name: /^Gå till / });
const place = (n: number): HTMLElement => {
  const found = places()[n];
  if (found === undefined) throw new Error('no such note');
  return found;
};
const key = (name: string, more: object = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
};
const chosen = (): boolean[] =>
  screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Välj / }).map(({ checked }) => checked);
const chooseAll = (): void => {
  show(notes);
  place(0).focus();
  key('a', { ctrlKey: true });
};
const fromMenu = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: 'Gör med de valda' }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
};

describe('choosing several notes', () => {
  beforeEach(() => {
    addMissingBrowserParts();
    asked.length = 0;
    acts.length = 0;
  });
  afterEach(cleanup);

  it('goes by Ctrl and Shift with the mouse, and leads nowhere then', () => {
    show(notes);
    fireEvent.click(place(0), { ctrlKey: true });
    expect(chosen()).toEqual([true, false, false]);
    fireEvent.click(place(2), { shiftKey: true });
    expect(chosen()).toEqual([true, true, true]);
    fireEvent.click(place(1), { ctrlKey: true });
    expect(chosen()).toEqual([true, false, true]);
    expect(asked).toEqual([]);
    expect(screen.getByRole('toolbar', { name: 'Valda anteckningar' }).textContent).toContain('2 valda');
  });

  it('goes by keys: Shift with arrows, Ctrl+A, Escape', () => {
    show(notes);
    place(0).focus();
    key('ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual([true, true, false]);
    key('ArrowUp', { shiftKey: true });
    expect(chosen()).toEqual([true, false, false]);
    key('Escape');
    expect(chosen()).toEqual([false, false, false]);
    key('a', { ctrlKey: true });
    expect(chosen()).toEqual([true, true, true]);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('3 valda');
  });

  it('deletes all of them with Delete on one of them', () => {
    chooseAll();
    key('Delete');
    expect(asked).toEqual(['several.said.removed']);
    expect(acts[0]?.map(({ what, id }) => [what, id])).toEqual(
      [1, 2, 3].map((n) => ['remove', testId(3000 + n)]),
    );
  });

  it('leaves out what no longer fits the search', () => {
    chooseAll();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ett' } });
    expect(screen.getByRole('toolbar').textContent).toContain('1 vald');
  });

  it('asks before notes are marked for the office, and never marks a conflict of interest', async () => {
    chooseAll();
    await fromMenu('Till kansliet');
    expect(acts).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Märk ”Till kansliet”' }));
    expect(acts[0]).toEqual(
      [1, 2].map((n) => ({ what: 'edit', id: testId(3000 + n), patch: { noteClass: 'toOffice' } })),
    );
  });

  it('says how many of them can be turned into a kind, and turns those', async () => {
    chooseAll();
    await fromMenu('Fråga (2 av 3)');
    expect(acts[0]?.map(({ id }) => id)).toEqual([testId(3001), testId(3002)]);
  });

  it('marks tasks as done, copies, saves and merges', async () => {
    show(notes.slice(0, 2));
    place(0).focus();
    key('a', { ctrlKey: true });
    await fromMenu('Märk som klara');
    await fromMenu('Slå ihop till en anteckning');
    await fromMenu('Kopiera som text med källa');
    await fromMenu('Spara de valda som tabell (CSV)');
    expect(asked).toEqual(['several.said.changed', 'several.said.merged', 'copy 1,2', 'save csv 2']);
    expect(acts[0]).toEqual([{ what: 'edit', id: testId(3002), patch: { done: true } }]);
    expect(acts[1]).toEqual([
      { what: 'edit', id: testId(3001), patch: { text: 'Ett\n\nTvå', noteClass: 'private', tags: [height] } },
      { what: 'remove', id: testId(3002) },
    ]);
  });

  it('puts a tag on all of them and takes one off, by keys alone', async () => {
    chooseAll();
    fireEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Taggar' }));
    const dialog = await screen.findByRole('dialog', { name: 'Taggar på 3 valda anteckningar' });
    expect(within(dialog).getByText('Höjd, på 1 av 3')).toBeTruthy();
    const field = within(dialog).getByRole('combobox', { name: 'Tagg' });
    fireEvent.change(field, { target: { value: 'hö' } });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(acts[0]?.map(({ id }) => id)).toEqual([testId(3002), testId(3003)]);
    fireEvent.keyDown(field, { key: 'Backspace' });
    expect(acts[1]).toEqual([{ what: 'edit', id: testId(3001), patch: { tags: [] } }]);
  });
});

describe('tags', () => {
  beforeEach(() => {
    addMissingBrowserParts();
    asked.length = 0;
    acts.length = 0;
  });
  afterEach(cleanup);

  it('are written on a note: Enter makes a new one, Backspace takes the last away', async () => {
    show(notes);
    fireEvent.click(screen.getAllByRole('button', { name: 'Mer om anteckningen' })[0] ?? document.body);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ändra taggar' }));
    const field = await screen.findByRole('combobox', { name: 'Tagg' });
    fireEvent.change(field, { target: { value: ' Skugga ' } });
    expect(screen.getByRole('option', { name: 'Ny tagg: Skugga' })).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(field, { key: 'Backspace' });
    const skugga = { name: 'Skugga', colour: 'yellow' };
    expect(asked).toEqual([
      `change ${JSON.stringify([testId(3001), { tags: [height, skugga] }])}`,
      `change ${JSON.stringify([testId(3001), { tags: [] }])}`,
    ]);
  });

  it('are renamed, merged and deleted everywhere, each as one thing', async () => {
    const shade = { name: 'Skugga', colour: 'pink' as const };
    show([...notes, sampleNote(4, { target: onItem(1), text: 'Fyra', tags: [shade, height] })]);
    fireEvent.click(screen.getByRole('button', { name: 'Hantera taggar' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ändra taggen Skugga' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Namn' }), { target: { value: 'höjd' } });
    fireEvent.click(screen.getByRole('button', { name: 'Slå ihop med Höjd' }));
    const merged = { ...height, colour: 'pink' };
    expect(acts[0]).toEqual([
      { what: 'edit', id: testId(3001), patch: { tags: [merged] } },
      { what: 'edit', id: testId(3004), patch: { tags: [merged] } },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort taggen Höjd överallt' }));
    expect(asked).toEqual(['tags.said.changed', 'tags.said.deleted']);
    expect(acts[1]).toHaveLength(2);
  });
});
