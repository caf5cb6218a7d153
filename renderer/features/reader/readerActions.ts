import type { RefObject } from 'react';
import { followTarget } from './links/followTarget.ts';
import { markOfPage, markOfParts } from './marks/markRequests.ts';
import { isOnPageItself } from './pageTools/isOnPageItself.ts';
import type { ReaderProps } from './readerTypes.ts';
import type { ReaderActions } from './session/ReaderContext.ts';
import type { ReaderSession } from './session/ReaderSession.ts';

export function createReaderActions(
  session: ReaderSession,
  props: RefObject<ReaderProps>,
  pageDrawn: (row: number) => void,
): ReaderActions {
  return {
    pageDrawn,
    activateMark: (id) => props.current.onMarkActivated(id),
    clickMark(mark) {
      const { drawing, onMarkActivated } = props.current;
      if (drawing && isOnPageItself(mark)) drawing.choose(mark.id);
      else onMarkActivated(mark.id);
    },
    leaveMarks() {
      const { drawing, marks, activeMarkId } = props.current;
      const active = marks.find(({ id }) => id === activeMarkId);
      if (active && isOnPageItself(active)) drawing?.choose(null);
    },
    markPage(row, kind) {
      const request = markOfPage(session, row, kind);
      if (request) props.current.onMark(request);
    },
    markSelection(kind, colour) {
      const mark = async (): Promise<void> => {
        const requests = await markOfParts(session, await session.selector.ranges(), kind, colour);
        for (const request of requests) props.current.onMark(request);
        if (requests.length > 0) session.selector.clear();
      };
      void mark();
    },
    follow: (documentIndex, target) =>
      followTarget(session, documentIndex, target, {
        onLeaving: () => props.current.onLeaving?.(),
        onLink: (link) => props.current.onLink?.(link),
      }),
    goToPage(documentIndex, page) {
      props.current.onLeaving?.();
      session.scroller.goToPage(documentIndex, page);
    },
    // Through the copy event, which works without a permission; see useCopy.
    copySelection: () => void document.execCommand('copy'),
  };
}
