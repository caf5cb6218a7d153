import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ComfortSettings } from '../../../core/settings/comfortSettings.ts';
import { defaultComfort } from '../../../core/settings/comfortSettings.ts';
import { openReader, pause } from '../reader/openReader.tsx';
import { fakeHost } from '../reader/readerBuilders.ts';

const comfort = (settings: Partial<ComfortSettings> = {}) => ({
  settings: { ...defaultComfort, ...settings },
  onChange: vi.fn<(change: Partial<ComfortSettings>) => void>(),
  platform: 'linux' as const,
});

const pages = () => screen.getByRole('region', { name: 'Handlingar' });
const press = (key: string, more = {}): void => void fireEvent.keyDown(pages(), { key, ...more });

describe('reading comfort in the reader', () => {
  it('asks for pages in the chosen colours, and as printed when nothing was chosen', async () => {
    const looks = async (settings: Partial<ComfortSettings>) => {
      const { host, asked } = fakeHost();
      const { unmount } = await openReader({ host, comfort: comfort(settings) });
      unmount();
      return asked.flatMap((job) => (job.type === 'draw' ? [job.look ?? null] : []));
    };
    const printed = await looks({});
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.every((look) => look === null)).toBe(true);
    const dark = await looks({ pageColours: 'dark', recoloursScans: true });
    expect(dark.every((look) => look?.recoloursScans === true && look.colours.isInverted)).toBe(true);
  });

  it('offers the colours with what they do, and tells what was chosen', async () => {
    const offered = comfort({ pageColours: 'sepia' });
    await openReader({ comfort: offered });
    fireEvent.click(screen.getByRole('button', { name: /Läskomfort/ }));
    const menu = screen.getByRole('dialog', { name: /Läskomfort/ });
    expect(within(menu).getByRole<HTMLInputElement>('radio', { name: /Sepia/ }).checked).toBe(true);
    fireEvent.click(within(menu).getByRole('radio', { name: /Hög kontrast/ }));
    fireEvent.click(within(menu).getByRole('switch', { name: /Även skannade sidor/ }));
    expect(offered.onChange.mock.calls).toEqual([[{ pageColours: 'contrast' }], [{ recoloursScans: true }]]);
  });

  it('shows the ruler by L and makes it higher and lower by keys', async () => {
    const hidden = comfort();
    const { unmount } = await openReader({ comfort: hidden });
    press('l');
    expect(hidden.onChange).toHaveBeenLastCalledWith({ isRulerShown: true });
    unmount();
    const shown = comfort({ isRulerShown: true, rulerHeight: 56 });
    await openReader({ comfort: shown });
    press('J', { shiftKey: true });
    press('K', { shiftKey: true });
    expect(shown.onChange.mock.calls).toEqual([[{ rulerHeight: 68 }], [{ rulerHeight: 44 }]]);
  });

  it('lays the ruler over the pages without taking the pointer or a place among what is read', async () => {
    await openReader({ comfort: comfort({ isRulerShown: true, rulerHeight: 80 }) });
    const ruler = document.querySelector('.reading-ruler');
    expect(ruler?.getAttribute('aria-hidden')).toBe('true');
    expect(document.querySelector<HTMLElement>('.reading-ruler__band')?.style.height).toBe('80px');
  });

  it('says what to install where there is no voice, and closes by Escape', async () => {
    await openReader({ comfort: comfort() });
    press('u');
    await pause();
    const bar = screen.getByRole('group', { name: 'Uppläsning' });
    expect(within(bar).getByRole('status').textContent).toContain('speech-dispatcher');
    press('Escape');
    await act(() => Promise.resolve());
    expect(screen.queryByRole('group', { name: 'Uppläsning' })).toBeNull();
  });
});
