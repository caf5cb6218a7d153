import { FileX2, LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';
import { ItemFacts, ItemHeading } from './ItemHeader.tsx';
import { ProposedDecision } from './ProposedDecision.tsx';
import './item.css';

/** An item with nothing to open: its facts and proposed decision are the page, and it says why there is no document. */
export function ItemPage({
  entry,
  clock,
  actions,
  sealedWay = null,
  notice,
}: {
  entry: AgendaEntry;
  clock: string | null;
  actions: ReactNode;
  /** What the person can do about an item that is shut. */
  sealedWay?: ReactNode;
  /** What must be known before reading on. */
  notice?: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="item-page">
      <article className="item-page__sheet">
        <div className="item-header__top">
          <ItemHeading entry={entry} />
          <div className="item-header__actions">{actions}</div>
        </div>
        <ItemFacts entry={entry} clock={clock} />
        {notice}
        {entry.sealed !== null && (
          <SealedNotice sealed={entry.sealed} isOpen={entry.unlocked === true} way={sealedWay} />
        )}
        {entry.proposedDecision.length > 0 && <ProposedDecision points={entry.proposedDecision} />}
        {entry.sealed === null && (
          <p className="item-page__none">
            <FileX2 size={18} aria-hidden />
            {t(entry.children.length > 0 ? 'agenda.documentsInChildren' : 'agenda.noDocuments')}
          </p>
        )}
      </article>
    </div>
  );
}

export function SealedNotice({
  sealed,
  isOpen = false,
  way = null,
}: {
  sealed: NonNullable<AgendaEntry['sealed']>;
  isOpen?: boolean;
  way?: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="sealed-notice">
      <LockKeyhole size={22} aria-hidden />
      <div>
        <p className="sealed-notice__title">
          {sealed.ground === null
            ? t(`agenda.sealedTitle.${sealed.reason}`)
            : t('agenda.sealedTitle.ground', { ground: sealed.ground })}
        </p>
        <p>{isOpen ? t('identity.openedText') : t(`agenda.sealedText.${sealed.reason}`)}</p>
        <p>{t('agenda.sealedPages', { count: sealed.pageCount })}</p>
        {!isOpen && <div className="sealed-notice__way">{way}</div>}
      </div>
    </div>
  );
}
