import { BookOpen, FileText, Gavel, ListOrdered, NotebookPen, Presentation } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';

/** How much there is in a meeting, and how much of it is left to read. */
export function MeetingFacts({
  meeting,
  showsUnread,
}: {
  meeting: MeetingEntry;
  showsUnread: boolean;
}): ReactNode {
  const { t } = useMessages();
  const facts = [
    { icon: ListOrdered, n: meeting.itemCount, text: t('library.items', { n: meeting.itemCount }) },
    {
      icon: Gavel,
      n: meeting.decisionItemCount,
      text: t('library.decisions', { n: meeting.decisionItemCount }),
    },
    {
      icon: Presentation,
      n: meeting.briefingCount,
      text: t('library.briefings', { n: meeting.briefingCount }),
    },
    { icon: FileText, n: meeting.pageCount, text: t('library.pages', { n: meeting.pageCount }) },
    { icon: NotebookPen, n: meeting.noteCount, text: t('library.notes', { n: meeting.noteCount }) },
  ];
  return (
    <ul className="lib-facts">
      {facts
        .filter(({ n }) => n > 0)
        .map(({ icon: Icon, text }) => (
          <li key={text} className="lib-facts__fact">
            <Icon size={14} aria-hidden />
            {text}
          </li>
        ))}
      {showsUnread && meeting.documentCount > 0 && (
        <li className="lib-facts__fact">
          <BookOpen size={14} aria-hidden />
          {t('library.unread', { n: meeting.unreadDocumentCount, all: meeting.documentCount })}
        </li>
      )}
    </ul>
  );
}
