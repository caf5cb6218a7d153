import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MeetingView } from '../../../core/library/views.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleItem, sampleView } from '../workspace/meetingBuilders.ts';
import { openWorkspace } from '../workspace/openWorkspace.tsx';
import { readerSeen } from '../workspace/ReaderStandIn.tsx';

vi.mock('../../../renderer/features/reader/Reader.tsx', () => import('../workspace/ReaderStandIn.tsx'));

let meetings = 0;
/** A meeting of its own, because places visited outlive the workspace. */
const threeItems = () => {
  const view = sampleView({ agenda: [sampleItem(1), sampleItem(2), sampleItem(3)] });
  return { ...view, meeting: { ...view.meeting, meetingId: testId(40_000 + ++meetings) } };
};
const row = (name: RegExp) => screen.getByRole('row', { name });
const key = (pressed: string, more: object = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key: pressed, ...more });
const side = (name: 'Vänster sida' | 'Höger sida') => screen.getByRole('group', { name });
const titles = () => screen.getAllByRole('document', { name: 'Läsaren' }).map((reader) => reader.textContent);

describe('two documents side by side', () => {
  afterEach(cleanup);

  it('opens a row of the agenda beside with ctrl and Enter, to the right and active', async () => {
    await openWorkspace({ view: threeItems() });
    key('Enter', { ctrlKey: true }, row(/^2\. Ärende 2/));
    expect(within(side('Vänster sida')).getByText('Handling 1')).toBeTruthy();
    expect(within(side('Höger sida')).getByText('Handling 2')).toBeTruthy();
    expect(within(side('Höger sida')).getByRole('heading', { name: /Ärende 2/ })).toBeTruthy();
    expect(side('Höger sida').dataset['active']).toBe('true');
  });

  it('switches, swaps and closes with one key each', async () => {
    await openWorkspace({ view: threeItems() });
    key('Enter', { ctrlKey: true }, row(/^2\. Ärende 2/));
    key('F4');
    expect(side('Vänster sida').dataset['active']).toBe('true');
    key('F4', { shiftKey: true });
    expect(within(side('Höger sida')).getByText('Handling 1')).toBeTruthy();
    expect(side('Höger sida').dataset['active']).toBe('true');
    key('F4', { ctrlKey: true });
    expect(screen.queryByRole('group', { name: 'Vänster sida' })).toBeNull();
    expect(titles()).toEqual(['Handling 1']);
  });

  it('opens what is read on the other side too when there is only one', async () => {
    await openWorkspace({ view: threeItems() });
    key('F4');
    expect(titles()).toEqual(['Handling 1', 'Handling 1']);
  });

  it('are kept, and stand there again when the meeting is opened next', async () => {
    const view = threeItems();
    const { calls } = await openWorkspace({ view });
    key('Enter', { ctrlKey: true }, row(/^2\. Ärende 2/));
    key('F4');
    const kept = calls.filter(({ name }) => name === 'meeting.setBeside').at(-1)?.args as {
      beside: NonNullable<MeetingView['lastBeside']>;
    };
    expect(kept.beside).toEqual({
      place: { itemId: testId(502), briefingId: null, documentId: testId(1002) },
      half: 'right',
      isLinked: false,
    });
    const again = await openWorkspace({
      view: { ...view, lastBeside: { ...kept.beside, half: 'left', isLinked: true } },
    });
    expect(within(side('Vänster sida')).getByText('Handling 2')).toBeTruthy();
    expect(side('Höger sida').dataset['active']).toBe('true');
    expect(again.calls.filter(({ name }) => name === 'meeting.setBeside')).toEqual([]);
    key('F4', { ctrlKey: true });
    expect(again.calls.at(-1)).toMatchObject({ name: 'meeting.setBeside', args: { beside: null } });
  });

  it('do not come back when the next revision no longer has them', async () => {
    const place = { itemId: testId(599), briefingId: null, documentId: testId(1099) };
    await openWorkspace({
      view: { ...threeItems(), lastBeside: { place, half: 'right', isLinked: false } },
    });
    expect(titles()).toEqual(['Handling 1']);
  });

  it('offers it in the menu of a row', async () => {
    await openWorkspace({ view: threeItems() });
    fireEvent.contextMenu(row(/^3\. Ärende 3/), { clientX: 40, clientY: 40 });
    fireEvent.click(await screen.findByRole('menuitem', { name: /Öppna bredvid/ }));
    expect(titles()).toEqual(['Handling 1', 'Handling 3']);
  });

  it('opens agenda rows and makes notes on the active side, and touching a side makes it active', async () => {
    const { notes } = await openWorkspace({ view: threeItems() });
    key('Enter', { ctrlKey: true }, row(/^2\. Ärende 2/));
    fireEvent.pointerDown(side('Vänster sida').querySelector('[role="document"]') ?? document.body);
    fireEvent.click(row(/^3\. Ärende 3/));
    await waitFor(() => expect(titles()).toEqual(['Handling 3', 'Handling 2']));
    key('n', { ctrlKey: true, altKey: true });
    fireEvent.change(await screen.findByRole('textbox', { name: /anteckning/i }), {
      target: { value: 'Till vänster' },
    });
    fireEvent(window, new Event('blur'));
    await waitFor(() =>
      expect(notes.view().annotations[0]?.target.source).toEqual({ type: 'item', item: testId(503) }),
    );
  });

  it('remembers the width that the divider was given', async () => {
    const { calls } = await openWorkspace({ view: threeItems() });
    key('F4');
    const divider = screen.queryByRole('separator', { name: 'Den vänstra handlingens bredd' });
    if (!divider) throw new Error('there is no divider');
    fireEvent.keyDown(divider, { key: 'ArrowRight' });
    const layout = calls.findLast((call) => call.name === 'app.setLayout')?.args;
    expect(layout).toMatchObject({ layout: { firstSideShare: expect.any(Number) } });
  });
});

describe('back and forward', () => {
  afterEach(cleanup);

  it('go through the items opened', async () => {
    await openWorkspace({ view: threeItems() });
    expect(screen.getByRole('button', { name: 'Bakåt till förra platsen' })).toHaveProperty('disabled', true);
    fireEvent.click(row(/^2\. Ärende 2/));
    await waitFor(() => expect(titles()).toEqual(['Handling 2']));
    fireEvent.click(row(/^3\. Ärende 3/));
    await waitFor(() => expect(titles()).toEqual(['Handling 3']));
    key('ArrowLeft', { altKey: true });
    await waitFor(() => expect(titles()).toEqual(['Handling 2']));
    fireEvent.click(screen.getByRole('button', { name: 'Bakåt till förra platsen' }));
    await waitFor(() => expect(titles()).toEqual(['Handling 1']));
    expect(screen.getByRole('button', { name: 'Bakåt till förra platsen' })).toHaveProperty('disabled', true);
    key('ArrowRight', { altKey: true });
    await waitFor(() => expect(titles()).toEqual(['Handling 2']));
    fireEvent.mouseUp(document.body, { button: 3 });
    await waitFor(() => expect(titles()).toEqual(['Handling 1']));
  });

  it('go to where in the document one was before a jump', async () => {
    await openWorkspace({ view: threeItems() });
    const position = { page: 3, offset: 0.25, zoom: { mode: 'width' } } as const;
    act(() => readerSeen.props?.onPosition(testId(1001), position));
    act(() => readerSeen.props?.onLeaving?.());
    act(() => readerSeen.props?.onPosition(testId(1001), { ...position, page: 1 }));
    key('ArrowLeft', { altKey: true });
    await waitFor(() => expect(readerSeen.went).toContainEqual(['goToPosition', testId(1001), 3, 0.25]));
  });
});

describe('reading on past the end of an item', () => {
  afterEach(cleanup);

  it('leads to the next item, named below the last page', async () => {
    await openWorkspace({ view: threeItems() });
    expect(readerSeen.props?.next?.label).toBe('Nästa ärende: 2 Ärende 2');
    act(() => readerSeen.props?.next?.onContinue());
    await waitFor(() => expect(titles()).toEqual(['Handling 2']));
    act(() => readerSeen.props?.next?.onContinue());
    await waitFor(() => expect(titles()).toEqual(['Handling 3']));
    expect(readerSeen.props?.next).toBeNull();
  });

  it('begins an item anew that was read to its end before', async () => {
    const view = threeItems();
    const agenda = view.agenda.map((entry, n) =>
      n === 1 ? { ...entry, readState: 'read' as const } : entry,
    );
    await openWorkspace({ view: { ...view, agenda } });
    act(() => readerSeen.props?.next?.onContinue());
    await waitFor(() => expect(readerSeen.went).toContainEqual(['goToPosition', testId(1002), 1, 0]));
  });
});
