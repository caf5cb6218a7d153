import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { testId } from '../../support/libraryBuilders.ts';
import { settle } from '../../support/openWindow.tsx';
import { agenda, key, openEditor, rows, selectItem, type } from './openEditor.tsx';
import { sampleDraft, sampleItem } from './secretaryBuilders.ts';

vi.mock('../../../renderer/features/reader/engine/pdfService.ts', () => ({
  pdfHost: {
    request: () => ({ answer: Promise.resolve(null), cancel: () => undefined }),
    warm: () => undefined,
  },
}));

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

  it('is sealed from where a person is named who is not to see it, and stays closed to whoever is named later', async () => {
    const fake = await openEditor(sampleDraft({ items: [sampleItem(2, 'Avtal')] }));
    await selectItem(/Avtal/);
    const name = async (person: string): Promise<void> => {
      fireEvent.click(screen.getByRole('button', { name: 'Ange jävig person' }));
      fireEvent.click(await screen.findByRole('menuitem', { name: person }));
      await settle();
      await settle();
    };
    await name('Olle Ek (S)');
    fireEvent.click(screen.getByRole('button', { name: 'Försegla nu' }));
    await settle();
    const entitled = (): readonly string[] | undefined => fake.draft(testId(800)).items[0]?.seal?.entitled;
    expect(entitled()).toEqual([testId(901), testId(903)]);
    await name('Maja Lind (C)');
    expect(entitled()).toEqual([testId(903)]);
  });
});
