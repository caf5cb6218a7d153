import { MessageSquareText, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { NoteChoice } from '../placedNotes.ts';
import { isChoosing } from '../placedNotes.ts';
import { ForeignCommentList } from './ForeignCommentList.tsx';
import type { ForeignComment, ForeignComments } from './foreignComments.ts';

/** The meeting's list while only others have written: whose words these are, and that one's own go here too. */
export function OnlyForeignComments({
  found,
  choice,
  foreign,
}: {
  /** Those that are chosen. */
  found: readonly ForeignComment[];
  choice: NoteChoice;
  foreign: ForeignComments;
}): ReactNode {
  const { t } = useMessages();
  const isSearchedInVain = found.length === 0 && choice.onlyMine !== true;
  return (
    <>
      {isSearchedInVain && (
        <EmptyState icon={<SearchX size={28} aria-hidden />} title={t('comments.noneFound')}>
          {t('notes.noneFoundHint')}
        </EmptyState>
      )}
      {!isSearchedInVain && (!isChoosing(choice) || choice.onlyMine === true) && (
        <EmptyState icon={<MessageSquareText size={28} aria-hidden />} title={t('comments.noneOwn')}>
          {t(choice.onlyMine === true ? 'comments.noneOwnHidden' : 'comments.noneOwnHint')}
        </EmptyState>
      )}
      <ForeignCommentList comments={found} onGoTo={foreign.onGoTo} />
    </>
  );
}
