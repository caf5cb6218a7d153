import { MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ForeignComment } from './foreignComments.ts';
import './foreignComments.css';

/** Drawn at once; more are a press away. */
const atATime = 40;

/** Others' comments under a heading of their own: nobody takes them for notes. Nothing when there are none. */
export function ForeignCommentList({
  comments,
  onGoTo,
}: {
  comments: readonly ForeignComment[];
  onGoTo: (comment: ForeignComment) => void;
}): ReactNode {
  const { t } = useMessages();
  const titleId = useId();
  const [limit, setLimit] = useState(atATime);
  if (comments.length === 0) return null;
  return (
    <section className="foreign-comments" aria-labelledby={titleId}>
      <h3 id={titleId} className="foreign-comments__title">
        <MessageSquareText size={15} aria-hidden />
        {t('comments.inDocuments')}
        <span className="foreign-comments__count">{t('comments.count', { count: comments.length })}</span>
      </h3>
      <p className="foreign-comments__hint">{t('comments.inDocumentsHint')}</p>
      <ul className="foreign-comments__list">
        {comments.slice(0, limit).map((comment) => (
          <li key={comment.key}>
            <CommentCard foreign={comment} onGoTo={onGoTo} />
          </li>
        ))}
      </ul>
      {comments.length > limit && (
        <Button size="small" onPress={() => setLimit(limit + atATime)}>
          {t('comments.showMore', { count: Math.min(atATime, comments.length - limit) })}
        </Button>
      )}
    </section>
  );
}

function CommentCard({
  foreign,
  onGoTo,
}: {
  foreign: ForeignComment;
  onGoTo: (comment: ForeignComment) => void;
}): ReactNode {
  const { t, formatDateTime } = useMessages();
  const { document, page, comment } = foreign;
  const kind = t(`comments.kind.${comment.kind}`);
  const author = comment.author === '' ? t('comments.unknownAuthor') : comment.author;
  const place = `${document.title}, ${t('comments.page', { page })}`;
  const label = `${t('comments.by', { kind, author })}, ${place}`;
  return (
    <article className="foreign-comment" aria-label={label}>
      <AriaButton
        className="foreign-comment__place"
        aria-label={t('comments.goTo', { comment: label })}
        onPress={() => onGoTo(foreign)}
      >
        <bdi className="foreign-comment__author">{author}</bdi>
        <span>{kind}</span>
        {comment.time !== null && <span>{formatDateTime(comment.time)}</span>}
        <span className="foreign-comment__where">{place}</span>
      </AriaButton>
      {comment.text !== '' && (
        <p className="foreign-comment__text" dir="auto">
          {comment.text}
        </p>
      )}
    </article>
  );
}
