import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { BereddError } from '../../../core/errors.ts';
import type { MeetingPeopleView } from '../../../core/exchange/peopleViews.ts';
import type { SigningKeyEntry } from '../../../core/issuing/issuing.ts';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { client, on } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { MarkSentDialog } from './MarkSentDialog.tsx';
import { MeetingPeopleTable } from './MeetingPeopleTable.tsx';
import { reminderList, unconfirmed } from './reminderList.ts';

/** Per person and meeting: has card, has opened revision n, may see sealed item m. */
export function MeetingPeople({
  meetings,
  keys,
}: {
  meetings: readonly MeetingEntry[];
  keys: readonly SigningKeyEntry[];
}): ReactNode {
  const { t, formatDate } = useMessages();
  const newestFirst = meetings.toSorted((a, b) => (a.start < b.start ? 1 : -1));
  const [chosen, setChosen] = useState<string | null>(null);
  const meetingId = chosen ?? newestFirst[0]?.meetingId ?? null;
  return (
    <Section title={t('people.meeting')} text={t('people.meetingText')}>
      {meetingId === null ? (
        <p className="ui-section__empty">{t('people.noMeetings')}</p>
      ) : (
        <>
          <div className="ui-section__foot">
            <Select
              label={t('people.chooseMeeting')}
              value={meetingId}
              onChange={setChosen}
              choices={newestFirst.map((meeting) => ({
                value: meeting.meetingId,
                label: `${meeting.title}, ${formatDate(meeting.start)}`,
              }))}
            />
          </div>
          <OneMeeting key={meetingId} meetingId={meetingId} keys={keys} />
        </>
      )}
    </Section>
  );
}

function OneMeeting({ meetingId, keys }: { meetingId: string; keys: readonly SigningKeyEntry[] }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const report = useReportFailure();
  const [isMarking, setIsMarking] = useState(false);
  const [view, setView] = useState<MeetingPeopleView | null>(null);
  const [error, setError] = useState<BereddError | null>(null);
  useEffect(() => {
    const load = (): void =>
      void client.people.meeting({ meetingId }).then((answer) => {
        if (answer.ok) setView(answer.value);
        setError(answer.ok ? null : answer.error);
      });
    load();
    return on('people.changed', load);
  }, [meetingId]);
  const save = async (): Promise<void> => {
    const answer = await client.people.saveCsv({ meetingId });
    if (!answer.ok) report(answer.error);
    else if (answer.value !== null) {
      showToast({ tone: 'good', title: (words) => words.t('people.csvSaved'), text: answer.value.file });
    }
  };
  if (error !== null) return <ErrorMessage error={error} isLive />;
  if (view === null) return <Skeleton label={t('people.loading')} lines={4} />;
  if (view.rows.length === 0) return <p className="ui-section__empty">{t('people.noRoster')}</p>;
  const waiting = unconfirmed(view).length;
  const copy = (): void => {
    if (copyText(reminderList(view, messages))) {
      showToast({ tone: 'good', title: (words) => words.t('people.remindersCopied') });
    }
  };
  return (
    <>
      <MeetingPeopleTable view={view} keys={keys} />
      <div className="ui-section__foot">
        <Button onPress={() => setIsMarking(true)}>{t('people.markSent')}</Button>
        {waiting > 0 && <Button onPress={copy}>{t('people.copyReminders', { count: waiting })}</Button>}
        <Button onPress={() => void save()}>{t('people.saveCsv')}</Button>
        <span className="people__faint">{t('people.confirmHint')}</span>
      </div>
      {isMarking && <MarkSentDialog view={view} onDone={setView} onClose={() => setIsMarking(false)} />}
    </>
  );
}
