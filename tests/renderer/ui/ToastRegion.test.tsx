import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastRegion } from '../../../renderer/ui/ToastRegion.tsx';
import { showToast, useToasts } from '../../../renderer/ui/toasts.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  useToasts.setState({ toasts: [], nextId: 1 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('toasts', () => {
  it('are read out by a live region that is there before them', () => {
    renderWithMessages(<ToastRegion />);
    const region = screen.getByRole('region', { name: 'Meddelanden' });
    expect(region.getAttribute('aria-live')).toBe('polite');
    act(() => void showToast({ tone: 'good', title: 'Sparat' }));
    expect(region.textContent).toContain('Sparat');
  });

  it('follow the language while they are shown', () => {
    act(() => void showToast({ tone: 'good', title: ({ t }) => t('print.saved'), text: 'möte.pdf' }));
    renderWithMessages(<ToastRegion />, 'en');
    expect(screen.getByText('The PDF is saved')).toBeTruthy();
    cleanup();
    renderWithMessages(<ToastRegion />, 'sv');
    expect(screen.getByRole('button', { name: 'Ta bort meddelandet: PDF-filen är sparad' })).toBeTruthy();
  });

  it('go away by themselves', () => {
    renderWithMessages(<ToastRegion />);
    act(() => void showToast({ tone: 'good', title: 'Sparat' }));
    act(() => void vi.advanceTimersByTime(6100));
    expect(screen.queryByText('Sparat')).toBeNull();
  });

  it('stay when they tell of a problem, until they are put away', () => {
    renderWithMessages(<ToastRegion />);
    act(() => void showToast({ tone: 'problem', title: 'Disken är full' }));
    act(() => void vi.advanceTimersByTime(60_000));
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort meddelandet: Disken är full' }));
    expect(screen.queryByText('Disken är full')).toBeNull();
  });

  it('stay while the pointer rests on them', () => {
    renderWithMessages(<ToastRegion />);
    act(() => void showToast({ tone: 'good', title: 'Sparat' }));
    fireEvent.pointerEnter(screen.getByText('Sparat').closest('.ui-toast') ?? document.body);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText('Sparat')).toBeTruthy();
  });

  it('have nothing to press while what they are about is on screen', () => {
    renderWithMessages(<ToastRegion onScreen="meeting 1" />);
    const action = { label: 'Öppna', onPress: vi.fn() };
    act(() => void showToast({ tone: 'good', title: 'Nytt', about: 'meeting 1', action }));
    act(() => void showToast({ tone: 'good', title: 'Annat', about: 'meeting 2', action }));
    expect(screen.getAllByRole('button', { name: 'Öppna' })).toHaveLength(1);
  });

  it('do what their button says, once', () => {
    const onPress = vi.fn();
    renderWithMessages(<ToastRegion />);
    act(() => void showToast({ tone: 'info', title: 'Nytt', action: { label: 'Öppna', onPress } }));
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    expect(onPress).toHaveBeenCalledOnce();
    expect(screen.queryByText('Nytt')).toBeNull();
  });
});
