import type { ReactNode } from 'react';
import { runningClock } from '../../../../core/draft/runningClock.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraft } from '../session/useDraft.ts';
import { agendaLines } from './agendaLines.ts';

/** What the agenda comes to: items, documents, time and when it is expected to end. */
export function AgendaFoot(): ReactNode {
  const { t, formatTime } = useMessages();
  const items = useDraft((draft) => draft.items);
  const meeting = useDraft((draft) => draft.meeting);
  const all = agendaLines(items).map(({ item }) => item);
  const documents = all.reduce((sum, item) => sum + item.documents.length, 0);
  const minutes = all.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  const clock = minutes === 0 ? null : runningClock(meeting, items);
  return (
    <p className="sec-agenda__foot">
      <span>{t('agenda.itemCount', { count: all.length })}</span>
      <span>{t('secretary.documentCount', { count: documents })}</span>
      {minutes > 0 && (
        <span>
          {minutes < 60
            ? t('agenda.minutes', { count: minutes })
            : t('agenda.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
        </span>
      )}
      {clock !== null && (
        <span>
          {t(clock.unplanned > 0 ? 'secretary.endsAtEarliest' : 'secretary.endsAt', {
            time: formatTime(clock.end),
          })}
        </span>
      )}
    </p>
  );
}
