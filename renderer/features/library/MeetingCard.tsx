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

export interface MeetingCardProps {
  readonly meeting: MeetingEntry;
  readonly now: number;
  /** `next` is large and comes first; `past` leaves out how many days are left. */
  readonly rank: 'next' | 'coming' | 'past';
  readonly focusedMeetingId: string | null;
  readonly onOpen: (meetingId: string) => void;
  readonly onShowPack: (meetingId: string) => void;
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
          <MeetingNews meeting={meeting} />
          <MeetingFacts meeting={meeting} />
          <IssuerFacts issuer={meeting.issuer} />
        </div>
        <div className="lib-card__side">
          {rank !== 'past' && meeting.state === 'scheduled' && (
            <span className="lib-card__days">{formatDaysLeft(meeting.start, props.now)}</span>
          )}
          <CardActions {...props} />
        </div>
      </div>
      {isNext && <ReadShare meeting={meeting} />}
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

function CardActions({ meeting, rank, onOpen, onShowPack }: MeetingCardProps): ReactNode {
  const { t } = useMessages();
  const show = (): void => onShowPack(meeting.meetingId);
  const label = t('library.aboutPack', { title: meeting.title });
  if (rank !== 'next') {
    return (
      <IconButton size="small" label={label} icon={<FileCheck2 size={16} aria-hidden />} onPress={show} />
    );
  }
  return (
    <span className="lib-card__actions">
      <Button variant="quiet" aria-label={label} onPress={show}>
        {t('library.aboutPackShort')}
      </Button>
      <Button variant="primary" onPress={() => onOpen(meeting.meetingId)}>
        {t(meeting.lastOpenedAt === null ? 'library.open' : 'library.readOn')}
      </Button>
    </span>
  );
}

function ReadShare({ meeting }: { meeting: MeetingEntry }): ReactNode {
  const { t } = useMessages();
  const { documentCount, unreadDocumentCount } = meeting;
  if (documentCount === 0) return null;
  const read = documentCount - unreadDocumentCount;
  return (
    <div className="lib-card__read">
      <ProgressBar
        label={t('library.readShare', { read, all: documentCount })}
        share={read / documentCount}
      />
    </div>
  );
}
