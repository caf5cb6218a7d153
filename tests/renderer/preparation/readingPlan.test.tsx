import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AgendaEntry } from '../../../core/library/views.ts';
import { itemSheets } from '../../../core/preparation/sheet.ts';
import { ReadingPlanPanel } from '../../../renderer/features/preparation/plan/ReadingPlanPanel.tsx';
import type { PlanTools } from '../../../renderer/features/preparation/plan/usePlan.ts';
import { emptyPlan } from '../../support/fakeClient.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { testId } from '../../support/testManifest.ts';
import { sampleMeetingView } from './preparationScene.ts';

afterEach(cleanup);

const meetingId = testId('meeting', 1);
const withDocument = (entry: AgendaEntry, n: number, isRead: boolean): AgendaEntry => ({
  ...entry,
  documents: [
    {
      id: testId('document', n),
      title: `Handling ${n}`,
      documentKind: 'other',
      sha256: 'ab'.repeat(32),
      mediaType: 'application/pdf',
      size: 1,
      pageCount: 4,
      pages: null,
      firstPackPage: 1,
      personalData: false,
      available: true,
      change: 'none',
      readState: isRead ? 'read' : 'unread',
      position: null,
    },
  ],
});

function show(changes: Partial<PlanTools> = {}, isRead = false): PlanTools {
  const view = sampleMeetingView();
  const meeting = {
    ...view,
    agenda: view.agenda.map((entry, n) => withDocument(entry, n + 1, isRead && n === 0)),
  };
  const plan: PlanTools = {
    view: {
      ...emptyPlan(meetingId),
      speed: { wordsPerMinute: 200, isByHand: false, pageCount: 42 },
      words: { [testId('document', 1)]: [500, 500, 500, 500], [testId('document', 2)]: [500, 500, 500, 500] },
      deadlines: { [testId('item', 2)]: '2020-01-02' },
    },
    error: null,
    setDeadline: vi.fn(),
    setOrder: vi.fn(),
    setSpeed: vi.fn(),
    forgetReading: vi.fn(),
    ...changes,
  };
  renderWithMessages(
    <ReadingPlanPanel
      meeting={meeting}
      sheets={itemSheets(meeting.agenda, [])}
      plan={plan}
      onShow={() => undefined}
    />,
  );
  return plan;
}

describe('the reading plan', () => {
  test('says the time by the words, what the speed is built on, and which deadline has passed', () => {
    show();
    expect(screen.getByText('Ungefär 20 minuter kvar att läsa')).toBeDefined();
    expect(screen.getByText('Byggt på 42 sidor som du har läst')).toBeDefined();
    expect(screen.getByText(/skulle ha varit läst/)).toBeDefined();
  });

  test('says what fits into the time there is', () => {
    show();
    fireEvent.change(screen.getByRole('textbox', { name: 'Jag har' }), { target: { value: '12' } });
    expect(screen.getByText(/Du hinner 1 av 2/)).toBeDefined();
    expect(screen.getByText(/hinns inte/)).toBeDefined();
  });

  test('moves an item by key, and says where it is now', () => {
    const plan = show();
    fireEvent.keyDown(screen.getByRole('button', { name: /Budget/ }), { key: 'ArrowUp', altKey: true });
    expect(plan.setOrder).toHaveBeenCalledWith([testId('item', 2), testId('item', 1)]);
    expect(screen.getByRole('status').textContent).toBe('Budget är nu nummer 1 av 2');
  });

  test('moves an item by dragging', () => {
    const plan = show();
    const [first, second] = screen.getAllByRole('listitem');
    const dataTransfer = { setData: vi.fn(), effectAllowed: 'none' };
    if (first === undefined || second === undefined) throw new Error('two lines');
    fireEvent.dragStart(first, { dataTransfer });
    fireEvent.dragOver(second, { dataTransfer });
    fireEvent.drop(second, { dataTransfer });
    expect(plan.setOrder).toHaveBeenCalledWith([testId('item', 2), testId('item', 1)]);
  });

  test('marks what is read as done', () => {
    show({}, true);
    expect(screen.getByText('läst')).toBeDefined();
    expect(screen.getByText('Ungefär 10 minuter kvar att läsa')).toBeDefined();
  });

  test('takes a speed within reason only, and offers to remove what was measured', () => {
    const plan = show();
    const speed = screen.getByRole('textbox', { name: /^Läshastighet/ });
    fireEvent.change(speed, { target: { value: '5' } });
    fireEvent.keyDown(speed, { key: 'Enter' });
    expect(plan.setSpeed).not.toHaveBeenCalled();
    expect(screen.getByText('Mellan 60 och 900 ord i minuten.')).toBeDefined();
    fireEvent.change(speed, { target: { value: '300' } });
    fireEvent.keyDown(speed, { key: 'Enter' });
    expect(plan.setSpeed).toHaveBeenCalledWith(300);
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort det som mätts' }));
    expect(plan.forgetReading).toHaveBeenCalled();
  });
});
