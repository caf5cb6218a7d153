import type { RefObject } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TextViewSettings } from '../../../../core/settings/textViewSettings.ts';
import { defaultTextView, steppedLetterSize } from '../../../../core/settings/textViewSettings.ts';
import type { ReaderHandle, ReaderTextView } from '../readerTypes.ts';
import { useLatest } from '../session/useLatest.ts';

/** What the keys and commands of the reader ask of the text view; the same object throughout. */
export interface TextViewCommands {
  readonly isShown: () => boolean;
  readonly toggle: () => void;
  /** Zoom means letter size here. */
  readonly zoom: (command: Parameters<ReaderHandle['zoom']>[0]) => void;
}

export interface TextViewMode {
  readonly isShown: boolean;
  readonly settings: TextViewSettings;
  readonly change: (change: Partial<TextViewSettings>) => void;
  readonly commands: TextViewCommands;
}

/** Whether this reader shows pages or text. It begins as the last one did; two readers beside each other may differ. */
export function useTextViewMode(
  offered: ReaderTextView | undefined,
  pages: RefObject<HTMLElement | null>,
): TextViewMode {
  const settings = offered?.settings ?? defaultTextView;
  const [isShown, setIsShown] = useState(settings.isShown && offered !== undefined);
  const latest = useLatest({ offered, settings, isShown });
  const lastShown = useRef(isShown);
  useEffect(() => {
    if (lastShown.current === isShown) return;
    lastShown.current = isShown;
    // What had the focus is gone.
    if (document.activeElement === document.body) pages.current?.focus({ preventScroll: true });
  }, [isShown, pages]);
  const steady = useMemo(() => {
    const change = (changed: Partial<TextViewSettings>): void => {
      const { offered: asked, settings: before } = latest.current;
      asked?.onChange({ ...before, ...changed });
    };
    const commands: TextViewCommands = {
      isShown: () => latest.current.isShown,
      toggle() {
        if (!latest.current.offered) return;
        const next = !latest.current.isShown;
        setIsShown(next);
        change({ isShown: next });
      },
      zoom(command) {
        const { letterSize } = latest.current.settings;
        if (command === 'in' || command === 'out')
          change({ letterSize: steppedLetterSize(letterSize, command === 'in' ? 1 : -1) });
        else change({ letterSize: defaultTextView.letterSize });
      },
    };
    return { change, commands };
  }, [latest]);
  return { isShown, settings, ...steady };
}
