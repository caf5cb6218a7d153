import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { AgendaEntry, MeetingView } from '../../../core/library/views.ts';
import { agendaLines } from '../../features/agenda/agendaOrder.ts';
import { Badge } from '../../ui/Badge.tsx';
import { WebcastLink } from './WebcastLink.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';

/** The page about the meeting itself: when and where, what is to be decided, and what the office says. */
export function MeetingPage({
  view,
  actions,
  onOpenItem,
  onOpenAddress,
}: {
  view: MeetingView;
  actions: ReactNode;
  onOpenItem: (itemId: string) => void;
  onOpenAddress: (address: string) => void;
}): ReactNode {
  const { t, formatDateTime, formatTime, formatDate } = useMessages();
  const { meeting } = view;
  const decisions = agendaLines(view.agenda)
    .map((line) => line.entry)
    .filter((entry) => entry.itemKind === 'decision');
  const time = formatDateTime(meeting.start, 'full');
  return (
    <div className="item-page">
      <article className="item-page__sheet">
        <div className="item-header__top">
          <h2 className="item-heading">{meeting.title}</h2>
          <div className="item-header__actions">{actions}</div>
        </div>
        <dl className="meeting-page__facts">
          <Fact term={t('workspace.fact.time')}>
            {meeting.end === null ? time : `${time}–${formatTime(meeting.end)}`}
          </Fact>
          {meeting.place !== null && <Fact term={t('workspace.fact.place')}>{meeting.place}</Fact>}
          <Fact term={t('workspace.fact.body')}>
            {meeting.bodyName}, {meeting.municipality}
          </Fact>
          {view.webcast !== null && (
            <Fact term={t('workspace.fact.webcast')}>
              <WebcastLink address={view.webcast} onOpen={onOpenAddress} />
            </Fact>
          )}
          <Fact term={t('workspace.fact.extent')}>
            {t('workspace.extent', { items: meeting.itemCount, pages: meeting.pageCount })}
          </Fact>
          {meeting.packNote !== '' && <Fact term={t('workspace.fact.note')}>{meeting.packNote}</Fact>}
          {view.returnBy !== null && (
            <Fact term={t('workspace.fact.returnBy')}>{formatDate(view.returnBy)}</Fact>
          )}
          {view.eraseAfter !== null && (
            <Fact term={t('workspace.fact.eraseAfter')}>{formatDate(view.eraseAfter)}</Fact>
          )}
        </dl>
        {decisions.length > 0 && <Decisions entries={decisions} onOpenItem={onOpenItem} />}
      </article>
    </div>
  );
}

function Decisions({
  entries,
  onOpenItem,
}: {
  entries: readonly AgendaEntry[];
  onOpenItem: (itemId: string) => void;
}): ReactNode {
  const { t } = useMessages();
  useProtectedContent(entries.some(({ unlocked }) => unlocked === true));
  return (
    <section>
      <h3 className="meeting-page__heading">{t('workspace.toDecide', { count: entries.length })}</h3>
      <ol className="meeting-page__items">
        {entries.map((entry) => (
          <li key={entry.id}>
            <AriaButton className="meeting-page__item" onPress={() => onOpenItem(entry.id)}>
              <span className="meeting-page__number">{entry.number}</span>
              <span className="meeting-page__title">{entry.title}</span>
              {entry.documents.length > 0 && (
                <Badge tone={entry.readState === 'unread' ? 'accent' : 'neutral'}>
                  {t(`agenda.read.${entry.readState}`)}
                </Badge>
              )}
            </AriaButton>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div className="meeting-page__fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
