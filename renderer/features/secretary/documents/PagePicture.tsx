import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { DrawnSheet } from '../../../ui/DrawnSheet.tsx';
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
  const draw = useCallback(() => {
    const wanted = width * devicePixelRatio;
    return pages.draw({ draftId, sha256, page }, { width: wanted, height: wanted * 1.6 });
  }, [pages, draftId, sha256, page, width]);
  return (
    <DrawnSheet draw={draw} isLetGo={false} width={width} label={label} failed={t('secretary.page.failed')} />
  );
}
