import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraftSession } from '../session/useDraft.ts';
import { useDraftPages } from './draftPages.ts';

/** A page of a file, drawn when it comes into view. Its place is kept, so that nothing moves when it is drawn. */
export function PagePicture({
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
  label: string;
}): ReactNode {
  const { t } = useMessages();
  const pages = useDraftPages();
  const { draftId } = useDraftSession();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let cancel = (): void => {};
    const draw = (): void => {
      const wanted = width * devicePixelRatio;
      const drawing = pages.draw({ draftId, sha256, page }, { width: wanted, height: wanted * 1.6 });
      cancel = drawing.cancel;
      void drawing.picture.then((picture) => {
        if (picture === null) return;
        if (picture === 'failed') return setState('failed');
        show(canvas.current, picture);
        setState('drawn');
        picture.close();
      });
    };
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        seen.disconnect();
        draw();
      },
      { rootMargin: '400px' },
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
      className="sec-picture"
      data-state={state}
      role="img"
      aria-label={label}
      style={{ inlineSize: `min(${width}px, 100%)` }}
    >
      <canvas ref={canvas} />
      {state === 'failed' && <p className="sec-picture__failed">{t('secretary.page.failed')}</p>}
    </div>
  );
}

function show(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (canvas === null) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
}
