import { useEffect, useState } from 'react';
import type { PageComment } from '../../../../core/pdf/comments.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';

/** After the page's text and its links. */
const commentUrgency = 700;

/** What others wrote on a page, fetched while it is near the view; null until it is here. The function must stay the same. */
export function usePageComments(
  place: PagePlace,
  isWanted?: (row: number) => boolean,
): readonly PageComment[] | null {
  const { session } = useReader();
  const { file, filePage, row } = place;
  const [comments, setComments] = useState(() => (file ? session.comments.held(file, filePage) : null));
  useEffect(() => {
    if (!file) return;
    let isOver = false;
    const isNear = (): boolean => {
      if (isWanted) return isWanted(row);
      const { first, last } = session.scroller.store.getState();
      return row >= first && row <= last;
    };
    const urgency = (): number => (isOver || !isNear() ? Infinity : commentUrgency);
    void session.comments.load(file, filePage, urgency).then((loaded) => {
      if (loaded && !isOver) setComments(loaded);
    });
    return () => {
      isOver = true;
    };
  }, [session, file, filePage, row, isWanted]);
  return comments;
}
