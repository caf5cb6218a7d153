import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { Palette } from '../../features/palette/Palette.tsx';
import type { PaletteEntry } from '../../features/palette/paletteTypes.ts';
import { messagesFor, useMessages } from '../../ui/messages.tsx';
import { focusHome } from './commandRegistry.ts';
import { mendFocusAfter } from './focusHome.ts';
import { paletteEntries, typedEntries } from './paletteEntries.ts';

/** The palette with all that can be asked for at this moment. */
export function CommandPalette({
  takeTyped = () => '',
  onClose,
}: {
  /** What was typed before the palette was there. */
  takeTyped?: () => string;
  onClose: () => void;
}): ReactNode {
  const messages = useMessages();
  const [entries] = useState(() =>
    paletteEntries(messages, messagesFor(messages.language === 'sv' ? 'en' : 'sv')),
  );
  const typed = useCallback((text: string) => typedEntries(text, messages), [messages]);
  const close = (chosen: PaletteEntry | null): void => {
    onClose();
    if (chosen !== null) afterFocusIsBack(chosen.run);
  };
  return <Palette entries={entries} typedEntries={typed} takeTyped={takeTyped} onClose={close} />;
}

/** A modal gives the focus back in the frame after it is gone; what is chosen may move it on from there. */
function afterFocusIsBack(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => mendFocusAfter(act, focusHome))));
}
