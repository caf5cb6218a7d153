import { AudioLines } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useReader } from '../session/ReaderContext.ts';
import './readAloud.css';

/** In the reader's toolbar where there is room; the menu of reading comfort has it always. */
export function ReadAloudButton(): ReactNode {
  const { readAloud } = useReader();
  const { t } = useMessages();
  const isOn = useStore(readAloud.aloud.store, (state) => state.status !== 'off');
  return (
    <IconButton
      className="read-aloud-button"
      label={t(isOn ? 'comfort.aloud.stop' : 'comfort.aloud.start')}
      shortcut="U"
      icon={<AudioLines size={17} aria-hidden />}
      isPressed={isOn}
      onPress={readAloud.toggle}
    />
  );
}
