import { CalendarCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFocusField } from '../editor/useEditor.ts';
import { useOwnBody } from '../editor/useOwnBody.ts';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';
import { daysBefore } from './wallClock.ts';

/** By when the summons must have reached everyone, and which rule says so. */
export function DeadlineFields(): ReactNode {
  const { t } = useMessages();
  return (
    <section className="sec-section" aria-label={t('secretary.deadline')}>
      <div className="sec-section__head">
        <h3>{t('secretary.deadline')}</h3>
      </div>
      <div className="sec-pair">
        <DateField />
        <SourceField />
      </div>
      <OwnRule />
    </section>
  );
}

function DateField(): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLInputElement>('deadline');
  const deadline = useDraft((draft) => draft.meeting.summonsDeadline);
  const text = useFieldText('meeting:deadline', deadline?.slice(0, 10) ?? '', (typed) => ({
    do: 'setMeeting',
    patch: { summonsDeadline: typed === '' ? null : typed },
  }));
  return <TextField label={t('secretary.deadline.date')} type="date" {...text} inputRef={ref} />;
}

function SourceField(): ReactNode {
  const { t } = useMessages();
  const source = useDraft((draft) => draft.meeting.deadlineSource);
  const text = useFieldText('meeting:deadlineSource', source ?? '', (typed) => ({
    do: 'setMeeting',
    patch: { deadlineSource: typed.trim() === '' ? null : typed.trim() },
  }));
  return (
    <TextField
      label={t('secretary.deadline.source')}
      placeholder={t('secretary.deadline.sourceExample')}
      {...text}
    />
  );
}

/** What the body's own rule makes of the date of the meeting. */
function OwnRule(): ReactNode {
  const { t, formatDate } = useMessages();
  const session = useDraftSession();
  const own = useOwnBody();
  const { start, summonsDeadline, deadlineSource } = useDraft((draft) => draft.meeting);
  if (own === null) return <p className="sec-section__none">{t('secretary.deadline.unknownBody')}</p>;
  const { summonsDays, summonsSource } = own.settings;
  if (summonsDays === null) return <p className="sec-section__none">{t('secretary.deadline.noRule')}</p>;
  const rule = t('secretary.deadline.rule', { days: summonsDays, source: summonsSource ?? '' }).trim();
  const date = start === null ? null : daysBefore(start.slice(0, 10), summonsDays);
  const isFollowed = date === summonsDeadline?.slice(0, 10) && summonsSource === deadlineSource;
  return (
    <p className="sec-rule">
      <CalendarCheck size={15} aria-hidden />
      <span>{rule}</span>
      {date !== null && !isFollowed && (
        <Button
          size="small"
          onPress={() =>
            void session.edit({
              do: 'setMeeting',
              patch: { summonsDeadline: date, deadlineSource: summonsSource },
            })
          }
        >
          {t('secretary.deadline.take', { date: formatDate(date, 'short') })}
        </Button>
      )}
    </p>
  );
}
