import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pointerTool } from '../../../../renderer/features/reader/gestures/pointerTool.ts';
import { toolSettings } from '../../../../renderer/features/reader/pageTools/toolSettings.ts';
import type { ReaderDrawing } from '../../../../renderer/features/reader/readerTypes.ts';
import { openReader, pause } from '../openReader.tsx';
import { readerDocument, readerMark } from '../readerBuilders.ts';

afterEach(() => {
  pointerTool.setState('select', true);
  toolSettings.setState(toolSettings.getInitialState(), true);
});

const fakeDrawing = () => ({
  add: vi.fn<ReaderDrawing['add']>(() => Promise.resolve('new')),
  change: vi.fn<ReaderDrawing['change']>(() => Promise.resolve(true)),
  remove: vi.fn<ReaderDrawing['remove']>(() => Promise.resolve(true)),
  choose: vi.fn<ReaderDrawing['choose']>(),
  open: vi.fn<ReaderDrawing['open']>(),
  warn: vi.fn<ReaderDrawing['warn']>(),
});
const status = (): string => screen.getByTestId('page-tool').textContent ?? '';

describe('the tools of the page', () => {
  it('are taken by key, said, and left with Escape', async () => {
    const { scroller } = await openReader({ drawing: fakeDrawing() });
    expect(screen.queryByRole('toolbar', { name: 'Rita och skriv på sidan' })).toBeNull();
    fireEvent.keyDown(scroller(), { key: 'p' });
    expect(screen.getByRole('button', { name: 'Rita' }).getAttribute('aria-pressed')).toBe('true');
    expect(status()).toMatch(/^Rita\. Rita med mus eller penna/);
    fireEvent.keyDown(scroller(), { key: 'Escape' });
    expect(status()).toBe('');
    expect(screen.getByRole('button', { name: 'Markera text' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('are not offered where pages are only read', async () => {
    const { scroller } = await openReader();
    fireEvent.keyDown(scroller(), { key: 'p' });
    expect(pointerTool.getState()).toBe('select');
    expect(screen.queryByRole('button', { name: 'Rita och skriv på sidan' })).toBeNull();
  });

  it('mark an area in the middle of the view by key, with the words that tell its place', async () => {
    const drawing = fakeDrawing();
    const { scroller, documents } = await openReader({ drawing });
    fireEvent.keyDown(scroller(), { key: 'a' });
    fireEvent.keyDown(scroller(), { key: 'Enter' });
    await pause(30);
    expect(drawing.add).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        kind: 'area',
        documentId: documents[0]?.id,
        selectors: [
          expect.objectContaining({ type: 'PageSelector', page: 1, quads: [expect.any(Array)] }),
          expect.objectContaining({ type: 'NearbyTextSelector', exact: expect.stringContaining('Sida 1') }),
        ],
      }),
    );
    expect(drawing.choose).toHaveBeenLastCalledWith('new');
    expect(pointerTool.getState()).toBe('select');
  });

  it('store words on the page while they are written, and nothing when there are none', async () => {
    const drawing = fakeDrawing();
    const { scroller } = await openReader({ drawing });
    const write = async (words: string): Promise<void> => {
      fireEvent.keyDown(scroller(), { key: 't' });
      fireEvent.keyDown(scroller(), { key: 'Enter' });
      const field = screen.getByRole('textbox', { name: 'Text på sidan' });
      expect(document.activeElement).toBe(field);
      fireEvent.change(field, { target: { value: words } });
      fireEvent.keyDown(field, { key: 'Escape' });
      await pause(60);
    };
    await write('  \n');
    expect(drawing.add).not.toHaveBeenCalled();
    await write('Varför så dyrt?');
    expect(drawing.add).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        kind: 'freeText',
        text: 'Varför så dyrt?',
        details: { textLook: { size: 12, colour: 'blue' } },
      }),
    );
    expect(screen.queryByRole('textbox', { name: 'Text på sidan' })).toBeNull();
  });
});

describe('what stands on a page', () => {
  const open = async (more: object = {}) => {
    const drawing = fakeDrawing();
    const owner = readerDocument();
    const area = readerMark(owner, {
      id: 'area',
      kind: 'area',
      colour: null,
      text: 'Kartan',
      quads: [[100, 600, 200, 600, 100, 500, 200, 500]],
    });
    const opened = await openReader({
      documents: [owner],
      drawing,
      marks: [area],
      activeMarkId: 'area',
      ...more,
    });
    return { drawing, ...opened, grip: screen.getByRole('button', { name: 'Område: Kartan' }) };
  };

  it('is moved with arrow keys, stored as one move', async () => {
    const { drawing, grip } = await open();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) fireEvent.keyDown(grip, { key });
    expect(drawing.change).not.toHaveBeenCalled();
    await pause(600);
    const [id, change] = drawing.change.mock.calls[0] ?? [];
    expect(drawing.change).toHaveBeenCalledOnce();
    expect(id).toBe('area');
    expect(change?.place?.selectors[0]).toMatchObject({ quads: [[112, 594, 212, 594, 112, 494, 212, 494]] });
  });

  it('is taken away with Delete, opened with Enter, left with Escape', async () => {
    const { drawing, grip, scroller } = await open();
    fireEvent.keyDown(grip, { key: 'Enter' });
    expect(drawing.open).toHaveBeenCalledExactlyOnceWith('area');
    fireEvent.keyDown(grip, { key: 'Delete' });
    expect(drawing.remove).toHaveBeenCalledExactlyOnceWith('area');
    grip.focus();
    fireEvent.keyDown(grip, { key: 'Escape' });
    expect(drawing.choose).toHaveBeenLastCalledWith(null);
    expect(document.activeElement).toBe(scroller());
  });

  it('has its tools one Tab away, with whom the note is for', async () => {
    const { grip, drawing } = await open();
    fireEvent.keyDown(grip, { key: 'Tab' });
    const note = screen.getByRole('button', { name: 'Privat · Anteckning' });
    expect(document.activeElement).toBe(note);
    fireEvent.click(note);
    expect(drawing.open).toHaveBeenCalledExactlyOnceWith('area');
  });

  it('is chosen with Enter when it is not yet, and has no frame to pull before', async () => {
    const { grip, drawing, container } = await open({ activeMarkId: null });
    expect(container.querySelectorAll('.drawn-handle')).toHaveLength(0);
    fireEvent.keyDown(grip, { key: 'Enter' });
    expect(drawing.choose).toHaveBeenCalledExactlyOnceWith('area');
  });
});
