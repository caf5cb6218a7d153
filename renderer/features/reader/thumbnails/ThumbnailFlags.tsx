import { Bookmark, CircleHelp, StickyNote, Underline } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReaderMark } from '../readerTypes.ts';

const maxFlags = 6;

/** One small flag for each sort of mark on a page; what they are is said by the thumbnail's name. */
export function ThumbnailFlags({ marks }: { marks: readonly ReaderMark[] }): ReactNode {
  if (marks.length === 0) return null;
  const sorts = [...new Set(marks.map(sortOf))].slice(0, maxFlags);
  return (
    <span className="thumbnail__flags" aria-hidden>
      {sorts.map((sort) => (
        <span key={sort} className={`thumbnail-flag thumbnail-flag--${sort}`}>
          {sort === 'note' && <StickyNote size={11} />}
          {sort === 'question' && <CircleHelp size={11} />}
          {sort === 'bookmark' && <Bookmark size={11} />}
          {sort === 'underline' && <Underline size={11} />}
        </span>
      ))}
    </span>
  );
}

const sortOf = ({ kind, colour }: ReaderMark): string => (kind === 'highlight' ? (colour ?? 'yellow') : kind);
