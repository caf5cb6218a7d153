import { ChevronDown, CircleCheck, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { AgendaEntry } from '../../../core/library/views.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ChangeBadge } from './ChangeBadge.tsx';
import { itemKindIcons } from '../../ui/kindIcons.ts';
import { HeaderProgress } from './ProgressLine.tsx';
import { ProposedDecision } from './ProposedDecision.tsx';
import { plannedMinutes } from './agendaTimes.ts';
import { useAgendaWords } from './useAgendaWords.ts';
import './item.css';

export interface ItemHeaderProps {
  readonly entry: AgendaEntry;
  /** Wall clock at which the item is expected; null when that cannot be said. */
  readonly clock: string | null;
  readonly isProposalShown: boolean;
  readonly onToggleProposal: () => void;
  readonly proposalShortcut: string;
  /** Marks all documents of the item as read or unread. */
  readonly onSetRead: (isRead: boolean) => void;
  /** Buttons for notes on the item. */
  readonly actions: ReactNode;
  /** What must be known before reading on. */
  readonly notice?: ReactNode;
}

/** Above the documents of an item: what it is, who presents it, and what is proposed. */
export function ItemHeader({
  entry,
  clock,
  isProposalShown,
  onToggleProposal,
  proposalShortcut,
  onSetRead,
  actions,
  notice,
}: ItemHeaderProps): ReactNode {
  const { t } = useMessages();
  const isRead = entry.readState === 'read';
  const hasProposal = entry.proposedDecision.length > 0;
  return (
    <header className="item-header">
      <div className="item-header__top">
        <ItemHeading entry={entry} />
        <div className="item-header__actions">
          <IconButton
            size="small"
            label={t(isRead ? 'agenda.markUnread' : 'agenda.markRead')}
            isPressed={isRead}
            icon={<CircleCheck size={16} aria-hidden />}
            onPress={() => onSetRead(!isRead)}
          />
          {actions}
        </div>
      </div>
      <div className="item-header__bottom">
        <ItemFacts entry={entry} clock={clock} />
        {hasProposal && (
          <AriaButton
            className="item-header__toggle"
            aria-expanded={isProposalShown}
            onPress={onToggleProposal}
            aria-keyshortcuts={proposalShortcut}
          >
            <ChevronDown size={15} aria-hidden />
            {t('agenda.proposedDecision')}
          </AriaButton>
        )}
      </div>
      {notice}
      <HeaderProgress entry={entry} />
      {hasProposal && isProposalShown && (
        <div className="item-header__proposal">
          <ProposedDecision points={entry.proposedDecision} hidesHeading />
        </div>
      )}
    </header>
  );
}

export function ItemHeading({ entry }: { entry: AgendaEntry }): ReactNode {
  return (
    <h2 className="item-heading">
      {entry.number !== null && <span className="item-heading__number">{entry.number}</span>}
      <span className="item-heading__title">{entry.title}</span>
      <ChangeBadge change={entry.change} previousNumber={entry.previousNumber} />
    </h2>
  );
}

/** Kind, registry number, presenter and time: only those that are known. */
export function ItemFacts({ entry, clock }: { entry: AgendaEntry; clock: string | null }): ReactNode {
  const { t, formatTime } = useMessages();
  const words = useAgendaWords();
  const minutes = plannedMinutes(entry);
  const Icon = entry.sealed !== null ? Lock : entry.itemKind === null ? null : itemKindIcons[entry.itemKind];
  const kind =
    entry.sealed !== null
      ? [t(`agenda.sealed.${entry.sealed.reason}`), entry.sealed.ground].filter(Boolean).join(' — ')
      : entry.itemKind === null
        ? null
        : t(`agenda.kind.${entry.itemKind}`);
  const time = [clock !== null && formatTime(clock), minutes !== null && words.minutes(minutes)].filter(
    (part) => part !== false,
  );
  return (
    <dl className="item-facts">
      {kind !== null && (
        <Fact term={t('agenda.fact.kind')}>
          <span className="item-facts__kind" data-kind={entry.sealed === null ? entry.itemKind : 'sealed'}>
            {Icon !== null && <Icon size={14} aria-hidden />}
            {kind}
          </span>
        </Fact>
      )}
      {entry.registryNumber !== null && (
        <Fact term={t('agenda.fact.registryNumber')}>
          <span className="tabular">{entry.registryNumber}</span>
        </Fact>
      )}
      {entry.presenter !== null && <Fact term={t('agenda.fact.presenter')}>{entry.presenter}</Fact>}
      {time.length > 0 && <Fact term={t('agenda.fact.time')}>{time.join(' · ')}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div className="item-facts__fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
