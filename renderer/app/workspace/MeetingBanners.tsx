import { Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../core/library/views.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { changeCounts } from './changeCounts.ts';

/** What must be known before anything is read: cancelled, moved, documents that have not come. */
export function MeetingBanners({ view }: { view: MeetingView }): ReactNode {
  const { t, formatDateTime } = useMessages();
  const { meeting } = view;
  const isCancelled = meeting.state === 'cancelled';
  const { movedFrom } = meeting;
  const { disposedAt } = meeting;
  const isWhole = meeting.missingDocumentCount === 0 && disposedAt === undefined;
  if (!isCancelled && movedFrom === null && isWhole) return null;
  const when = (start: string, place: string | null): string =>
    [formatDateTime(start, 'full'), place].filter((part) => part !== null).join(', ');
  return (
    <section className="workspace-banners" aria-label={t('workspace.important')}>
      {isCancelled && (
        <Banner tone="alarm" title={t('workspace.cancelled')}>
          {t('workspace.cancelledText')}
        </Banner>
      )}
      {!isCancelled && movedFrom !== null && (
        <Banner tone="warning" title={t('workspace.moved', { to: when(meeting.start, meeting.place) })}>
          {t('workspace.movedFrom', { from: when(movedFrom.start, movedFrom.place) })}
        </Banner>
      )}
      {disposedAt !== undefined && (
        <Banner tone="info" title={t('identity.disposed', { when: formatDateTime(disposedAt) })}>
          {t('identity.disposedText')}
        </Banner>
      )}
      {meeting.missingDocumentCount > 0 && (
        <Banner tone="warning" title={t('workspace.missing', { count: meeting.missingDocumentCount })}>
          {meeting.needsRevision === null
            ? t('workspace.missingText', { count: meeting.missingDocumentCount })
            : t('workspace.missingNeeds', { revision: meeting.needsRevision })}
        </Banner>
      )}
    </section>
  );
}

/** Characters of the office's message that fit beside the summary. */
const shortNote = 140;

/** What is new since the person last looked, until they say that they have seen it. */
export function WhatIsNew({
  view,
  onSeen,
  onShow,
  onReadAll,
}: {
  view: MeetingView;
  onSeen: () => void;
  /** Shows item by item what is new. */
  onShow: () => void;
  /** Shows the page about the meeting, where a long message of the office stands in full. */
  onReadAll: () => void;
}): ReactNode {
  const { t } = useMessages();
  const { meeting } = view;
  const { movedItems, briefings } = changeCounts(view);
  if (meeting.newItemCount + meeting.changedItemCount + movedItems + briefings === 0) return null;
  const sentences = [
    meeting.changedItemCount > 0 &&
      t('workspace.new.changed', {
        changed: meeting.changedItemCount,
        all: meeting.itemCount,
        read: meeting.changedReadItemCount,
      }),
    meeting.newItemCount > 0 && t('workspace.new.added', { count: meeting.newItemCount }),
    movedItems > 0 && t('workspace.new.moved', { count: movedItems }),
    briefings > 0 && t('workspace.new.briefings', { count: briefings }),
  ].filter((sentence) => sentence !== false);
  return (
    <section className="what-is-new" aria-label={t('workspace.new.title')}>
      <Sparkles size={16} aria-hidden />
      <p className="what-is-new__text">
        <strong>{sentences.join(' ')}</strong>
        {meeting.packNote !== '' && (
          <span className="what-is-new__note">{t('workspace.new.note', { note: meeting.packNote })}</span>
        )}
      </p>
      {meeting.packNote.length > shortNote && (
        <Button size="small" variant="quiet" onPress={onReadAll}>
          {t('workspace.new.readAll')}
        </Button>
      )}
      <Button size="small" variant="primary" onPress={onShow}>
        {t('whatsNew.keys.show')}
      </Button>
      <Button size="small" onPress={onSeen}>
        {t('workspace.new.seen')}
      </Button>
    </section>
  );
}
