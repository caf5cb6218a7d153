import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Layout } from '../../../../core/settings/settings.ts';
import type { Workspace } from '../Workspace.ts';

/** Without movement for so long, the tools over the pages fade away. */
const idleMs = 2500;

export interface FullScreen {
  readonly isOn: boolean;
  /** Nothing has moved for a while. */
  readonly isIdle: boolean;
  readonly toggle: () => void;
}

/** Only the document, on the whole screen. Escape leaves, as the browser sees to; the panes are then as they were. */
export function useFullScreen(workspace: Workspace): FullScreen {
  const [isOn, setIsOn] = useState(isFullScreen);
  const [isIdle, setIsIdle] = useState(false);
  const before = useRef<Pick<Layout, 'agendaShown' | 'notesShown'> | null>(null);

  useEffect(() => {
    const restore = (): void => {
      if (before.current !== null) void workspace.keepLayout(before.current);
      before.current = null;
    };
    const changed = (): void => {
      const isNowOn = isFullScreen();
      setIsOn(isNowOn);
      if (!isNowOn) return restore();
      const { agendaShown, notesShown } = workspace.store.getState().layout;
      before.current ??= { agendaShown, notesShown };
      workspace.setLayout({ agendaShown: false, notesShown: false });
    };
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      restore();
      if (isFullScreen()) void document.exitFullscreen();
    };
  }, [workspace]);

  // Before the picture that it belongs to: Escape works from the first moment.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      setIsIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIsIdle(true), idleMs);
    };
    // The browser does so by itself, but not where a window manager or a program sends the key.
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && isFullScreen()) void document.exitFullscreen();
    };
    moved();
    window.addEventListener('keydown', leave);
    window.addEventListener('pointermove', moved);
    window.addEventListener('focusin', moved);
    return () => {
      clearTimeout(timer);
      setIsIdle(false);
      window.removeEventListener('keydown', leave);
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('focusin', moved);
    };
  }, [isOn]);

  const toggle = useCallback(() => {
    if (isFullScreen()) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  }, []);
  return { isOn, isIdle, toggle };
}

const isFullScreen = (): boolean => Boolean(document.fullscreenElement);
