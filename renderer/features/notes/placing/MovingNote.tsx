import type { ReactNode } from 'react';
import { quoteOf } from '../../../../core/annotation/noteList.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ShownNote } from '../shownNote.ts';
import './placing.css';

/** The person is saying where a note belongs: how, and ways to do it without selecting words. */
export function MovingNote({
  shown,
  page,
  onPage,
  onItem,
  onCancel,
}: {
  shown: ShownNote;
  /** The page that is open; null when none is. */
  page: number | null;
  onPage: () => void;
  /** Null where no item is open. */
  onItem: (() => void) | null;
  onCancel: () => void;
}): ReactNode {
  const { t } = useMessages();
  const quote = quoteOf(shown.note);
  return (
    <div className="note-moving">
      <Banner
        tone="info"
        isLive
        title={t('placing.moving.title')}
        actions={
          <>
            {page !== null && (
              <Button size="small" onPress={onPage}>
                {t('placing.moving.onPage', { page })}
              </Button>
            )}
            {onItem !== null && (
              <Button size="small" onPress={onItem}>
                {t('placing.moving.onItem')}
              </Button>
            )}
            <Button size="small" variant="quiet" onPress={onCancel}>
              {t('placing.moving.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('placing.moving.text')}</p>
        {quote !== '' && <p>{t('placing.oldQuote', { quote: quote.slice(0, 160) })}</p>}
      </Banner>
    </div>
  );
}
