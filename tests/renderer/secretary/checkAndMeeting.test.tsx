import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { go } from '../../../renderer/app/appStore.ts';
import { createFakeDrafts } from '../../support/fakeDrafts.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';
import { openEditor, rows, selectItem, type } from './openEditor.tsx';
import { sampleBody, sampleDocument, sampleDraft, sampleItem } from './secretaryBuilders.ts';

vi.mock('../../../renderer/features/reader/engine/pdfService.ts', () => ({
  pdfHost: {
    request: () => ({ answer: Promise.resolve(null), cancel: () => undefined }),
    warm: () => undefined,
  },
}));

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
