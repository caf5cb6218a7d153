import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { DueMeeting } from '../../../core/exchange/identityViews.ts';
import { client, on } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DisposalDialog } from './DisposalDialog.tsx';

/** Meetings whose documents are to be given back or erased; of one meeting when it is named. */
export function DueReminders({ meetingId = null }: { meetingId?: string | null }): ReactNode {
  const { t, formatDate } = useMessages();
  const [due, setDue] = useState<readonly DueMeeting[]>([]);
  const [disposing, setDisposing] = useState<string | null>(null);
  useEffect(() => {
    const load = (): void =>
      void client.identity.due().then((answer) => {
        if (answer.ok) setDue(answer.value);
      });
    load();
    return on('library.changed', load);
  }, []);
  const shown = due.filter((each) => meetingId === null || each.meetingId === meetingId);
  if (shown.length === 0 && disposing === null) return null;
  return (
    <>
      {shown.map((meeting) => {
        const what = meeting.returnBy === null ? 'erase' : 'return';
        const date = formatDate(meeting.returnBy ?? meeting.eraseAfter ?? meeting.start);
        return (
          <Banner
            key={meeting.meetingId}
            tone={meeting.state === 'due' ? 'warning' : 'info'}
            title={t(`identity.due.${meeting.state}`, { what })}
            actions={
              <Button size="small" onPress={() => setDisposing(meeting.meetingId)}>
                {t('identity.due.dispose')}
              </Button>
            }
          >
            {t('identity.due.text', { title: meeting.title, what, date })}
          </Banner>
        );
      })}
      {disposing !== null && <DisposalDialog meetingId={disposing} onClose={() => setDisposing(null)} />}
    </>
  );
}
