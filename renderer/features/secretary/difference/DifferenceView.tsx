import { CalendarClock, CalendarX, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { DocumentChange, DraftDifference, ItemChange } from '../../../../core/draft/draftDifference.ts';
import type { BereddError } from '../../../../core/errors.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useEditor } from '../editor/useEditor.ts';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import './difference.css';
import '../meeting/meetingForm.css';

/** What readers of the last revision will be told when this one comes: the same rule that marks it in their libraries. */
export function DifferenceView(): ReactNode {
  const { t, formatDateTime } = useMessages();
  const { difference, error } = useDifference();
  return (
    <article className="sec-form" aria-label={t('secretary.difference.title')}>
      <header>
        <h2 className="sec-difference__title">{t('secretary.difference.title')}</h2>
        {difference != null && (
          <p className="sec-section__none">
            {t('secretary.difference.text', {
              revision: difference.revision,
              issued: formatDateTime(difference.issued),
            })}
          </p>
        )}
      </header>
      {error !== null && <ErrorMessage error={error} isLive />}
      {error === null && difference === undefined && (
        <Skeleton label={t('secretary.difference.loading')} lines={5} />
      )}
      {difference === null && (
        <EmptyState title={t('secretary.difference.noBase')}>
          {t('secretary.difference.noBaseText')}
        </EmptyState>
      )}
      {difference != null && <Difference difference={difference} />}
    </article>
  );
}

function Difference({ difference }: { difference: DraftDifference }): ReactNode {
  const { t } = useMessages();
  const note = useDraft((draft) => draft.note);
  const { items, withdrawnItems, withdrawnDocuments } = difference;
  const isNothing =
    items.length + withdrawnItems.length + withdrawnDocuments.length === 0 && !isMeetingChanged(difference);
  if (isNothing)
    return (
      <EmptyState icon={<Eye size={24} aria-hidden />} title={t('secretary.difference.nothing')}>
        {t('secretary.difference.nothingText')}
      </EmptyState>
    );
  return (
    <>
      {note !== '' && <blockquote className="sec-difference__note">{note}</blockquote>}
      <MeetingChange difference={difference} />
      {items.length > 0 && (
        <ul className="sec-difference__items">
          {items.map((item) => (
            <ItemLine key={item.itemId} item={item} />
          ))}
        </ul>
      )}
      {withdrawnItems.length > 0 && (
        <Withdrawn
          title={t('secretary.difference.withdrawnItems')}
          names={withdrawnItems.map(({ number, title }) => [number, title].filter(Boolean).join(' '))}
        />
      )}
      {withdrawnDocuments.length > 0 && (
        <Withdrawn
          title={t('secretary.difference.withdrawnDocuments')}
          names={withdrawnDocuments.map(({ title }) => title)}
        />
      )}
      {difference.hasSealed && <p className="sec-section__none">{t('secretary.difference.sealed')}</p>}
    </>
  );
}

const isMeetingChanged = ({ meeting }: DraftDifference): boolean =>
  meeting.movedFrom !== null || meeting.cancelled || meeting.reinstated || meeting.previousTitle !== null;

function MeetingChange({ difference: { meeting } }: { difference: DraftDifference }): ReactNode {
  const { t, formatDateTime } = useMessages();
  if (meeting.cancelled)
    return (
      <p className="sec-as-seen__line sec-as-seen__line--alarm sec-difference__meeting">
        <CalendarX size={16} aria-hidden />
        {t('library.cancelled')}
      </p>
    );
  if (meeting.movedFrom !== null)
    return (
      <p className="sec-as-seen__line sec-as-seen__line--warning sec-difference__meeting">
        <CalendarClock size={16} aria-hidden />
        {[t('library.moved', { start: formatDateTime(meeting.movedFrom.start) }), meeting.movedFrom.place]
          .filter((part) => part !== null)
          .join(', ')}
      </p>
    );
  if (meeting.reinstated) return <p>{t('secretary.difference.reinstated')}</p>;
  return meeting.previousTitle === null ? null : (
    <p>{t('secretary.difference.previousTitle', { title: meeting.previousTitle })}</p>
  );
}

const tones = { new: 'new', changed: 'accent', moved: 'neutral', renamed: 'neutral' } as const;

function ItemLine({ item }: { item: ItemChange }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const moved =
    item.previousNumber !== null && item.change !== 'new'
      ? t('agenda.change.movedFrom', { number: item.previousNumber })
      : null;
  const aspects = item.aspects
    .filter((aspect) => aspect !== 'documents')
    .map((aspect) => t(`secretary.difference.aspect.${aspect}`));
  return (
    <li className="sec-difference__item">
      <button
        type="button"
        className="sec-difference__open"
        onClick={() => model.select(new Set([item.itemId]))}
      >
        <span className="sec-difference__number">{item.number}</span>
        <span className="sec-difference__words">
          <span className="sec-difference__name">
            {item.title}
            <Badge tone={tones[item.change]}>{t(`agenda.change.${item.change}`)}</Badge>
          </span>
          {(aspects.length > 0 || moved !== null) && (
            <span className="sec-difference__aspects">
              {[moved, ...aspects].filter((part) => part !== null).join(' · ')}
            </span>
          )}
          {item.documents.map((document) => (
            <DocumentLine key={document.documentId} document={document} />
          ))}
        </span>
      </button>
    </li>
  );
}

function DocumentLine({ document }: { document: DocumentChange }): ReactNode {
  const { t } = useMessages();
  return (
    <span className="sec-difference__document">
      {document.title}
      <Badge tone={tones[document.change]}>
        {document.change === 'renamed'
          ? t('secretary.difference.renamed', { title: document.previousTitle ?? '' })
          : t(`agenda.change.${document.change}`)}
      </Badge>
    </span>
  );
}

function Withdrawn({ title, names }: { title: string; names: readonly string[] }): ReactNode {
  return (
    <section aria-label={title}>
      <h3 className="sec-difference__withdrawn">{title}</h3>
      <ul>
        {names.map((name, at) => (
          <li key={at} className="sec-difference__gone">
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Undefined while it is worked out; null when there is nothing to compare with. Worked out anew when the draft changes. */
function useDifference(): {
  readonly difference: DraftDifference | null | undefined;
  readonly error: BereddError | null;
} {
  const session = useDraftSession();
  const draft = useDraft((now) => now);
  const [difference, setDifference] = useState<DraftDifference | null>();
  const [error, setError] = useState<BereddError | null>(null);
  useEffect(() => {
    let isOver = false;
    void session.client.difference({ draftId: session.draftId }).then((answer) => {
      if (isOver) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setDifference(answer.value);
    });
    return () => {
      isOver = true;
    };
  }, [session, draft]);
  return { difference, error };
}
