import { FileCheck2, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { arrowStop } from './arrowKeys.ts';
import { DateBlock } from './DateBlock.tsx';
import { IssuerFacts } from './IssuerFacts.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { MeetingNews, MeetingWarning } from './MeetingNews.tsx';
import type { Preparation } from './PrepareMenu.tsx';
import { PrepareMenu } from './PrepareMenu.tsx';
import './meetingCard.css';
import './meetingFacts.css';

export interface MeetingCardProps {
  readonly meeting: MeetingEntry;
  readonly now: number;
  /** `next` is large and comes first; `past` leaves out how many days are left. */
  readonly rank: 'next' | 'coming' | 'past';
  readonly focusedMeetingId: string | null;
  readonly onOpen: (meetingId: string) => void;
  readonly onShowNews?: (meetingId: string) => void;
  readonly onShowPack: (meetingId: string) => void;
  /** Begins a draft from the meeting; nothing is offered when left out. */
  readonly onPrepare?: (meetingId: string, from: Preparation) => void;
}

export function MeetingCard(props: MeetingCardProps): ReactNode {
  const { meeting, rank } = props;
  const isNext = rank === 'next';
  const Title = isNext ? 'h2' : 'h3';
  const titleId = useId();
  const { formatDaysLeft } = useMessages();
  return (
    <article
      className={`lib-card lib-card--${rank}`}
      data-cancelled={meeting.state === 'cancelled' || undefined}
      aria-labelledby={titleId}
    >
      <MeetingWarning meeting={meeting} />
      <div className="lib-card__main">
        <DateBlock start={meeting.start} isLarge={isNext} />
        <div className="lib-card__body">
          <Badges meeting={meeting} />
          <Title className="lib-card__title">
            {/* Its click area is the whole card, see the stylesheet. */}
            <button
              type="button"
              id={titleId}
              className="lib-card__open"
              autoFocus={meeting.meetingId === props.focusedMeetingId}
              onClick={() => props.onOpen(meeting.meetingId)}
              {...arrowStop}
            >
              {meeting.title}
            </button>
          </Title>
          <WhenAndWhere meeting={meeting} />
          <MeetingNews meeting={meeting} onShow={props.onShowNews ?? null} />
          <MeetingFacts meeting={meeting} showsUnread={!isNext} />
          <IssuerFacts issuer={meeting.issuer} />
        </div>
        <div className="lib-card__side">
          {rank !== 'past' && meeting.state === 'scheduled' && (
            <span className="lib-card__days">{formatDaysLeft(meeting.start, props.now)}</span>
          )}
          {!isNext && <AboutPack {...props} />}
        </div>
      </div>
      {isNext && <NextFooter {...props} />}
    </article>
  );
}

function Badges({ meeting }: { meeting: MeetingEntry }): ReactNode {
  const { t } = useMessages();
  const isOperationsDay = meeting.kind === 'operationsDay';
  const isNew = meeting.lastOpenedAt === null;
  return (
    <p className="lib-card__kicker">
      <span>
        {meeting.bodyName} · {meeting.municipality}
      </span>
      {isOperationsDay && <Badge tone="accent">{t('library.operationsDay')}</Badge>}
      {isNew && <Badge tone="new">{t('library.new')}</Badge>}
      <Badge>{t('library.revision', { n: meeting.revision })}</Badge>
    </p>
  );
}

function WhenAndWhere({ meeting }: { meeting: MeetingEntry }): ReactNode {
  const { formatDateTime } = useMessages();
  return (
    <p className="lib-card__when">
      <time dateTime={meeting.start}>{formatDateTime(meeting.start)}</time>
      {meeting.place !== null && (
        <span className="lib-card__place">
          <MapPin size={14} aria-hidden />
          {meeting.place}
        </span>
      )}
    </p>
  );
}

function AboutPack({ meeting, onShowPack, onPrepare }: MeetingCardProps): ReactNode {
  const { t } = useMessages();
  return (
    <span className="lib-card__tools">
      <IconButton
        size="small"
        label={t('library.aboutPack', { title: meeting.title })}
        icon={<FileCheck2 size={16} aria-hidden />}
        onPress={() => onShowPack(meeting.meetingId)}
      />
      {onPrepare && (
        <PrepareMenu title={meeting.title} onPrepare={(from) => onPrepare(meeting.meetingId, from)} />
      )}
    </span>
  );
}

/** How far the reading has come, and the way in. */
function NextFooter({ meeting, onOpen, onShowPack, onPrepare }: MeetingCardProps): ReactNode {
  const { t } = useMessages();
  return (
    <div className="lib-card__foot">
      <ReadShare meeting={meeting} />
      {onPrepare && (
        <PrepareMenu title={meeting.title} onPrepare={(from) => onPrepare(meeting.meetingId, from)} />
      )}
      <Button
        variant="quiet"
        aria-label={t('library.aboutPack', { title: meeting.title })}
        onPress={() => onShowPack(meeting.meetingId)}
      >
        {t('library.aboutPackShort')}
      </Button>
      <Button variant="primary" onPress={() => onOpen(meeting.meetingId)}>
        {t(meeting.lastOpenedAt === null ? 'library.open' : 'library.readOn')}
      </Button>
    </div>
  );
}

function ReadShare({ meeting }: { meeting: MeetingEntry }): ReactNode {
  const { t } = useMessages();
  const { documentCount, unreadDocumentCount } = meeting;
  if (documentCount === 0) return <div className="lib-card__read" />;
  const label = t('library.unread', { n: unreadDocumentCount, all: documentCount });
  return (
    <div className="lib-card__read">
      <ProgressBar label={label} share={1 - unreadDocumentCount / documentCount} />
      <span aria-hidden>{label}</span>
    </div>
  );
}
