import type { ReactNode, Ref, RefObject } from 'react';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { RulerBand } from './RulerBand.ts';
import './ruler.css';

export interface RulerHandle {
  readonly step: (step: 1 | -1) => void;
}

/** A band over the view in which one reads; what lies above and below is dimmed. The pointer goes through it. */
export function ReadingRuler({
  ref,
  session,
  pages,
  height,
}: {
  ref: Ref<RulerHandle>;
  session: ReaderSession;
  pages: RefObject<HTMLElement | null>;
  height: number;
}): ReactNode {
  const band = useRef<HTMLDivElement>(null);
  const ruler = useRef<RulerBand | null>(null);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setFrame(pages.current?.parentElement ?? null), [pages]);
  useLayoutEffect(() => {
    if (!pages.current || !band.current || !frame) return;
    ruler.current = new RulerBand(session, pages.current, band.current);
    return ruler.current.attach();
  }, [session, pages, frame]);
  useImperativeHandle(ref, () => ({ step: (step) => void ruler.current?.step(step) }), []);
  if (!frame) return null;
  return createPortal(
    <div className="reading-ruler" aria-hidden>
      <div ref={band} className="reading-ruler__band" style={{ height }} />
    </div>,
    frame,
  );
}
