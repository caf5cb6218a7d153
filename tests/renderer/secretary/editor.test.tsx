import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../core/draft/draft.ts';
import { ok } from '../../../core/errors.ts';
import { go } from '../../../renderer/app/appStore.ts';
import { initialSecretaryStore, useSecretary } from '../../../renderer/app/secretary/secretaryStore.ts';
import type { FakeDrafts } from '../../support/fakeDrafts.ts';
import { createFakeDrafts } from '../../support/fakeDrafts.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';
import { sampleBody, sampleDraft, sampleDocument, sampleItem } from './secretaryBuilders.ts';

vi.mock('../../../renderer/features/reader/engine/pdfService.ts', () => ({
  pdfHost: {
    request: () => ({ answer: Promise.resolve(null), cancel: () => undefined }),
    warm: () => undefined,
  },
}));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => useSecretary.setState(initialSecretaryStore));

async function openEditor(draft: Draft = sampleDraft(), choose: readonly string[] = []): Promise<FakeDrafts> {
  const fake = createFakeDrafts([draft], [sampleBody]);
  const drafts = { ...fake.drafts, choose: () => Promise.resolve(ok(choose)) };
  await openWindow({ answers: { drafts } });
  act(() => go({ name: 'draft', draftId: draft.id }));
  await settle();
  await settle();
  return fake;
}

const agenda = (): HTMLElement => screen.getByRole('treegrid', { name: 'Föredragningslista' });
const rows = (): (string | null)[] =>
  within(agenda())
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label'));
const selectItem = async (name: RegExp): Promise<HTMLElement> => {
  const row = within(agenda()).getByRole('row', { name });
  fireEvent.pointerDown(row, { pointerType: 'mouse', button: 0 });
  fireEvent.pointerUp(row, { pointerType: 'mouse', button: 0 });
  fireEvent.click(row);
  await settle();
  return row;
};
const key = async (combination: Partial<KeyboardEventInit> & { key: string }): Promise<void> => {
  fireEvent.keyDown(document.activeElement ?? document.body, { bubbles: true, ...combination });
  await settle();
  await settle();
};
const type = async (field: HTMLElement, text: string): Promise<void> => {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
  await settle();
};

describe('the agenda', () => {
  it('says in each row what there is: number, kind, time, minutes, documents and what is to be mended', async () => {
    await openEditor();
    expect(rows()).toEqual([
      '1. Val av justerare. Formalia. Börjar 13.00',
      '2. Budget 2027. Beslut. Börjar 13.00. 20 min. 1 varning',
      '3. Detaljplan. Beslut. Börjar 13.20. 10 min. 1 handling. 1 varning',
    ]);
  });

  it('adds an item after the one selected, numbered, with its title to be written', async () => {
    const fake = await openEditor();
    await selectItem(/Val av justerare/);
    await key({ key: 'Enter', ctrlKey: true });
    const title = screen.getByRole('textbox', { name: 'Rubrik' });
    expect(document.activeElement).toBe(title);
    await type(title, 'Upprop');
    expect(fake.draft(testId(800)).items.map(({ number, title: own }) => `${number} ${own}`)).toEqual([
      '1 Val av justerare',
      '2 Upprop',
      '3 Budget 2027',
      '4 Detaljplan',
    ]);
  });

  it('moves, indents and takes back by key, and says what was taken back', async () => {
    const fake = await openEditor();
    await selectItem(/Detaljplan/);
    await key({ key: 'ArrowUp', altKey: true });
    expect(fake.draft(testId(800)).items.map(({ title }) => title)[1]).toBe('Detaljplan');
    await key({ key: 'ArrowRight', altKey: true });
    expect(fake.draft(testId(800)).items[0]?.children.map(({ number }) => number)).toEqual(['1.1']);
    expect(screen.getByRole('button', { name: 'Ångra: flytta ärende' })).toBeTruthy();
    await key({ key: 'z', ctrlKey: true });
    expect(fake.draft(testId(800)).items).toHaveLength(3);
    expect(screen.getByText('Ångrat: flytta ärende')).toBeTruthy();
    await key({ key: 'y', ctrlKey: true });
    expect(fake.draft(testId(800)).items).toHaveLength(2);
  });

  it('joins several selected items into the first', async () => {
    const fake = await openEditor();
    const row = await selectItem(/Val av justerare/);
    act(() => row.focus());
    await key({ key: 'ArrowDown', shiftKey: true });
    fireEvent.click(screen.getAllByRole('button', { name: /Slå ihop/ })[0] ?? document.body);
    await settle();
    expect(fake.draft(testId(800)).items.map(({ title }) => title)).toEqual([
      'Val av justerare',
      'Detaljplan',
    ]);
  });

  it('removes the selected item and selects the next', async () => {
    const fake = await openEditor();
    const row = await selectItem(/Budget/);
    act(() => row.focus());
    await key({ key: 'Delete' });
    expect(fake.draft(testId(800)).items.map(({ title }) => title)).toEqual([
      'Val av justerare',
      'Detaljplan',
    ]);
    expect(screen.getByRole('textbox', { name: 'Rubrik' })).toHaveProperty('value', 'Detaljplan');
  });

  it('draws a hundred items', async () => {
    const items = Array.from({ length: 100 }, (_, index) => sampleItem(2000 + index, `Ärende ${index}`));
    await openEditor(sampleDraft({ items }));
    expect(rows()).toHaveLength(100);
  });
});

describe('an item', () => {
  it('keeps a wrong number of minutes on screen, says why, and stores nothing', async () => {
    const fake = await openEditor();
    await selectItem(/Budget/);
    const minutes = screen.getByRole('textbox', { name: 'Minuter' });
    await type(minutes, 'tjugo');
    expect(screen.getByText('Skriv hela minuter, till exempel 15')).toBeTruthy();
    expect(minutes).toHaveProperty('value', 'tjugo');
    expect(fake.draft(testId(800)).items[1]?.minutes).toBe(20);
    await type(minutes, '25');
    expect(fake.draft(testId(800)).items[1]?.minutes).toBe(25);
  });

  it('takes a number of its own and gives it back to numbering', async () => {
    const fake = await openEditor();
    await selectItem(/Budget/);
    const number = screen.getByRole('textbox', { name: 'Nummer' });
    await type(number, '12');
    expect(fake.draft(testId(800)).items.map((item) => item.number)).toEqual(['1', '12', '13']);
    await type(number, '');
    expect(fake.draft(testId(800)).items.map((item) => item.number)).toEqual(['1', '2', '3']);
  });

  it('makes a new point with Enter and joins it again with Backspace', async () => {
    const fake = await openEditor();
    await selectItem(/Budget/);
    const point = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Punkt 1' });
    act(() => point.focus());
    point.setSelectionRange(8, 8);
    await key({ key: 'Enter' });
    expect(fake.draft(testId(800)).items[1]?.proposedDecision).toEqual(['Budgeten', 'antas.']);
    const second = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Punkt 2' });
    expect(document.activeElement).toBe(second);
    second.setSelectionRange(0, 0);
    await key({ key: 'Backspace' });
    expect(fake.draft(testId(800)).items[1]?.proposedDecision).toEqual(['Budgeten antas.']);
  });

  it('takes chosen files as documents, in the order they were chosen', async () => {
    const fake = await openEditor(sampleDraft(), ['/hem/Bilaga 1.pdf', '/hem/Bilaga 2.pdf']);
    await selectItem(/Detaljplan/);
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till handlingar …' }));
    await settle();
    await settle();
    expect(fake.draft(testId(800)).items[2]?.documents.map(({ title }) => title)).toEqual([
      'Tjänsteskrivelse',
      'Bilaga 1',
      'Bilaga 2',
    ]);
  });

  it('takes files that are dropped on its row, and keeps them from the window', async () => {
    const fake = await openEditor();
    const row = within(agenda()).getByRole('row', { name: /Budget/ });
    const file = new File([], 'Budget.pdf');
    fireEvent.drop(row, { dataTransfer: { types: ['Files'], files: [file] } });
    await settle();
    await settle();
    expect(fake.draft(testId(800)).items[1]?.documents.map(({ title }) => title)).toEqual(['Budget']);
  });

  it('says who is called in for somebody with a conflict of interest, and where that is laid down', async () => {
    const conflicts = [{ person: testId(901), policy: 'warn' as const }];
    const draft = sampleDraft({ items: [sampleItem(2, 'Avtal', { conflicts })] });
    const { body } = draft.meeting;
    // oxlint-disable-next-line unicorn/no-thenable
    const callIn = [{ party: 'C', then: ['S'] }];
    const roster = body.roster === null ? null : { ...body.roster, callIn, source: 'KF § 190' };
    await openEditor({ ...draft, meeting: { ...draft.meeting, body: { ...body, roster } } });
    await selectItem(/Avtal/);
    expect(screen.getByText('In kallas Nils Dahl (C) (KF § 190)')).toBeTruthy();
  });

  it('is sealed for all but those with a conflict of interest, chosen from the roster', async () => {
    const items = [sampleItem(2, 'Avtal', { conflicts: [{ person: testId(902), policy: 'hide' }] })];
    const fake = await openEditor(sampleDraft({ items }));
    await selectItem(/Avtal/);
    fireEvent.click(screen.getByRole('button', { name: 'Försegla ärendet' }));
    await settle();
    expect(fake.draft(testId(800)).items[0]?.seal).toMatchObject({
      reason: 'conflict',
      entitled: [testId(901), testId(903)],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Ingen' }));
    await settle();
    expect(screen.getByText('Välj minst en person som får öppna ärendet')).toBeTruthy();
  });
});

describe('the check', () => {
  const check = (): HTMLElement => screen.getByRole('region', { name: 'Kontroll' });

  it('tells what stops the pack, and leads to the field that mends it', async () => {
    const draft = sampleDraft();
    const fake = await openEditor({ ...draft, meeting: { ...draft.meeting, place: null } });
    await selectItem(/Budget/);
    fireEvent.click(within(check()).getByRole('button', { name: /^Gå till: Plats saknas/ }));
    await settle();
    const place = screen.getByRole('textbox', { name: 'Plats' });
    expect(document.activeElement).toBe(place);
    await type(place, 'Stora salen');
    expect(fake.draft(draft.id).meeting.place).toBe('Stora salen');
    expect(within(check()).queryByText('Plats saknas')).toBeNull();
  });

  it('accepts a warning and takes the acceptance back', async () => {
    const items = [sampleItem(2, 'Budget', { documents: [sampleDocument(31, 'Bilaga')] })];
    await openEditor(sampleDraft({ items }));
    const what = 'Förslag till beslut saknas, 1 Budget';
    fireEvent.click(within(check()).getByRole('button', { name: `Godta: ${what}` }));
    await settle();
    expect(within(check()).getByText('Inget att åtgärda')).toBeTruthy();
    fireEvent.click(within(check()).getByText('Godtagna (1)'));
    fireEvent.click(within(check()).getByRole('button', { name: `Godta inte: ${what}` }));
    await settle();
    expect(within(check()).getByText('Att ta ställning till (1)')).toBeTruthy();
  });
});

describe('the meeting', () => {
  it('is cancelled by an act of its own that shows what readers will see', async () => {
    const fake = await openEditor();
    fireEvent.click(screen.getByRole('button', { name: 'Ställ in sammanträdet …' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('Sammanträdet är inställt');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ställ in sammanträdet' }));
    await settle();
    expect(fake.draft(testId(800)).meeting.state).toBe('cancelled');
  });

  it('keeps a date without a time on screen until the time is written', async () => {
    const draft = sampleDraft();
    const fake = await openEditor({ ...draft, meeting: { ...draft.meeting, start: null } });
    const date = screen.getByLabelText('Datum');
    fireEvent.change(date, { target: { value: '2026-12-10' } });
    await settle();
    // The body's usual time comes with the date.
    expect(screen.getByLabelText('Börjar')).toHaveProperty('value', '13:00');
    fireEvent.blur(date);
    await settle();
    expect(fake.draft(draft.id).meeting.start).toBe('2026-12-10T13:00:00+01:00');
  });
});

describe('a template', () => {
  it('keeps the agenda for the next meeting of the body, without documents', async () => {
    const fake = await openEditor();
    fireEvent.click(screen.getByRole('button', { name: 'Spara som mall …' }));
    fireEvent.change(await screen.findByLabelText('Mallens namn'), { target: { value: 'Vanligt möte' } });
    fireEvent.click(screen.getByRole('button', { name: 'Spara mall' }));
    await settle();
    const [template] = fake.bodies()[0]?.templates ?? [];
    expect(template?.name).toBe('Vanligt möte');
    expect(template?.items.flatMap(({ documents }) => documents)).toEqual([]);
    act(() => go({ name: 'drafts' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Nytt sammanträde' }));
    fireEvent.click(await screen.findByRole('radio', { name: /En mall/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Skapa utkast' }));
    await settle();
    await settle();
    expect(rows().map((row) => row?.split('. ')[1])).toEqual([
      'Val av justerare',
      'Budget 2027',
      'Detaljplan',
    ]);
  });
});

describe('the list of drafts', () => {
  it('explains itself when it is empty, and begins a meeting of a body', async () => {
    const fake = createFakeDrafts([], [sampleBody]);
    await openWindow({ answers: { drafts: fake.drafts } });
    fireEvent.click(screen.getByRole('button', { name: 'Förbered kallelse' }));
    await settle();
    expect(screen.getByRole('heading', { name: 'Här förbereds kallelser' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Nytt sammanträde' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Skapa utkast' }));
    await settle();
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Kommunstyrelsen');
    expect(screen.getByRole('heading', { name: 'Inga ärenden än' })).toBeTruthy();
  });

  it('asks before a draft is removed', async () => {
    const fake = createFakeDrafts([sampleDraft()]);
    await openWindow({ answers: { drafts: fake.drafts } });
    act(() => go({ name: 'drafts' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: /Mer om utkastet/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ta bort utkastet …' }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ta bort utkastet' }));
    await settle();
    expect(screen.getByRole('heading', { name: 'Här förbereds kallelser' })).toBeTruthy();
  });
});
