import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { ItemSheet } from '../../../../core/preparation/sheet.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { LiveSheet } from './LiveSheet.tsx';
import { QuickNote } from './QuickNote.tsx';
import { SpeechTimer } from './SpeechTimer.tsx';
import { useSpeechTimer } from './useSpeechTimer.ts';
import './live.css';

export interface MeetingModeProps {
  readonly sheets: readonly ItemSheet[];
  readonly itemId: string | null;
  readonly onShow: (itemId: string) => void;
  readonly onLeave: () => void;
}

/** While the meeting goes on: large letters, the next item by one key, the speech with its time, quick notes. */
export function MeetingMode({ sheets, itemId, onShow, onLeave }: MeetingModeProps): ReactNode {
  const { t } = useMessages();
  const at = Math.max(
    0,
    sheets.findIndex(({ item }) => item.id === itemId),
  );
  const sheet = sheets[at];
  const timer = useSpeechTimer(sheet?.item.id ?? null);
  const frame = useRef<HTMLElement>(null);
  const quick = useRef<HTMLInputElement>(null);
  const step = (by: 1 | -1): void => {
    const next = sheets[at + by];
    if (next !== undefined) onShow(next.item.id);
  };
  const readOn = (): void => frame.current?.focus();
  useMeetingKeys({
    step,
    leave: onLeave,
    readOn,
    write: () => quick.current?.focus(),
    toggleTimer: timer.toggle,
  });
  useEffect(() => frame.current?.focus(), []);
  if (sheet === undefined) return null;
  return (
    <main ref={frame} className="prep-live" tabIndex={-1} aria-label={t('preparation.meetingMode')}>
      <header className="prep-live__bar">
        <IconButton
          label={t('preparation.meetingMode.previous')}
          shortcut="←"
          icon={<ChevronLeft size={24} aria-hidden />}
          isDisabled={at === 0}
          onPress={() => step(-1)}
        />
        <p aria-live="polite">{t('preparation.meetingMode.place', { n: at + 1, of: sheets.length })}</p>
        <IconButton
          label={t('preparation.meetingMode.next')}
          shortcut="→"
          icon={<ChevronRight size={24} aria-hidden />}
          isDisabled={at === sheets.length - 1}
          onPress={() => step(1)}
        />
        <SpeechTimer timer={timer} minutes={sheet.speechMinutes} />
        <Button icon={<X size={16} aria-hidden />} onPress={onLeave}>
          {t('preparation.meetingMode.leave')}
        </Button>
      </header>
      <LiveSheet key={sheet.item.id} sheet={sheet} />
      <QuickNote key={sheet.item.id} itemId={sheet.item.id} fieldRef={quick} />
    </main>
  );
}

interface MeetingKeys {
  readonly step: (by: 1 | -1) => void;
  readonly leave: () => void;
  /** Out of the field, what was typed stays in it. */
  readonly readOn: () => void;
  readonly write: () => void;
  readonly toggleTimer: () => void;
}

/** Arrows for the items, T for the time, N for a note, Escape out of the field and then out of the mode. */
function useMeetingKeys({ step, leave, readOn, write, toggleTimer }: MeetingKeys): void {
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      Escape: leave,
      t: toggleTimer,
      n: write,
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const isWriting =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const act = isWriting ? (event.key === 'Escape' ? readOn : undefined) : keys[keyName(event.key)];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}

const keyName = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);
