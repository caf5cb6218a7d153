import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { DrawnSheet } from '../../ui/DrawnSheet.tsx';
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
  const draw = useCallback(() => {
    const wanted = width * devicePixelRatio;
    return pages.draw({ draftId, sha256, page }, { width: wanted, height: wanted * 1.5 });
  }, [pages, draftId, sha256, page, width]);
  return <DrawnSheet draw={draw} isLetGo width={width} label={label} failed={t('agendaImport.pageFailed')} />;
}
