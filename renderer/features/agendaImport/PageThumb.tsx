import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../ui/messages.tsx';
import { useReview } from './useReview.ts';

/** A page of a file: drawn when it comes into view, let go of when it is far away again. */
export function PageThumb({
  sha256,
  page,
  width,
  label,
}: {
  sha256: string;
  /** 1-based page of the file. */
  page: number;
  /** CSS pixels. */
  width: number;
  /** Null when what surrounds it says what it is. */
  label: string | null;
}): ReactNode {
  const { t } = useMessages();
  const { pages, draftId } = useReview();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let cancel = (): void => {};
    const draw = (): void => {
      const wanted = width * devicePixelRatio;
      const drawing = pages.draw({ draftId, sha256, page }, { width: wanted, height: wanted * 1.5 });
      cancel = drawing.cancel;
      void drawing.picture.then((picture) => {
        if (picture === null) return;
        if (picture === 'failed') return setState('failed');
        put(canvas.current, picture);
        setState('drawn');
        picture.close();
      });
    };
    const letGo = (): void => {
      cancel();
      if (canvas.current !== null) canvas.current.width = 0;
      setState('waiting');
    };
    let isNear = false;
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined || entry.isIntersecting === isNear) return;
        isNear = entry.isIntersecting;
        if (isNear) draw();
        else letGo();
      },
      { rootMargin: '600px' },
    );
    seen.observe(element);
    return () => {
      seen.disconnect();
      cancel();
    };
  }, [pages, draftId, sha256, page, width]);
  return (
    <div
      ref={box}
      className="imp-thumb"
      data-state={state}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      style={{ inlineSize: `min(${width}px, 100%)` }}
    >
      <canvas ref={canvas} />
      {state === 'failed' && <p className="imp-thumb__failed">{t('agendaImport.pageFailed')}</p>}
    </div>
  );
}

function put(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (canvas === null) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
}
