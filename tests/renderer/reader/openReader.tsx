import { act, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Language } from '../../../core/settings/settings.ts';
import { Reader } from '../../../renderer/features/reader/Reader.tsx';
import type { ReaderComponentProps } from '../../../renderer/features/reader/Reader.tsx';
import type { ReaderHandle } from '../../../renderer/features/reader/readerTypes.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';
import { fakeHost, readerDocument } from './readerBuilders.ts';

// jsdom lays nothing out: the reader is told that its view is 848 × 600.
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(848);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  Element.prototype.scrollTo = function scrollTo(place?: ScrollToOptions | number): void {
    if (typeof place !== 'object') return;
    if (place.top !== undefined) this.scrollTop = Math.max(0, place.top);
    if (place.left !== undefined) this.scrollLeft = Math.max(0, place.left);
    this.dispatchEvent(new Event('scroll'));
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
});

export const pause = (ms = 250): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));

export async function openReader(props: Partial<ReaderComponentProps> = {}, language: Language = 'sv') {
  const documents = props.documents ?? [
    readerDocument(),
    readerDocument({ title: 'Bilaga 1', firstPackPage: 13 }),
  ];
  const handle = createRef<ReaderHandle>();
  const told = {
    onMark: vi.fn<ReaderComponentProps['onMark']>(),
    onMarkActivated: vi.fn<ReaderComponentProps['onMarkActivated']>(),
    onPosition: vi.fn<ReaderComponentProps['onPosition']>(),
    onRead: vi.fn<ReaderComponentProps['onRead']>(),
    onDocumentShown: vi.fn<ReaderComponentProps['onDocumentShown']>(),
    onPackPageRequested: vi.fn<ReaderComponentProps['onPackPageRequested']>(),
    onFirstPageDrawn: vi.fn<ReaderComponentProps['onFirstPageDrawn']>(),
  };
  const all: ReaderComponentProps = {
    documents,
    revision: 3,
    totalPackPages: 40,
    startDocumentId: null,
    marks: [],
    activeMarkId: null,
    host: fakeHost().host,
    ...told,
    ...props,
    ref: handle,
  };
  const drawn = renderWithMessages(<Reader {...all} />, language);
  // Twice: what is built once scrolling rests starts timers of its own.
  await pause();
  await pause(150);
  const scroller = (): HTMLElement =>
    screen.getByRole('region', { name: language === 'sv' ? 'Handlingar' : 'Documents' });
  return {
    ...drawn,
    ...told,
    documents,
    scroller,
    handle: () => handle.current ?? expect.fail('no handle'),
    all,
  };
}
