import { ImageOff, Search, SearchX, StickyNote, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { maxHits } from '../../../core/find/found.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Skeleton, useDelayed } from '../../ui/Skeleton.tsx';
import type { FindSession } from './FindSession.ts';
import type { TroubledDocument } from './findState.ts';
import type { HitListProps } from './HitRows.tsx';
import { HitRows } from './HitRows.tsx';
import './find.css';

export interface FindPaneProps extends HitListProps {
  /** The notes take the place of the list. */
  readonly onToNotes: () => void;
  readonly onClose: () => void;
}

/** All hits, with their lines, under the items and documents they stand in. */
export function FindPane({ onToNotes, onClose, ...list }: FindPaneProps): ReactNode {
  const { session } = list;
  const { t } = useMessages();
  const error = useStore(session.store, (state) => state.error);
  return (
    <div
      className="find-pane"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="find-pane__header">
        <h2>{t('find.list')}</h2>
        <IconButton
          size="small"
          label={t('find.toNotes')}
          icon={<StickyNote size={16} aria-hidden />}
          onPress={onToNotes}
        />
      </header>
      <Reading session={session} />
      <Troubles session={session} />
      {error === null ? (
        <Hits {...list} />
      ) : (
        <ErrorMessage
          error={error}
          isLive
          actions={<Button onPress={() => session.tryAgain()}>{t('find.tryAgain')}</Button>}
        />
      )}
    </div>
  );
}

function Hits(list: HitListProps): ReactNode {
  const { session } = list;
  const { t } = useMessages();
  const phase = useStore(session.store, (state) => state.phase);
  const words = useStore(session.store, (state) => state.words);
  const scope = useStore(session.store, (state) => state.scope);
  const hasHits = useStore(session.store, ({ hits, version }) => version >= 0 && hits.total > 0);
  if (hasHits) return <HitRows {...list} />;
  if (phase === 'nothing')
    return (
      <EmptyState icon={<Search size={28} aria-hidden />} title={t('find.empty.title')}>
        {t('find.empty.text')}
      </EmptyState>
    );
  if (phase !== 'done')
    return (
      <div className="find-pane__waiting">
        <Skeleton label={t('find.searching')} lines={6} />
      </div>
    );
  return (
    <EmptyState
      icon={<SearchX size={28} aria-hidden />}
      title={t('find.nothing.title')}
      actions={
        scope !== 'meeting' && (
          <Button onPress={() => session.choose({ scope: 'meeting' })}>{t('find.nothing.inMeeting')}</Button>
        )
      }
    >
      {t('find.nothing.text', { words })}
    </EmptyState>
  );
}

/** How much of the text is read, when that takes a while. */
function Reading({ session }: { session: FindSession }): ReactNode {
  const isSearching = useStore(session.store, (state) => state.phase === 'searching' && state.pagesTotal > 0);
  return isSearching && <ReadingShown session={session} />;
}

function ReadingShown({ session }: { session: FindSession }): ReactNode {
  const { t, formatNumber } = useMessages();
  const read = useStore(session.store, (state) => state.pagesRead);
  const total = useStore(session.store, (state) => state.pagesTotal);
  const isDue = useDelayed();
  if (!isDue) return null;
  const text = t('find.reading', { read: formatNumber(read), total });
  return (
    <div className="find-pane__reading">
      <ProgressBar label={text} share={total === 0 ? null : read / total} tone="quiet" />
      <span aria-hidden>{text}</span>
    </div>
  );
}

/** What could not be searched is said, so that nobody takes silence for "it is not there". */
function Troubles({ session }: { session: FindSession }): ReactNode {
  const { t, formatNumber } = useMessages();
  const troubled = useStore(session.store, (state) => state.troubled);
  const isCut = useStore(session.store, (state) => state.isCut);
  const isAsking = useStore(session.store, (state) => state.phase !== 'nothing');
  const unread = troubled.filter(({ error, pagesUnread }) => error !== null || pagesUnread.length > 0);
  const withoutText = troubled.filter((document) => !unread.includes(document));
  if (!isAsking || (troubled.length === 0 && !isCut)) return null;
  return (
    <div className="find-pane__troubles">
      {isCut && <p>{t('find.cut', { total: formatNumber(maxHits) })}</p>}
      {withoutText.length > 0 && (
        <details>
          <summary>
            <ImageOff size={15} aria-hidden />
            {t('find.withoutText', { count: withoutText.length })}
          </summary>
          <p>{t('find.withoutTextHint')}</p>
          <ul>
            {withoutText.map(({ index, document }) => (
              <li key={index}>{document.title}</li>
            ))}
          </ul>
        </details>
      )}
      {unread.length > 0 && (
        <details>
          <summary>
            <TriangleAlert size={15} aria-hidden />
            {t('find.unread', { count: unread.length })}
          </summary>
          <ul>
            {unread.map((document) => (
              <UnreadDocument key={document.index} {...document} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function UnreadDocument({ document, error, pagesUnread }: TroubledDocument): ReactNode {
  const { t } = useMessages();
  const what =
    error === null
      ? t('find.unreadPages', { count: pagesUnread.length, pages: pagesUnread.join(', ') })
      : t('find.unreadWhole');
  return (
    <li>
      {document.title}: {what}
    </li>
  );
}
