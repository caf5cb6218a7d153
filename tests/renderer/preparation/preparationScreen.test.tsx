import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Result } from '../../../core/errors.ts';
import { failure, ok } from '../../../core/errors.ts';
import type { MeetingView } from '../../../core/library/views.ts';
import { PreparationScreen } from '../../../renderer/features/preparation/PreparationScreen.tsx';
import type { FakeBridge } from '../../support/fakeClient.ts';
import { createFakeBridge, installFakeBridge } from '../../support/fakeClient.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { testId } from '../../support/testManifest.ts';
import { sampleMeetingView } from './preparationScene.ts';

const meetingId = testId('meeting', 1);
const itemId = testId('item', 1);
const note = (n: number, changes: Partial<Annotation> = {}): Annotation => ({
  id: testId('part', n),
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: { meeting: meetingId, source: { type: 'item', item: itemId }, selectors: [] },
  text: '',
  createdAt: n,
  modifiedAt: n,
  conflictingTexts: [],
  ...changes,
});

let fake: FakeBridge;
let annotations: readonly Annotation[];
let onGoTo: ReturnType<typeof vi.fn<(noteId: string) => void>>;
const onClose = vi.fn();

const notesView = () => ({ meetingId, annotations, canUndo: false, canRedo: false, damage: null });
const callsOf = (name: string): readonly unknown[] =>
  fake.calls.filter((call) => call.name === name).map(({ args }) => args);
const tellNotes = (now: readonly Annotation[]): void => {
  annotations = now;
  act(() => fake.emit('notes.changed', notesView()));
};

async function open(meeting: Result<MeetingView> = ok(sampleMeetingView())): Promise<void> {
  fake = createFakeBridge({
    meeting: { open: () => Promise.resolve(meeting) },
    notes: {
      list: () => Promise.resolve(ok(notesView())),
      add: ({ draft }) => Promise.resolve(ok({ ...note(90), ...draft, conflictingTexts: [] })),
      edit: () => Promise.resolve(ok(note(90))),
      remove: () => Promise.resolve(ok(undefined)),
    },
  });
  installFakeBridge(fake);
  onGoTo = vi.fn();
  renderWithMessages(
    <PreparationScreen
      meetingId={meetingId}
      itemId={itemId}
      onClose={onClose}
      onTakeIn={() => undefined}
      onGoTo={onGoTo}
    />,
  );
  await waitFor(() => expect(callsOf('meeting.open')).toHaveLength(1));
}

beforeEach(() => {
  annotations = [];
  onClose.mockClear();
});

describe('the desk', () => {
  test('shows what is to be decided and the item’s own notes', async () => {
    annotations = [note(1, { text: 'Kolla bullret' })];
    await open();
    expect(await screen.findByText('Planen antas.')).toBeDefined();
    expect(screen.getByText('Kolla bullret')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Gå till platsen' }));
    expect(onGoTo).toHaveBeenCalledWith(testId('part', 1));
  });

  test('says why a meeting cannot be opened, and leads back', async () => {
    await open(failure('meetingUnknown'));
    fireEvent.click(await screen.findByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  test('adds a paragraph of the speech to the item, last in its order, and puts the focus into it', async () => {
    annotations = [note(1, { kind: 'speech', text: 'Först', order: 0 })];
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Nytt stycke' }));
    await waitFor(() => expect(callsOf('notes.add')).toHaveLength(1));
    expect(callsOf('notes.add')[0]).toMatchObject({
      draft: { kind: 'speech', order: 1, target: { source: { type: 'item', item: itemId } } },
    });
    tellNotes([...annotations, note(90, { kind: 'speech', order: 1 })]);
    const fresh = await screen.findByRole('textbox', { name: 'Stycke 2' });
    await waitFor(() => expect(document.activeElement).toBe(fresh));
  });

  test('stores what is typed after a pause, once, and at once when one leaves', async () => {
    annotations = [note(1, { kind: 'speech', text: 'Först', order: 0 })];
    await open();
    const field = await screen.findByRole('textbox', { name: 'Stycke 1' });
    fireEvent.change(field, { target: { value: 'Först och' } });
    fireEvent.change(field, { target: { value: 'Först och sist' } });
    expect(callsOf('notes.edit')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(callsOf('notes.edit')).toEqual([
      { meetingId, id: testId('part', 1), patch: { text: 'Först och sist' } },
    ]);
  });

  test('moves a paragraph by giving both their new order', async () => {
    annotations = [
      note(1, { kind: 'speech', text: 'Ett', order: 0 }),
      note(2, { kind: 'speech', text: 'Två', order: 1 }),
    ];
    await open();
    const [, down] = await screen.findAllByRole('button', { name: 'Flytta upp' });
    if (down === undefined) throw new Error('no button');
    fireEvent.click(down);
    await waitFor(() => expect(callsOf('notes.edit')).toHaveLength(2));
    expect(callsOf('notes.edit')).toEqual([
      { meetingId, id: testId('part', 2), patch: { order: 0 } },
      { meetingId, id: testId('part', 1), patch: { order: 1 } },
    ]);
  });

  test('tells the effect of a conflict of interest, and marks the item', async () => {
    annotations = [note(1, { kind: 'conflict', text: 'Granne' })];
    await open();
    expect(await screen.findByText(/får inte vara närvarande/)).toBeDefined();
    expect(screen.getByRole('navigation').textContent).toContain('Jäv');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Jag är jävig i ärendet' }));
    await waitFor(() => expect(callsOf('notes.remove')).toHaveLength(1));
  });

  test('keeps the screen awake in meeting mode only, and goes from item to item by arrows', async () => {
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Mötesläge' }));
    expect(await screen.findByText('Ärende 1 av 2')).toBeDefined();
    fireEvent.keyDown(window, { key: 'ArrowRight' });
    expect(await screen.findByRole('heading', { name: /Budget/ })).toBeDefined();
    fireEvent.keyDown(window, { key: 'Escape' });
    await waitFor(() => expect(callsOf('app.keepAwake')).toEqual([{ isOn: true }, { isOn: false }]));
  });

  test('says that a change could not be stored', async () => {
    await open();
    await screen.findByText('Planen antas.');
    fake.answer({ notes: { add: () => Promise.resolve(failure('diskFull', { file: 'wal' })) } });
    fireEvent.click(screen.getByRole('button', { name: 'Ny fråga' }));
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});
