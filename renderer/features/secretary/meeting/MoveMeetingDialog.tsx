import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { AsReadersSeeIt } from './AsReadersSeeIt.tsx';
import { instantAt, wallClockOf } from './wallClock.ts';

/** Moving a meeting that has been issued: another time or place, with what readers will see. */
export function MoveMeetingDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t, formatDateTime } = useMessages();
  const session = useDraftSession();
  const meeting = useDraft((draft) => draft.meeting);
  const [clock, setClock] = useState(() => wallClockOf(meeting.start));
  const [place, setPlace] = useState(meeting.place ?? '');
  const start = instantAt(clock);
  const isMoved = start !== null && (start !== meeting.start || place.trim() !== (meeting.place ?? ''));
  const move = (): void => {
    void session.edit({
      do: 'setMeeting',
      patch: { start, end: null, place: place.trim() === '' ? null : place.trim() },
    });
    onClose();
  };
  return (
    <Dialog
      title={t('secretary.moveMeeting.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={!isMoved} onPress={move}>
            {t('secretary.moveMeeting.do')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        <p>{t('secretary.moveMeeting.text')}</p>
        <div className="sec-pair">
          <TextField
            label={t('secretary.meeting.date')}
            type="date"
            value={clock.date}
            onChange={(date) => setClock({ ...clock, date })}
          />
          <TextField
            label={t('secretary.meeting.start')}
            type="time"
            value={clock.time}
            onChange={(time) => setClock({ ...clock, time })}
            error={start === null ? t('secretary.meeting.timeMissing') : null}
          />
        </div>
        <TextField label={t('secretary.meeting.place')} value={place} onChange={setPlace} />
        {start !== null && (
          <AsReadersSeeIt
            tone="warning"
            icon={<CalendarClock size={16} aria-hidden />}
            line={t('library.moved', {
              start: meeting.start === null ? t('secretary.noDate') : formatDateTime(meeting.start),
            })}
            when={formatDateTime(start)}
            place={place}
          />
        )}
      </div>
    </Dialog>
  );
}
