import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../core/errors.ts';
import { CommandPalette } from '../../../renderer/app/commands/CommandPalette.tsx';
import { keepTyped } from '../../../renderer/app/commands/typedAhead.ts';
import { recentEntries } from '../../../renderer/features/palette/recentEntries.ts';
import { sampleAppState } from '../../support/fakeClient.ts';
import { sampleMeeting, testId } from '../../support/libraryBuilders.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { openWindow, settle } from '../../support/openWindow.tsx';

beforeEach(() => recentEntries.setState([], true));

const frames = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 120));
  });

async function openPalette(): Promise<HTMLElement> {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', ctrlKey: true });
  await settle();
  return screen.getByRole('combobox');
}

function type(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
}

const options = (): readonly string[] =>
  screen.queryAllByRole('option').map((option) => option.querySelector('.palette__title')?.textContent ?? '');
const activeOption = (field: HTMLElement): string =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.querySelector('.palette__title')
    ?.textContent ?? '';

describe('the palette', () => {
  it('opens by Ctrl+K and Ctrl+Shift+P, and gives the focus back on Escape', async () => {
    await openWindow({ view: { meetings: [sampleMeeting()] } });
    const card = screen.getByRole('button', { name: 'Kommunstyrelsens sammanträde' });
    card.focus();
    const field = await openPalette();
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'Escape' });
    await frames();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(card);
    fireEvent.keyDown(card, { key: 'P', ctrlKey: true, shiftKey: true });
    await settle();
    expect(screen.getByRole('combobox')).toBeTruthy();
  });

  it('goes to a meeting of the library', async () => {
    await openWindow({
      view: {
        meetings: [sampleMeeting(), sampleMeeting({ meetingId: testId(2), title: 'Årsmöte i nämnden' })],
      },
    });
    const field = await openPalette();
    type(field, 'års');
    expect(activeOption(field)).toBe('Årsmöte i nämnden');
  });

  it('moves round the list by arrows while the field keeps the focus', async () => {
    await openWindow();
    const field = await openPalette();
    const [first, second] = options();
    expect(activeOption(field)).toBe(first);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(activeOption(field)).toBe(second);
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
    const selected = screen.getByRole('option', { selected: true });
    expect(selected.getAttribute('aria-posinset')).toBe(selected.getAttribute('aria-setsize'));
    expect(document.activeElement).toBe(field);
  });

  it('carries a command out after it has closed, found by its name in the other language, and has it first next time', async () => {
    const asked: string[] = [];
    await openWindow({
      answers: {
        app: {
          setTheme: ({ theme }) => {
            asked.push(theme);
            return Promise.resolve(ok(sampleAppState({ theme })));
          },
        },
      },
    });
    const field = await openPalette();
    type(field, 'dark appear');
    expect(options()).toEqual(['Mörkt utseende']);
    fireEvent.keyDown(field, { key: 'Enter' });
    await frames();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(asked).toEqual(['dark']);
    await openPalette();
    expect(options()[0]).toBe('Mörkt utseende');
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Nyss använt');
  });

  it('says when nothing fits, and how many do', async () => {
    await openWindow();
    const field = await openPalette();
    type(field, 'finns inte alls');
    expect(options()).toEqual([]);
    expect(field.getAttribute('aria-activedescendant')).toBeNull();
    expect(screen.getByText(/Inget stämmer med ”finns inte alls”/)).toBeTruthy();
    expect(screen.getByText('Inga förslag')).toBeTruthy();
  });

  it('draws a few lines of many', async () => {
    const meetings = Array.from({ length: 80 }, (_, index) =>
      sampleMeeting({ meetingId: testId(index + 1), title: `Kyrkbyn ${index + 1}` }),
    );
    await openWindow({ view: { meetings } });
    const field = await openPalette();
    type(field, 'kyrkbyn');
    expect(options().length).toBeLessThan(40);
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-setsize')).toBe('80');
    fireEvent.keyDown(field, { key: 'End', ctrlKey: true });
    expect(activeOption(field)).not.toBe('');
  });

  it('lies over no other dialog', async () => {
    await openWindow();
    fireEvent.keyDown(document.body, { key: 'F1' });
    await settle();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', ctrlKey: true });
    await settle();
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });
});

describe('the overview of keys', () => {
  it('opens by ? where nothing is written, and is searched', async () => {
    await openWindow();
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    await settle();
    const field = screen.getByRole('searchbox');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'gå till sida' } });
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Gå till sida']);
    expect(screen.getByText('1 kortkommando')).toBeTruthy();
  });

  it('leaves ? to a text that is being written', async () => {
    await openWindow();
    const field = await openPalette();
    fireEvent.keyDown(field, { key: '?', shiftKey: true });
    await settle();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('what is typed before the palette is there', () => {
  it('comes into its field, and no letter of it is a command', () => {
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    window.addEventListener('keydown', hear);
    const takeTyped = keepTyped();
    for (const key of ['r', 'x', 'Backspace', 'u', 'Shift']) fireEvent.keyDown(document.body, { key });
    renderWithMessages(<CommandPalette takeTyped={takeTyped} onClose={() => undefined} />);
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('ru');
    expect(heard).toEqual(['Shift']);
    fireEvent.keyDown(document.body, { key: 'r' });
    expect(heard).toEqual(['Shift', 'r']);
    window.removeEventListener('keydown', hear);
  });
});
