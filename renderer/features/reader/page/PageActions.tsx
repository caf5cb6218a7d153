import { Bookmark, CircleHelp, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';

/** What can be done with a whole page: shown when the pointer or the keyboard is on it. */
export function PageActions({
  index,
  page,
  marks,
}: {
  index: number;
  page: number;
  marks: readonly ReaderMark[];
}): ReactNode {
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
