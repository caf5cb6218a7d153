import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { HolderNews } from '../../../core/revisionDiff/whatsNew.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { MessageKey } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';
import type { Comparisons } from './comparisonState.ts';
import { isLayoutOnly } from './comparisonState.ts';
import { ClausesDifference } from './ClausesDifference.tsx';
import { DocumentNewsRow } from './DocumentNewsRow.tsx';

type Aspect = HolderNews['aspects'][number];

/** Title, documents and proposed decision have their own places; they are named here so that none is forgotten. */
const aspectWords = {
  title: 'whatsNew.change.changed',
  unit: 'whatsNew.change.changed',
  documents: 'whatsNew.documents',
  proposedDecision: 'whatsNew.proposedDecision',
  itemKind: 'whatsNew.aspect.itemKind',
  registryNumber: 'whatsNew.aspect.registryNumber',
  presenter: 'whatsNew.aspect.presenter',
  conflicts: 'whatsNew.aspect.conflicts',
  sealed: 'whatsNew.aspect.sealed',
  period: 'whatsNew.aspect.period',
  start: 'whatsNew.aspect.start',
  sections: 'whatsNew.aspect.sections',
  keyFigures: 'whatsNew.aspect.keyFigures',
  commitments: 'whatsNew.aspect.commitments',
} as const satisfies Readonly<Record<Aspect, MessageKey>>;

export interface HolderNewsActions {
  readonly onOpen: (news: HolderNews) => void;
  readonly onShowPages: (documentId: string) => void;
  readonly onCompare: (documentId: string) => void;
}

/** What is new in one item or briefing: the proposed decision first. */
export function HolderNewsCard({
  news,
  comparisons,
  actions,
}: {
  news: HolderNews;
  comparisons: Comparisons;
  actions: HolderNewsActions;
}): ReactNode {
  const { t } = useMessages();
  useProtectedContent(news.isSealed === true);
  const titleId = useId();
  const name = [news.number, news.title].filter((part) => part !== null).join(' ');
  const layoutOnly = isLayoutOnly(news, comparisons);
  return (
    <article className="news-card" data-change={news.change} aria-labelledby={titleId}>
      <h3 id={titleId} className="news-card__title">
        {news.change === 'withdrawn' ? (
          name
        ) : (
          <AriaButton
            className="news-card__open"
            aria-label={t('whatsNew.open', { what: name })}
            onPress={() => actions.onOpen(news)}
          >
            {name}
          </AriaButton>
        )}
      </h3>
      <p className="news-card__facts">
        <Badge tone={layoutOnly ? 'neutral' : news.change === 'withdrawn' ? 'warning' : 'new'}>
          {t(layoutOnly ? 'whatsNew.change.layout' : `whatsNew.change.${news.change}`)}
        </Badge>
        {news.isSealed === true && (
          <Badge tone="warning" icon={<Lock size={12} aria-hidden />}>
            {t('whatsNew.sealed')}
          </Badge>
        )}
        {news.wasRead && <Badge>{t('whatsNew.wasRead')}</Badge>}
        {news.previousNumber !== null && (
          <span>{t('whatsNew.numberFrom', { number: news.previousNumber })}</span>
        )}
        {news.previousTitle !== null && <span>{t('whatsNew.titleFrom', { title: news.previousTitle })}</span>}
      </p>
      {news.proposedDecision !== null && (
        <ClausesDifference title={t('whatsNew.proposedDecision')} {...news.proposedDecision} />
      )}
      {(news.sections ?? []).map(({ id, ...section }) => (
        <ClausesDifference key={id} {...section} />
      ))}
      {news.aspects.length > 0 && (
        <ul className="news-card__aspects">
          {news.aspects.map((aspect) => (
            <li key={aspect}>{t(aspectWords[aspect])}</li>
          ))}
        </ul>
      )}
      {news.documents.length > 0 && (
        <ul className="news-card__documents" aria-label={t('whatsNew.documents')}>
          {news.documents.map((document) => (
            <DocumentNewsRow
              key={document.id}
              news={document}
              state={
                document.before !== null && document.after !== null
                  ? (comparisons.get(document.id) ?? { status: 'waiting' })
                  : null
              }
              onShowPages={() => actions.onShowPages(document.id)}
              onCompare={() => actions.onCompare(document.id)}
            />
          ))}
        </ul>
      )}
    </article>
  );
}
