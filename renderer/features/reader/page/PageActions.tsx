import { Bookmark, CircleHelp, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader, useScroll } from '../session/ReaderContext.ts';

interface PageActionsProps {
  readonly index: number;
  readonly page: number;
  readonly marks: readonly ReaderMark[];
}

/** Buttons are not built for pages that one leafs through. */
const restMs = 120;

/** What can be done with a whole page. There for the page being read and the one the pointer is on. */
export function PageActions({
  isPointedAt,
  ...props
}: PageActionsProps & { isPointedAt: boolean }): ReactNode {
  const isRead = useScroll(({ current }) => current === props.index);
  const isNear = isRead || isPointedAt;
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    if (!isNear) return;
    const timer = setTimeout(() => setIsDue(true), restMs);
    return () => clearTimeout(timer);
  }, [isNear]);
  return isDue ? <PageButtons {...props} /> : null;
}

function PageButtons({ index, page, marks }: PageActionsProps): ReactNode {
  const { actions } = useReader();
  const { t } = useMessages();
  const bookmark = marks.find((mark) => mark.kind === 'bookmark');
  return (
    <div className="reader-page__actions" role="group" aria-label={t('reader.page.actions', { page })}>
      <IconButton
        size="small"
        label={bookmark ? t('reader.page.showBookmark') : t('reader.page.bookmark', { page })}
        icon={<Bookmark size={16} aria-hidden />}
        isPressed={bookmark !== undefined}
        onPress={() => (bookmark ? actions.activateMark(bookmark.id) : actions.markPage(index, 'bookmark'))}
      />
      <IconButton
        size="small"
        label={t('reader.page.note', { page })}
        icon={<StickyNote size={16} aria-hidden />}
        onPress={() => actions.markPage(index, 'note')}
      />
      <IconButton
        size="small"
        label={t('reader.page.question', { page })}
        icon={<CircleHelp size={16} aria-hidden />}
        onPress={() => actions.markPage(index, 'question')}
      />
    </div>
  );
}
