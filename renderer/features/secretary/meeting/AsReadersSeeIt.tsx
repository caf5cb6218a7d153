import type { ReactNode } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraft } from '../session/useDraft.ts';
import './meetingForm.css';

/** The meeting's card as it will stand in the library of everyone who has it. */
export function AsReadersSeeIt({
  tone,
  icon,
  line,
  when,
  place,
}: {
  tone: 'alarm' | 'warning';
  icon: ReactNode;
  /** What stands over the meeting. */
  line: string;
  /** In words; the meeting's own when left out. */
  when?: string;
  place?: string;
}): ReactNode {
  const { t, formatDateTime } = useMessages();
  const meeting = useDraft((draft) => draft.meeting);
  const start = meeting.start === null ? t('secretary.noDate') : formatDateTime(meeting.start);
  return (
    <figure className="sec-as-seen">
      <figcaption>{t('secretary.readers')}</figcaption>
      <div className="sec-as-seen__card">
        <p className={`sec-as-seen__line sec-as-seen__line--${tone}`}>
          {icon}
          {line}
        </p>
        <p className="sec-as-seen__title">{meeting.title}</p>
        <p className="sec-as-seen__when">
          {[when ?? start, place ?? meeting.place ?? ''].filter(Boolean).join(' · ')}
        </p>
      </div>
    </figure>
  );
}
