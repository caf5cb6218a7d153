import { MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useMemo } from 'react';
import type { PageComment } from '../../../../core/pdf/comments.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { CommentWords } from '../comments/CommentLayer.tsx';
import { usePageComments } from '../comments/usePageComments.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { lettersWithin } from './pageOffsets.ts';
import './textComments.css';

const always = (): boolean => true;
const longestQuote = 200;

/** What others wrote on a page before it was sent out, after its words: as theirs, with the words that they marked. */
export function TextComments({ place, text }: { place: PagePlace; text: PageText | null }): ReactNode {
  const comments = usePageComments(place, always);
  const { t } = useMessages();
  const titleId = useId();
  if (!comments || comments.length === 0) return null;
  return (
    <aside className="text-comments" aria-labelledby={titleId}>
      <p id={titleId} className="text-comments__title">
        <MessageSquareText size={15} aria-hidden />
        {t('comments.onPage', { count: comments.length, page: place.page })}
      </p>
      <ul role="list">
        {comments.map((comment, index) => (
          <li key={index} className="text-comments__comment">
            <Quote comment={comment} text={text} />
            <CommentWords comment={comment} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The words that a comment lies on; a note beside the text lies on none. */
function Quote({ comment, text }: { comment: PageComment; text: PageText | null }): ReactNode {
  const words = useMemo(() => (text ? wordsUnder(comment, text) : ''), [comment, text]);
  return words !== '' && <blockquote className="text-comments__quote">{words}</blockquote>;
}

const marking: ReadonlySet<PageComment['kind']> = new Set(['highlight', 'underline', 'strikeOut']);

function wordsUnder({ kind, box: { left, bottom, right, top } }: PageComment, text: PageText): string {
  if (!marking.has(kind)) return '';
  const within = lettersWithin(text, [[left, top, right, top, left, bottom, right, bottom]]);
  const letters = [...within].map((isIn, offset) => (isIn === 1 ? text.text.charAt(offset) : ' '));
  const words = letters.join('').replace(/\s+/g, ' ').trim();
  return words.length > longestQuote ? `${words.slice(0, longestQuote - 1)}…` : words;
}
