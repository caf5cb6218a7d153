import type { KeyboardEvent, RefObject } from 'react';
import { useCallback } from 'react';
import { offsetAt } from '../../../../core/text/hitTest.ts';
import { toUser } from '../../../../core/pdf/pageGeometry.ts';
import type { CaretMove } from '../../../../core/text/textSelection.ts';
import type { InnerReaderHandle } from '../readerHandle.ts';
import { useReader } from '../session/ReaderContext.ts';
import { useLatest } from '../session/useLatest.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { revealFocus } from './revealFocus.ts';

const moves: Readonly<Record<string, CaretMove>> = {
  ArrowLeft: 'characterBack',
  ArrowRight: 'characterForward',
  ArrowUp: 'lineUp',
  ArrowDown: 'lineDown',
  Home: 'lineStart',
  End: 'lineEnd',
};
const movesWithCtrl: Readonly<Record<string, CaretMove>> = {
  ArrowLeft: 'wordBack',
  ArrowRight: 'wordForward',
  ArrowUp: 'lineUp',
  ArrowDown: 'lineDown',
  Home: 'pageStart',
  End: 'pageEnd',
};

/** The keys of the pages: selecting with shift, the page with ctrl+A, zoom, and Tab to the toolbar of the selection. */
export function useReaderKeys(
  handle: InnerReaderHandle,
  toolbar: RefObject<HTMLElement | null>,
  actOnViewKey: (event: KeyboardEvent) => boolean,
): (event: KeyboardEvent) => void {
  const { session } = useReader();
  const viewKey = useLatest(actOnViewKey);
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || event.altKey) return;
      if (viewKey.current(event) || act(event, session, handle, toolbar.current)) event.preventDefault();
    },
    [session, handle, toolbar, viewKey],
  );
}

/** Whether the key meant something here. */
function act(
  event: KeyboardEvent,
  session: ReaderSession,
  handle: InnerReaderHandle,
  toolbar: HTMLElement | null,
): boolean {
  const { selector } = session;
  const isMod = event.ctrlKey || event.metaKey;
  const move = (isMod ? movesWithCtrl : moves)[event.key];
  if (event.shiftKey && move) return extend(session, move);
  if (isMod) return actOnMod(event.key, session, handle);
  switch (event.key) {
    case 'Escape':
      if (selector.isEmpty()) return false;
      if (toolbar) selector.closeToolbar();
      else selector.clear();
      return true;
    case 'Tab':
      return !event.shiftKey && focusToolbar(session, toolbar);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const { layout } = session.scroller.store.getState();
      if (layout.width > session.scroller.view().width + 1) return false;
      handle.step(event.key === 'ArrowLeft' ? -1 : 1);
      return true;
    }
    default:
      return false;
  }
}

function actOnMod(key: string, session: ReaderSession, handle: InnerReaderHandle): boolean {
  switch (key) {
    case 'a':
    case 'A':
      void selectPage(session);
      return true;
    case '+':
    case '=':
      handle.zoom('in');
      return true;
    case '-':
      handle.zoom('out');
      return true;
    case '0':
      handle.zoom('width');
      return true;
    default:
      return false;
  }
}

function focusToolbar(session: ReaderSession, toolbar: HTMLElement | null): boolean {
  if (session.selector.isEmpty()) return false;
  if (toolbar) toolbar.querySelector('button')?.focus();
  else session.selector.openToolbar();
  return true;
}

function extend(session: ReaderSession, move: CaretMove): boolean {
  void (async () => {
    if (!session.selector.selection()) await placeCaret(session);
    const row = await session.selector.move(move);
    if (row !== null) await revealFocus(session);
  })();
  return true;
}

/** Where nothing was chosen yet, selecting begins at the first words in view. */
async function placeCaret(session: ReaderSession): Promise<void> {
  const { layout, current } = session.scroller.store.getState();
  const row = layout.rows[current];
  const place = session.place(current);
  if (row?.kind !== 'page' || !place?.file) return;
  const text = await session.texts.load(place.file, place.filePage, () => -1);
  if (!text) return;
  const hidden = Math.max(0, session.scroller.view().top - row.top) / row.scale;
  const corner = toUser(text.geometry, 0, hidden);
  const offset = hidden === 0 ? 0 : (offsetAt(text, corner.x, corner.y) ?? 0);
  session.selector.select({ page: current, offset }, { page: current, offset });
}

async function selectPage(session: ReaderSession): Promise<void> {
  const { current } = session.scroller.store.getState();
  const place = session.place(current);
  const text = place?.file && (await session.texts.load(place.file, place.filePage, () => -1));
  if (!text || text.text === '') return;
  session.selector.select({ page: current, offset: 0 }, { page: current, offset: text.text.length });
}
