import { CalendarClock, CalendarX2, FileClock, FilePenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';

/** Above everything else of a meeting: that it is not held, or not when or where it was. */
export function MeetingWarning({ meeting }: { meeting: MeetingEntry }): ReactNode {
  const { t, formatDateTime } = useMessages();
  if (meeting.state === 'cancelled') {
    return (
      <p className="lib-warning lib-warning--cancelled">
        <CalendarX2 size={16} aria-hidden />
        {t('library.cancelled')}
      </p>
    );
  }
  if (meeting.movedFrom === null) return null;
  const { start, place } = meeting.movedFrom;
  return (
    <p className="lib-warning lib-warning--moved">
      <CalendarClock size={16} aria-hidden />
      {place === null || place === meeting.place
        ? t('library.moved', { start: formatDateTime(start) })
        : t('library.movedPlace', { start: formatDateTime(start), place })}
    </p>
  );
}

/** What is new or changed since this person last looked, and what has not come yet. */
export function MeetingNews({
  meeting,
  onShow,
}: {
  meeting: MeetingEntry;
  /** Null where what is new cannot be opened. */
  onShow: ((meetingId: string) => void) | null;
}): ReactNode {
  const { t } = useMessages();
  const lines = [
    meeting.changedItemCount > 0 &&
      t('library.changedItems', {
        n: meeting.changedItemCount,
        all: meeting.itemCount,
        read: meeting.changedReadItemCount,
      }),
    meeting.newItemCount > 0 && t('library.newItems', { n: meeting.newItemCount }),
  ].filter((line) => line !== false);
  return (
    <>
      {lines.length > 0 && (
        <p className="lib-news">
          <FilePenLine size={14} aria-hidden />
          <span>{lines.join(' ')}</span>
          {onShow !== null && (
            <Button
              size="small"
              variant="quiet"
              className="lib-news__show"
              onPress={() => onShow(meeting.meetingId)}
            >
              {t('whatsNew.keys.show')}
            </Button>
          )}
        </p>
      )}
      {meeting.missingDocumentCount > 0 && (
        <p className="lib-news lib-news--missing">
          <FileClock size={14} aria-hidden />
          <span>
            {meeting.needsRevision === null
              ? t('library.missing', { n: meeting.missingDocumentCount })
              : t('library.waits', { n: meeting.missingDocumentCount, revision: meeting.needsRevision })}
          </span>
        </p>
      )}
    </>
  );
}
