import type { RefObject } from 'react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { NavigationPanel, ReaderNavigation } from './navigation.ts';

export interface NavigationState {
  readonly panel: NavigationPanel | null;
  /** The one that is shown, or was. */
  readonly lastPanel: NavigationPanel;
  /** CSS pixels. */
  readonly width: number;
  /** The person has just opened it: the focus goes into it. */
  readonly takesFocus: boolean;
  readonly toggle: (panel: NavigationPanel) => void;
  readonly close: () => void;
  readonly resize: (width: number) => void;
  readonly resized: (width: number) => void;
}

/** In readers narrower than this the panel lies over the pages (see navigation.css), and does not open by itself. */
const overlayBelow = 520;

/** Which panel stands beside the pages: as it was left in the document before, then as the person says. */
export function useNavigation(
  kept: ReaderNavigation | undefined,
  pages: RefObject<HTMLElement | null>,
): NavigationState {
  const [shown, setShown] = useState({ panel: kept?.panel ?? null, takesFocus: false });
  const [lastPanel, setLastPanel] = useState(shown.panel ?? 'thumbnails');
  const [width, setWidth] = useState(kept?.width ?? defaultWidth);
  const latest = useRef({ kept, panel: shown.panel, width });
  latest.current = { kept, panel: shown.panel, width };

  useLayoutEffect(() => {
    const room = pages.current?.closest('.reader')?.clientWidth ?? 0;
    if (room > 0 && room < overlayBelow) setShown({ panel: null, takesFocus: false });
  }, [pages]);

  const show = useCallback(
    (panel: NavigationPanel | null): void => {
      setShown({ panel, takesFocus: panel !== null });
      if (panel !== null) setLastPanel(panel);
      latest.current.kept?.onChange({ panel, width: latest.current.width });
      if (panel === null) pages.current?.focus({ preventScroll: true });
    },
    [pages],
  );
  const toggle = useCallback(
    (panel: NavigationPanel) => show(latest.current.panel === panel ? null : panel),
    [show],
  );
  const close = useCallback(() => show(null), [show]);
  const resized = useCallback((next: number): void => {
    setWidth(next);
    latest.current.kept?.onChange({ panel: latest.current.panel, width: next });
  }, []);
  return { ...shown, lastPanel, width, toggle, close, resize: setWidth, resized };
}

const defaultWidth = 208;
