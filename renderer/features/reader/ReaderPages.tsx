import type { ReactNode, RefObject } from 'react';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useMessages } from '../../ui/messages.tsx';
import { isPageTool } from './gestures/pointerTool.ts';
import { usePanning } from './gestures/usePanning.ts';
import { usePinch } from './gestures/usePinch.ts';
import type { PageMarks } from './marks/usePageMarks.ts';
import { DocumentHeader } from './page/DocumentHeader.tsx';
import { DocumentNotice } from './page/DocumentNotice.tsx';
import { PageView } from './page/PageView.tsx';
import { ChosenTools } from './pageTools/ChosenTools.tsx';
import { usePageTools } from './pageTools/usePageTools.ts';
import { NextItem } from './pageModes/NextItem.tsx';
import { useContinuing } from './pageModes/useContinuing.ts';
import { useTurn, useWheelTurning } from './pageModes/useTurning.ts';
import { actOnViewKey } from './pageModes/viewKeys.ts';
import type { InnerReaderHandle } from './readerHandle.ts';
import type { ReaderNext } from './readerTypes.ts';
import { useCopy } from './selection/useCopy.ts';
import { usePointerSelection } from './selection/usePointerSelection.ts';
import { useReaderKeys } from './selection/useReaderKeys.ts';
import { SelectionToolbar } from './selection/SelectionToolbar.tsx';
import { SelectionStatus } from './selection/SelectionStatus.tsx';
import { useReader, useScroll } from './session/ReaderContext.ts';

/** The scrolling pages: only those near the view are there. */
export function ReaderPages({
  ref,
  handle,
  marksOf,
  activeMarkId,
  next,
}: {
  ref: RefObject<HTMLDivElement | null>;
  handle: InnerReaderHandle;
  marksOf: PageMarks;
  activeMarkId: string | null;
  next: ReaderNext | null;
}): ReactNode {
  const { session, label, drawing } = useReader();
  const { t } = useMessages();
  const content = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!ref.current || !content.current) return;
    return session.scroller.attach(ref.current, content.current);
  }, [session, ref]);
  usePinch(ref);
  const turn = useTurn();
  useWheelTurning(ref, turn);
  const onContinue = next?.onContinue ?? null;
  useContinuing(ref, onContinue);
  const onSpace = useCallback(
    (step: 1 | -1) => {
      if (!turn(step, 'screen') && step === 1) onContinue?.();
    },
    [turn, onContinue],
  );
  const taken = usePanning(ref, onSpace);
  const tool = drawing === null && isPageTool(taken) ? 'select' : taken;
  const onToolKey = usePageTools(ref, marksOf);
  useCopy(ref);
  const pointer = usePointerSelection(ref, marksOf);
  const onKeyDown = useReaderKeys(
    handle,
    toolbar,
    (event) =>
      onToolKey(event) ||
      actOnViewKey(event, {
        canDraw: drawing !== null,
        turn,
        onPastEnd: () => onContinue?.(),
        onTurnPages: handle.turnPages,
        isSingle: () => session.scroller.arrangement().mode === 'single',
      }),
  );

  return (
    <div className="reader-pages__frame">
      <div
        ref={ref}
        className="reader-pages"
        role="region"
        aria-label={label ?? t('reader.label')}
        tabIndex={0}
        data-tool={tool}
        onMouseDown={pointer}
        onKeyDown={onKeyDown}
      >
        <div ref={content} className="reader-pages__content">
          <Rows marksOf={marksOf} activeMarkId={activeMarkId} />
          <NextItem next={next} />
          <ChosenTools marksOf={marksOf} activeMarkId={activeMarkId} />
          <SelectionToolbar
            ref={toolbar}
            onClose={() => {
              session.selector.closeToolbar();
              ref.current?.focus({ preventScroll: true });
            }}
          />
        </div>
      </div>
      <SelectionStatus />
    </div>
  );
}

function Rows({ marksOf, activeMarkId }: { marksOf: PageMarks; activeMarkId: string | null }): ReactNode {
  const { session } = useReader();
  const layout = useScroll((state) => state.layout);
  const first = useScroll((state) => state.first);
  const last = useScroll((state) => state.last);
  const rows: ReactNode[] = [];
  for (let index = first; index <= last; index++) {
    const row = layout.rows[index];
    const document = row && session.documents[row.documentIndex];
    if (!document) continue;
    if (row.kind === 'header') rows.push(<DocumentHeader key={index} row={row} document={document} />);
    else if (row.kind === 'notice') rows.push(<DocumentNotice key={index} row={row} />);
    else {
      const place = session.place(index);
      const marks = place ? marksOf(place) : [];
      const active = marks.some((mark) => mark.id === activeMarkId) ? activeMarkId : null;
      rows.push(
        <PageView
          key={`${index}:${session.turns(row.documentIndex)}`}
          index={index}
          row={row}
          marks={marks}
          activeMarkId={active}
        />,
      );
    }
  }
  return rows;
}
