import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { BereddError } from '../../../../core/errors.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';
import type { ViewRectangle } from '../scroll/ReaderScroller.ts';
import type { PageRow } from '../scroll/scrollLayout.ts';
import { drawUrgency } from '../scroll/urgency.ts';
import { useReader } from '../session/ReaderContext.ts';
import { PageFailure } from './PageFailure.tsx';
import { PagePainter } from './PagePainter.ts';
import { usePixelRatio } from './usePixelRatio.ts';

/** The painted page, its placeholder until it is there, or why it will not come. */
export function PageDrawing({
  index,
  row,
  file,
  filePage,
  title,
  onGeometry,
}: {
  index: number;
  row: PageRow;
  file: PdfFile;
  filePage: number;
  title: string;
  onGeometry: (geometry: PageGeometry) => void;
}): ReactNode {
  const { session, actions, look } = useReader();
  const container = useRef<HTMLDivElement>(null);
  const painter = useRef<PagePainter | null>(null);
  const [state, setState] = useState<'waiting' | 'drawn' | BereddError>('waiting');
  const [attempt, setAttempt] = useState(0);
  const pixelRatio = usePixelRatio();

  const place = useRef(row);
  place.current = row;
  const drawn = useEffectEvent((geometry: PageGeometry): void => {
    setState('drawn');
    session.setGeometry(file, filePage, geometry);
    onGeometry(geometry);
    actions.pageDrawn(index);
  });

  useLayoutEffect(() => {
    if (!container.current) return;
    const { scroller } = session;
    const urgency = (): number => drawUrgency(place.current, scroller.view(), scroller.heading());
    painter.current = new PagePainter(session.drawings, file, filePage, container.current, urgency, {
      onDrawn: drawn,
      onFailed: (error) => setState({ ...error, file: title }),
    });
    const stop = scroller.onRest(() => painter.current?.moved(inView(place.current, scroller.view())));
    return () => {
      stop();
      painter.current?.dispose();
      painter.current = null;
    };
  }, [session, file, filePage, title, attempt]);

  useEffect(() => {
    const { width, height } = row;
    painter.current?.show({ width, height, pixelRatio, inView: inView(row, session.scroller.view()), look });
  }, [row, pixelRatio, session, attempt, look]);

  const tryAgain = (): void => {
    session.host.tryAgain(file, filePage);
    setState('waiting');
    setAttempt(attempt + 1);
  };

  return (
    <>
      <div ref={container} className="reader-page__canvas" aria-hidden />
      {state === 'waiting' && <div className="reader-page__waiting" aria-hidden />}
      {typeof state === 'object' && <PageFailure error={state} onTryAgain={tryAgain} />}
    </>
  );
}

/** The part of a row that is in view, in its own pixels. */
function inView(row: PageRow, view: ViewRectangle): ViewRectangle | null {
  const left = Math.max(0, view.left - row.left);
  const top = Math.max(0, view.top - row.top);
  const right = Math.min(row.width, view.left + view.width - row.left);
  const bottom = Math.min(row.height, view.top + view.height - row.top);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}
