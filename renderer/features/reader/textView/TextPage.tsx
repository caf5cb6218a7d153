import type { ReactNode } from 'react';
import { memo, useId, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import type { PdfFile } from '../engine/pdfJobs.ts';
import { PageActions } from '../page/PageActions.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { TextPageMarks } from './TextPageMarks.tsx';
import { TextPageContent } from './TextPageContent.tsx';

const isOfWholePage = ({ quads }: ReaderMark): boolean => quads.length === 0;

/** A page as text, under a quiet line that says which page it is. */
export const TextPage = memo(function TextPage({
  index,
  page,
  isWanted,
  marks,
  activeMarkId,
}: {
  index: number;
  /** With the file, what makes it another page: then it is drawn anew. */
  page: number;
  file: PdfFile | null;
  isWanted: boolean;
  marks: readonly ReaderMark[];
  activeMarkId: string | null;
}): ReactNode {
  const { session, revision } = useReader();
  const { t } = useMessages();
  const labelId = useId();
  const [isPointedAt, setIsPointedAt] = useState(false);
  const place = session.place(index);
  if (!place) return null;
  const { packPage, document } = place;
  const names = { page, pages: document.pageCount, packPage: packPage ?? 0, revision };
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
    >
      <div className="text-page__marker">
        <span id={labelId} className="text-page__number">
          {packPage === null ? t('textView.page', names) : t('textView.pageWithPack', names)}
        </span>
        <TextPageMarks marks={marks.filter(isOfWholePage)} activeMarkId={activeMarkId} />
        {isWanted && (
          <span className="text-page__actions">
            <PageActions index={index} page={page} marks={marks} isPointedAt={isPointedAt} />
          </span>
        )}
      </div>
      {isWanted ? <TextPageContent place={place} /> : <div className="text-page__waiting" />}
    </div>
  );
});
