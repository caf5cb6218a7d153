import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFocusField } from '../editor/useEditor.ts';
import { useOwnBody } from '../editor/useOwnBody.ts';
import { useDraft } from '../session/useDraft.ts';
import { useWritten } from '../session/useFieldText.ts';
import { instantAt, wallClockOf } from './wallClock.ts';
import type { WallClock } from './wallClock.ts';
import './meetingForm.css';

interface WrittenTimes extends WallClock {
  readonly end: string;
}

/** Date, start and end. A date alone is kept on screen until the time is written too. */
export function TimeFields(): ReactNode {
  const { t } = useMessages();
  const dateRef = useFocusField<HTMLInputElement>('meetingDate');
  const meeting = useDraft((draft) => draft.meeting);
  const usualTime = useOwnBody()?.settings.startTime ?? null;
  const { start, end } = meeting;
  const stored = useMemo(() => ({ ...wallClockOf(start), end: wallClockOf(end).time }), [start, end]);
  const written = useWritten<WrittenTimes>('meeting:start', stored);
  const [isLeft, setIsLeft] = useState(false);
  const shown = written.value;
  const set = (changed: Partial<WrittenTimes>): void => {
    const now = { ...shown, ...changed };
    written.type(now, () => {
      const start = instantAt(now);
      const isNothing = now.date === '' && now.time === '';
      if (start === null && !isNothing) return null;
      return { do: 'setMeeting', patch: { start, end: instantAt({ date: now.date, time: now.end }) } };
    });
  };
  const leave = (): void => {
    setIsLeft(true);
    void written.leave();
  };
  const isEndWrong = shown.end !== '' && shown.time !== '' && shown.end <= shown.time;
  return (
    <div className="sec-times">
      <TextField
        label={t('secretary.meeting.date')}
        type="date"
        value={shown.date}
        inputRef={dateRef}
        onChange={(date) => set({ date, time: shown.time === '' ? (usualTime ?? '') : shown.time })}
        onBlur={leave}
        error={isLeft && shown.date === '' ? t('secretary.meeting.dateMissing') : null}
      />
      <TextField
        label={t('secretary.meeting.start')}
        type="time"
        value={shown.time}
        onChange={(time) => set({ time })}
        onBlur={leave}
        error={isLeft && shown.date !== '' && shown.time === '' ? t('secretary.meeting.timeMissing') : null}
      />
      <TextField
        label={t('secretary.meeting.end')}
        type="time"
        value={shown.end}
        onChange={(end) => set({ end })}
        onBlur={leave}
        error={isEndWrong ? t('secretary.meeting.endWrong') : null}
      />
    </div>
  );
}
