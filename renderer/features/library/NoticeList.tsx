import type { ReactNode } from 'react';
import { useState } from 'react';
import type { LibraryNotice } from '../../../core/library/views.ts';
import { Banner } from '../../ui/Banner.tsx';
import type { BannerTone } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import './notices.css';

interface NoticeListProps {
  readonly notices: readonly LibraryNotice[];
  readonly onOpenMeeting: (meetingId: string) => void;
  readonly onShowPack: (meetingId: string) => void;
  readonly onDismiss: (id: string) => void;
}

const shownAtFirst = 2;
const tones: Readonly<Record<LibraryNotice['severity'], BannerTone>> = {
  alarm: 'alarm',
  problem: 'warning',
  info: 'info',
};
const order: readonly LibraryNotice['severity'][] = ['alarm', 'problem', 'info'];

/** What the person must know of and has not put away: alarms first. */
export function NoticeList({ notices, ...actions }: NoticeListProps): ReactNode {
  const { t } = useMessages();
  const [showsAll, setShowsAll] = useState(false);
  if (notices.length === 0) return null;
  const sorted = notices.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const shown = showsAll ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <section className="lib-notices" aria-label={t('library.notices')}>
      {shown.map((notice) => (
        <Notice key={notice.id} notice={notice} {...actions} />
      ))}
      {sorted.length > shown.length && (
        <Button variant="quiet" size="small" onPress={() => setShowsAll(true)}>
          {t('library.showAllNotices', { n: sorted.length })}
        </Button>
      )}
    </section>
  );
}

function Notice({
  notice,
  onOpenMeeting,
  onShowPack,
  onDismiss,
}: Omit<NoticeListProps, 'notices'> & { notice: LibraryNotice }): ReactNode {
  const { t, formatDate } = useMessages();
  const dismiss = (): void => onDismiss(notice.id);
  const { meetingId, kind } = notice;
  const actions = meetingId !== null && (
    <>
      {(kind === 'fork' || kind === 'foreignKey') && (
        <Button size="small" onPress={() => onShowPack(meetingId)}>
          {t('library.aboutPackShort')}
        </Button>
      )}
      <Button size="small" onPress={() => onOpenMeeting(meetingId)}>
        {t('library.openMeeting')}
      </Button>
    </>
  );
  if (notice.error !== null) {
    const tone = notice.severity === 'alarm' ? 'alarm' : 'warning';
    return <ErrorMessage error={notice.error} tone={tone} actions={actions} onDismiss={dismiss} />;
  }
  const values = noticeValues(notice, t('library.unnamedMeeting'));
  return (
    <Banner
      tone={tones[notice.severity]}
      title={t(`library.notice.${kind}.title`, values)}
      actions={actions}
      onDismiss={dismiss}
    >
      {t(`library.notice.${kind}.text`, values)}{' '}
      <span className="lib-notices__when">{formatDate(notice.at)}</span>
    </Banner>
  );
}

/** A value for each placeholder of the wordings, also when the notice did not say it. */
function noticeValues(notice: LibraryNotice, unnamed: string): Readonly<Record<string, string | number>> {
  const { detail, file, meetingTitle } = notice;
  const title = meetingTitle ?? file ?? unnamed;
  const count = Number(detail['to']) - Number(detail['from']) + 1;
  return {
    revision: '–',
    from: '–',
    to: '–',
    setAside: '–',
    ...detail,
    count: count || 1,
    title,
    file: file ?? '–',
  };
}
