import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { RevisionOfPerson } from '../../../core/exchange/deliveries.ts';
import type { MeetingPeopleView, MeetingPersonRow } from '../../../core/exchange/peopleViews.ts';
import type { SigningKeyEntry } from '../../../core/issuing/issuing.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { WriteLetterDialog } from './WriteLetterDialog.tsx';

export function MeetingPeopleTable({
  view,
  keys,
}: {
  view: MeetingPeopleView;
  keys: readonly SigningKeyEntry[];
}): ReactNode {
  const { t } = useMessages();
  const [letterTo, setLetterTo] = useState<MeetingPersonRow | null>(null);
  return (
    <div className="people__scroll">
      <table className="people__table">
        <thead>
          <tr>
            <th scope="col">{t('people.col.name')}</th>
            <th scope="col">{t('people.col.card')}</th>
            {view.revisions.map(({ revision }) => (
              <th key={revision} scope="col">
                {t('people.col.revision', { revision })}
              </th>
            ))}
            {view.sealedItems.map(({ id, number, title }) => (
              <th key={id} scope="col">
                {[number, title].filter(Boolean).join(' ')}
              </th>
            ))}
            {view.sealedItems.length > 0 && <th scope="col">{t('people.col.letter')}</th>}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.member} row={row} view={view} onLetter={() => setLetterTo(row)} />
          ))}
        </tbody>
      </table>
      {letterTo !== null && (
        <WriteLetterDialog view={view} row={letterTo} keys={keys} onClose={() => setLetterTo(null)} />
      )}
    </div>
  );
}

function Row({
  row,
  view,
  onLetter,
}: {
  row: MeetingPersonRow;
  view: MeetingPeopleView;
  onLetter: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <tr>
      <th scope="row">
        {row.name}
        <span className="people__party">{row.party}</span>
      </th>
      <td>{t(`people.card.${row.card}`)}</td>
      {row.revisions.map((each, at) => (
        <td key={each.revision}>
          <Delivered
            delivered={each}
            isOverdue={at === row.revisions.length - 1 && row.standing === 'overdue'}
            disposed={at === row.revisions.length - 1 ? row.disposed : null}
          />
        </td>
      ))}
      {view.sealedItems.map(({ id }) => (
        <td key={id}>
          {row.maySee.includes(id) ? (
            <>
              <Check size={16} aria-hidden />
              <VisuallyHidden>{t('people.maySee')}</VisuallyHidden>
            </>
          ) : (
            <VisuallyHidden>{t('people.mayNotSee')}</VisuallyHidden>
          )}
        </td>
      ))}
      {view.sealedItems.length > 0 && (
        <td>
          <Button size="small" isDisabled={row.maySee.length === view.sealedItems.length} onPress={onLetter}>
            {t('people.letter')}
          </Button>
        </td>
      )}
    </tr>
  );
}

function Delivered({
  delivered: { sent, opened },
  isOverdue,
  disposed,
}: {
  delivered: RevisionOfPerson;
  isOverdue: boolean;
  disposed: string | null;
}): ReactNode {
  const { t, formatDate } = useMessages();
  const facts = [
    sent !== null && t('people.sentOn', { date: formatDate(sent) }),
    opened !== null && t('people.openedOn', { date: formatDate(opened) }),
    disposed !== null && t('people.disposedAt', { date: formatDate(disposed) }),
  ].filter((fact) => fact !== false);
  return (
    <>
      {facts.length === 0 && <span className="people__faint">{t('people.notSent')}</span>}
      {facts.map((fact) => (
        <span key={fact} className="people__fact">
          {fact}
        </span>
      ))}
      {isOverdue && <Badge tone="warning">{t('people.overdue')}</Badge>}
    </>
  );
}
