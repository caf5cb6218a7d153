import { Pause, Play, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { SpokenTime } from './useSpeechTimer.ts';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** How long one has spoken, beside how long the speech takes. */
export function SpeechTimer({
  timer,
  minutes,
}: {
  readonly timer: SpokenTime;
  /** 0 without a speech. */
  readonly minutes: number;
}): ReactNode {
  const { t } = useMessages();
  const { seconds, isRunning, toggle, reset } = timer;
  return (
    <div
      className="prep-live__timer"
      role="timer"
      aria-label={t('preparation.meetingMode.timer')}
      data-over={(minutes > 0 && seconds > 60 * minutes) || undefined}
    >
      <span className="prep-live__clock">{clock(seconds)}</span>
      {minutes > 0 && (
        <span className="prep-live__planned">
          {t('preparation.meetingMode.planned', { time: clock(60 * minutes) })}
        </span>
      )}
      <IconButton
        size="small"
        label={t(isRunning ? 'preparation.meetingMode.stop' : 'preparation.meetingMode.start')}
        shortcut="T"
        icon={isRunning ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        onPress={toggle}
      />
      <IconButton
        size="small"
        label={t('preparation.meetingMode.reset')}
        icon={<RotateCcw size={18} aria-hidden />}
        onPress={reset}
      />
    </div>
  );
}
