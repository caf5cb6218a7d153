import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IssuerFact, MeetingEntry } from '../../../core/library/views.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { KeyWords } from './KeyWords.tsx';
import { VerifyAgain } from './VerifyAgain.tsx';
import './Importing.css';

/** Everything about where a pack comes from: revision, issuer, key, words; and checking it again. */
export function PackDetailsDialog({
  meeting,
  onCompare,
  onClose,
}: {
  meeting: MeetingEntry;
  onCompare: (issuer: IssuerFact) => void;
  onClose: () => void;
}): ReactNode {
  const { t, formatDateTime } = useMessages();
  const { issuer } = meeting;
  return (
    <Dialog title={t('importing.details.title')} isOpen onClose={onClose} size="medium">
      <p className="imp-details__meeting">
        {meeting.title}
        <span>{formatDateTime(meeting.start)}</span>
      </p>
      <dl className="imp-details">
        <Row name={t('importing.details.content')}>
          <span className="imp-details__fact">
            <ShieldCheck size={16} aria-hidden />
            {t('importing.details.unchanged')}
          </span>
          <VerifyAgain meetingId={meeting.meetingId} documentCount={meeting.documentCount} />
        </Row>
        <Row name={t('importing.details.issuedBy')}>
          <p>
            {issuer.office}, {issuer.municipality}
          </p>
          <KeyFact issuer={issuer} onCompare={onCompare} />
        </Row>
        <Row name={t('importing.details.issued')}>{formatDateTime(meeting.issued)}</Row>
        <Row name={t('importing.details.revision')}>
          {meeting.revision}
          {meeting.packNote !== '' && <p className="imp-details__note">{meeting.packNote}</p>}
        </Row>
        <Row name={t('importing.details.words')}>
          <KeyWords words={issuer.words} />
        </Row>
        <Row name={t('importing.details.key')}>
          <code className="imp-details__key">{issuer.key}</code>
        </Row>
      </dl>
    </Dialog>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="imp-details__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function KeyFact({
  issuer,
  onCompare,
}: {
  issuer: IssuerFact;
  onCompare: (issuer: IssuerFact) => void;
}): ReactNode {
  const { t, formatDate } = useMessages();
  const tone = { known: 'good', notConfirmed: 'warning', declined: 'alarm', changed: 'alarm' } as const;
  return (
    <div className="imp-details__keyfact">
      <Badge tone={tone[issuer.keyState]}>{t(`importing.keyState.${issuer.keyState}`)}</Badge>
      {issuer.doubt !== undefined ? (
        <span className="imp-details__muted">{t(`importing.details.doubt.${issuer.doubt}`)}</span>
      ) : issuer.confirmedAt === null ? (
        <Button size="small" onPress={() => onCompare(issuer)}>
          {t('importing.details.compare')}
        </Button>
      ) : (
        <span className="imp-details__muted">
          {t('importing.details.confirmed', { date: formatDate(issuer.confirmedAt) })}
        </span>
      )}
    </div>
  );
}
