import { ArrowLeft, CircleCheck, Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WhatsNew } from '../../../core/revisionDiff/whatsNew.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Messages } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { Comparisons } from './comparisonState.ts';
import { isLayoutOnly, newsCounts } from './comparisonState.ts';
import type { HolderNewsActions } from './HolderNewsCard.tsx';
import { HolderNewsCard } from './HolderNewsCard.tsx';
import { MeetingChanges } from './MeetingChanges.tsx';
import './whatsNew.css';

export interface WhatsNewPageProps {
  /** Null when there is only one revision. */
  readonly news: WhatsNew | null;
  readonly comparisons: Comparisons;
  readonly actions: HolderNewsActions;
  readonly onSeen: () => void;
  readonly onClose: () => void;
  readonly onStop: () => void;
}

/** What is new since the person read: the meeting itself, then item by item, new printings of the same words last. */
export function WhatsNewPage(props: WhatsNewPageProps): ReactNode {
  const { t } = useMessages();
  const { news, onClose } = props;
  return (
    <section className="news" aria-label={t('whatsNew.title')} tabIndex={-1} data-news>
      <header className="news__header">
        <div className="news__names">
          <h2 className="news__title">{t('whatsNew.title')}</h2>
          {news !== null && (
            <p className="news__since">
              {t('whatsNew.sinceRevision', { now: news.now.revision, since: news.since.revision })}
            </p>
          )}
        </div>
        <Button size="small" icon={<ArrowLeft size={15} aria-hidden />} onPress={onClose}>
          {t('whatsNew.close')}
        </Button>
        {news !== null && !news.isSeen && (
          <Button
            size="small"
            variant="primary"
            icon={<CircleCheck size={15} aria-hidden />}
            onPress={props.onSeen}
          >
            {t('whatsNew.markSeen')}
          </Button>
        )}
      </header>
      {news === null ? (
        <EmptyState icon={<Inbox size={28} aria-hidden />} title={t('whatsNew.none.title')}>
          {t('whatsNew.none.text')}
        </EmptyState>
      ) : (
        <News {...props} news={news} />
      )}
    </section>
  );
}

function News({ news, comparisons, actions, onStop }: WhatsNewPageProps & { news: WhatsNew }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const [changed, relaid] = [
    news.holders.filter((each) => !isLayoutOnly(each, comparisons)),
    news.holders.filter((each) => isLayoutOnly(each, comparisons)),
  ];
  return (
    <div className="news__body">
      {news.isSeen && <p className="news__seen">{t('whatsNew.seenAlready')}</p>}
      <MeetingChanges meeting={news.meeting} />
      <p className="news__summary">{summary(messages, news, comparisons)}</p>
      {news.packNote !== '' && <p className="news__note">{t('whatsNew.note', { note: news.packNote })}</p>}
      <Progress comparisons={comparisons} onStop={onStop} />
      {news.holders.length === 0 && (
        <EmptyState icon={<Inbox size={28} aria-hidden />} title={t('whatsNew.nothing.title')}>
          {t('whatsNew.nothing.text')}
        </EmptyState>
      )}
      {[...changed, ...relaid].map((each) => (
        <HolderNewsCard key={each.id} news={each} comparisons={comparisons} actions={actions} />
      ))}
    </div>
  );
}

function Progress({ comparisons, onStop }: { comparisons: Comparisons; onStop: () => void }): ReactNode {
  const { t } = useMessages();
  const states = [...comparisons.values()];
  const done = states.filter(({ status }) => status !== 'waiting' && status !== 'comparing').length;
  if (done === states.length) return null;
  const words = t('whatsNew.comparing', { done, total: states.length });
  return (
    <div className="news__progress">
      <span>{words}</span>
      <ProgressBar label={words} share={done / Math.max(1, states.length)} tone="quiet" />
      <Button size="small" variant="quiet" onPress={onStop}>
        {t('whatsNew.stopComparing')}
      </Button>
    </div>
  );
}

function summary({ t }: Messages, news: WhatsNew, comparisons: Comparisons): string {
  const counts = newsCounts(news, comparisons);
  return [
    counts.changed > 0 &&
      t('whatsNew.summary.changed', {
        changed: counts.changed,
        all: news.itemCount,
        read: counts.changedRead,
      }),
    counts.added > 0 && t('whatsNew.summary.new', { count: counts.added }),
    counts.moved > 0 && t('whatsNew.summary.moved', { count: counts.moved }),
    counts.withdrawn > 0 && t('whatsNew.summary.withdrawn', { count: counts.withdrawn }),
    counts.briefings > 0 && t('whatsNew.summary.briefings', { count: counts.briefings }),
    counts.layoutOnly > 0 && t('whatsNew.summary.layout', { count: counts.layoutOnly }),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}
