import { ChevronRight, Package } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BereddError } from '../../../core/errors.ts';
import type { LibraryView, MeetingEntry } from '../../../core/library/views.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { arrowStop, moveByArrowKey } from './arrowKeys.ts';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { groupMeetings } from './groupMeetings.ts';
import type { MeetingCardProps } from './MeetingCard.tsx';
import { MeetingCard } from './MeetingCard.tsx';
import { NoticeList } from './NoticeList.tsx';
import './Library.css';

export interface LibraryScreenProps {
  /** Null while it is loaded. */
  readonly view: LibraryView | null;
  readonly error: BereddError | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Only this body's meetings; null: all. */
  readonly bodyId: string | null;
  /** The meeting whose card has the focus when the screen appears: the one just left. */
  readonly focusedMeetingId: string | null;
  readonly onOpenMeeting: (meetingId: string) => void;
  /** Opens the meeting with what is new since it was read. */
  readonly onShowNews?: (meetingId: string) => void;
  readonly onShowPack: (meetingId: string) => void;
  readonly onPrepare?: MeetingCardProps['onPrepare'];
  readonly onOpenPacks: () => void;
  readonly onAddWatchedFolder: () => void;
  readonly onDismissNotice: (id: string) => void;
  readonly onRetry: () => void;
}

export function LibraryScreen(props: LibraryScreenProps): ReactNode {
  const { view, bodyId } = props;
  const { t } = useMessages();
  const body = view?.meetings.find((meeting) => meeting.bodyId === bodyId);
  return (
    <div className="lib">
      <header className="lib__header">
        <h1 className="lib__title">{body?.bodyName ?? t('library.title')}</h1>
        {view !== null && view.meetings.length > 0 && (
          <Button variant="primary" icon={<Package size={16} aria-hidden />} onPress={props.onOpenPacks}>
            {t('library.openPacks')}
          </Button>
        )}
      </header>
      <LibraryContent {...props} />
    </div>
  );
}

function LibraryContent(props: LibraryScreenProps): ReactNode {
  const { view, error, bodyId } = props;
  const { t } = useMessages();
  if (error !== null) {
    return (
      <ErrorMessage
        error={error}
        tone="alarm"
        isLive
        actions={<Button onPress={props.onRetry}>{t('library.retry')}</Button>}
      />
    );
  }
  if (view === null) return <LibrarySkeleton />;
  const meetings = bodyId === null ? view.meetings : view.meetings.filter((m) => m.bodyId === bodyId);
  return (
    <>
      <NoticeList
        notices={view.notices}
        onOpenMeeting={props.onOpenMeeting}
        {...(props.onShowNews ? { onShowNews: props.onShowNews } : {})}
        onShowPack={props.onShowPack}
        onDismiss={props.onDismissNotice}
      />
      {view.meetings.length === 0 ? (
        <EmptyLibrary onOpenPacks={props.onOpenPacks} onAddWatchedFolder={props.onAddWatchedFolder} />
      ) : (
        <MeetingList {...props} meetings={meetings} />
      )}
    </>
  );
}

function MeetingList({
  meetings,
  now,
  focusedMeetingId,
  onOpenMeeting,
  onShowNews,
  onPrepare,
  onShowPack,
}: LibraryScreenProps & { meetings: readonly MeetingEntry[] }): ReactNode {
  const { t } = useMessages();
  const { next, coming, past, earlierYears } = groupMeetings(meetings, now);
  const common = {
    now,
    focusedMeetingId,
    onOpen: onOpenMeeting,
    onShowPack,
    ...(onShowNews ? { onShowNews } : {}),
    ...(onPrepare ? { onPrepare } : {}),
  };
  return (
    <div className="lib__list" onKeyDown={moveByArrowKey}>
      {next === null ? (
        <EmptyState title={t('library.nothingAhead.title')}>{t('library.nothingAhead.text')}</EmptyState>
      ) : (
        <section aria-label={t('library.next')}>
          <p className="lib__heading" aria-hidden>
            {t('library.next')}
          </p>
          <MeetingCard {...common} meeting={next} rank="next" />
        </section>
      )}
      <MeetingGroup {...common} heading={t('library.coming')} meetings={coming} rank="coming" />
      <MeetingGroup {...common} heading={t('library.past')} meetings={past} rank="past" />
      {earlierYears.map(({ year, meetings: ofYear }) => (
        <details key={year} className="lib__year">
          <summary {...arrowStop}>
            <ChevronRight size={16} aria-hidden />
            <span>{year}</span>
            <span className="lib__count">{t('library.meetings', { n: ofYear.length })}</span>
          </summary>
          <Meetings {...common} meetings={ofYear} rank="past" />
        </details>
      ))}
    </div>
  );
}

type GroupProps = Omit<MeetingCardProps, 'meeting'> & { readonly meetings: readonly MeetingEntry[] };

function MeetingGroup({ heading, meetings, ...props }: GroupProps & { heading: string }): ReactNode {
  if (meetings.length === 0) return null;
  return (
    <section>
      <h2 className="lib__heading">{heading}</h2>
      <Meetings {...props} meetings={meetings} />
    </section>
  );
}

function Meetings({ meetings, ...props }: GroupProps): ReactNode {
  return (
    <ul className="lib__meetings">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <MeetingCard {...props} meeting={meeting} />
        </li>
      ))}
    </ul>
  );
}

function LibrarySkeleton(): ReactNode {
  const { t } = useMessages();
  return (
    <div className="lib__skeleton">
      <Skeleton label={t('library.loading')} lines={9} />
    </div>
  );
}
