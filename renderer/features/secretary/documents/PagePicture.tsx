import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { usePictureInView } from '../../../ui/usePictureInView.ts';
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
  const draw = useCallback(() => {
    const wanted = width * devicePixelRatio;
    return pages.draw({ draftId, sha256, page }, { width: wanted, height: wanted * 1.6 });
  }, [pages, draftId, sha256, page, width]);
  const { box, canvas, state } = usePictureInView(draw, { isLetGo: false });
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
