import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import type { ReaderProps } from '../readerTypes.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { readPosition } from './readPosition.ts';
import { createSeenPages } from './seenPages.ts';
import { createReadProgress } from './readProgress.ts';
import { createReadingTime } from './readingTime.ts';

const positionMs = 300;

/**
 * Tells the owner where one is, what is shown and what has been read. Gives back what a page calls when it is on screen: the
 * first such page is told once.
 */
export function useReaderReports(
  session: ReaderSession,
  props: RefObject<ReaderProps>,
): (row: number) => void {
  useEffect(() => {
    const { scroller } = session;
    const progress = createReadProgress(session.documents, (id, state) => props.current.onRead(id, state));
    const seen = createSeenPages(session, (id, pages) => props.current.onSeen?.(id, pages));
    const time = createReadingTime(session, (page) => props.current.onReadTime?.(page));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: string | null = null;
    let hasMoved = false;

    const tellPosition = (): void => {
      clearTimeout(timer);
      const position = readPosition(session);
      if (hasMoved && position) props.current.onPosition(position.documentId, position.position);
      hasMoved = false;
    };
    const look = (): void => {
      const { layout, current } = scroller.store.getState();
      const document = session.documents[layout.rows[current]?.documentIndex ?? 0];
      if (document && document.id !== shown) {
        shown = document.id;
        props.current.onDocumentShown(document.id);
      }
    };
    const rested = (): void => {
      hasMoved = true;
      clearTimeout(timer);
      timer = setTimeout(tellPosition, positionMs);
      progress.saw(pagesInView(session));
      seen.look();
      time.look();
    };
    look();
    const stopLooking = scroller.store.subscribe(look);
    const stopResting = scroller.onRest(rested);
    return () => {
      stopLooking();
      stopResting();
      progress.stop();
      seen.stop();
      time.stop();
      tellPosition();
    };
  }, [session, props]);

  const isFirstTold = useRef(false);
  return useCallback(
    (row: number) => {
      const { first, last } = session.scroller.store.getState();
      if (isFirstTold.current || row < first || row > last) return;
      isFirstTold.current = true;
      // Twice: the first frame is the one in which the page is painted.
      requestAnimationFrame(() => requestAnimationFrame(() => props.current.onFirstPageDrawn()));
    },
    [session, props],
  );
}

function pagesInView(session: ReaderSession): { documentId: string; isEndInView: boolean }[] {
  const { layout } = session.scroller.store.getState();
  const view = session.scroller.view();
  const bottom = view.top + view.height;
  return layout.rows.flatMap((row) => {
    const document = session.documents[row.documentIndex];
    if (!document || row.kind !== 'page' || row.top + row.height < view.top || row.top > bottom) return [];
    const isLast = row.page === document.pageCount || document.pageCount === 0;
    return [{ documentId: document.id, isEndInView: isLast && row.top + row.height * 0.9 <= bottom }];
  });
}
