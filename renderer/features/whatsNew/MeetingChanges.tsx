import type { ReactNode } from 'react';
import type { MeetingNews } from '../../../core/revisionDiff/whatsNew.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useMessages } from '../../ui/messages.tsx';

/** Above everything: that the meeting is cancelled, takes place after all, or is at another time or place. */
export function MeetingChanges({ meeting }: { meeting: MeetingNews }): ReactNode {
  const { t, formatDateTime } = useMessages();
  const when = (start: string, place: string | null): string =>
    [formatDateTime(start, 'full'), place].filter((part) => part !== null).join(', ');
  const { movedFrom, previousTitle } = meeting;
  return (
    <>
      {meeting.cancelled && <Banner tone="alarm" title={t('whatsNew.meeting.cancelled')} />}
      {meeting.reinstated && <Banner tone="warning" title={t('whatsNew.meeting.reinstated')} />}
      {movedFrom !== null && (
        <Banner
          tone="warning"
          title={t('whatsNew.meeting.moved', { to: when(meeting.start, meeting.place) })}
        >
          {t('whatsNew.meeting.movedFrom', { from: when(movedFrom.start, movedFrom.place) })}
        </Banner>
      )}
      {previousTitle !== null && (
        <Banner
          tone="info"
          title={t('whatsNew.meeting.renamed', { to: meeting.title, from: previousTitle })}
        />
      )}
    </>
  );
}
