import { MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { PageComment } from '../../../../core/pdf/comments.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { percentBox } from '../page/percentBox.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { usePageComments } from './usePageComments.ts';
import './comments.css';

/** What others wrote on a page before it was sent out: one button each, which says who wrote what, and when. */
export function CommentLayer({ place, geometry }: { place: PagePlace; geometry: PageGeometry }): ReactNode {
  const comments = usePageComments(place);
  if (!comments || comments.length === 0) return null;
  return (
    <div className="reader-comments">
      {comments.map((comment, index) => (
        <CommentButton key={index} comment={comment} geometry={geometry} />
      ))}
    </div>
  );
}

const CommentButton = memo(function CommentButton({
  comment,
  geometry,
}: {
  comment: PageComment;
  geometry: PageGeometry;
}): ReactNode {
  const messages = useMessages();
  const { left, top } = percentBox(geometry, comment.box);
  const label = commentLabel(messages, comment);
  return (
    <DialogTrigger>
      <Button className="reader-comment" aria-label={label} style={{ left, top }}>
        <MessageSquareText size={14} aria-hidden />
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <Dialog className="reader-comment__card" aria-label={label}>
          <CommentWords comment={comment} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

/** What someone wrote, who it was and when, and that it is theirs. */
export function CommentWords({ comment }: { comment: PageComment }): ReactNode {
  const { t, formatDateTime } = useMessages();
  const { kind, author, text } = comment;
  return (
    <>
      <p className="reader-comment__kind">{t(`comments.kind.${kind}`)}</p>
      <p className="reader-comment__author">
        <bdi>{author === '' ? t('comments.unknownAuthor') : author}</bdi>
        {comment.time !== null && <span>{formatDateTime(comment.time)}</span>}
      </p>
      {text !== '' && (
        <p className="reader-comment__text" dir="auto" tabIndex={0}>
          {text}
        </p>
      )}
      <p className="reader-comment__whose">{t('comments.whose')}</p>
    </>
  );
}

/** "Kommentar av Anna: första orden". */
function commentLabel({ t }: Messages, { kind, author, text }: PageComment): string {
  const by = t('comments.by', {
    kind: t(`comments.kind.${kind}`),
    author: author === '' ? t('comments.unknownAuthor') : author,
  });
  const words = text.replace(/\s+/g, ' ');
  if (words === '') return by;
  return t('reader.mark.withText', {
    kind: by,
    text: words.length > 120 ? `${words.slice(0, 119)}…` : words,
  });
}
