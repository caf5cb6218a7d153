import type { ReactNode } from 'react';
import { memo, useMemo, useState } from 'react';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { FindLayer } from '../find/FindLayer.tsx';
import { CommentLayer } from '../comments/CommentLayer.tsx';
import { LinkLayer } from '../links/LinkLayer.tsx';
import { DrawnLayer } from '../pageTools/DrawnLayer.tsx';
import { isOnPageItself } from '../pageTools/isOnPageItself.ts';
import { MarkLayer } from '../marks/MarkLayer.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { SpokenLayer } from '../readAloud/SpokenLayer.tsx';
import type { PageRow } from '../scroll/scrollLayout.ts';
import { SelectionLayer } from '../selection/SelectionLayer.tsx';
import { useReader } from '../session/ReaderContext.ts';
import { useSettled } from '../session/useSettled.ts';
import { FlashLayer } from './FlashLayer.tsx';
import { ImagePage } from './ImagePage.tsx';
import { PageActions } from './PageActions.tsx';
import { PageDrawing } from './PageDrawing.tsx';
import { TextLayer } from './TextLayer.tsx';
import './page.css';

export interface PageViewProps {
  readonly index: number;
  readonly row: PageRow;
  readonly marks: readonly ReaderMark[];
  readonly activeMarkId: string | null;
}

/** One page: its drawing, and over it its text, marks, selection and what can be done with it. */
export const PageView = memo(function PageView({
  index,
  row,
  marks,
  activeMarkId,
}: PageViewProps): ReactNode {
  const { session } = useReader();
  const { t } = useMessages();
  const [geometry, setGeometry] = useState<PageGeometry | null>(() => session.geometry(index));
  const isSettled = useSettled();
  const [isPointedAt, setIsPointedAt] = useState(false);
  const drawn = useMemo(() => marks.filter(isOnPageItself), [marks]);
  const others = useMemo(() => marks.filter((mark) => !isOnPageItself(mark)), [marks]);
  const place = session.place(index);
  if (!place) return null;
  const { document, page, packPage, file } = place;
  const names = { page, pages: document.pageCount, packPage: packPage ?? 0 };
  const label = packPage === null ? t('reader.page.label', names) : t('reader.page.labelWithPack', names);
  const { left, top, width, height } = row;
  return (
    <div
      className="reader-page"
      role="group"
      aria-label={label}
      data-row={index}
      style={{ left, top, width, height }}
      onPointerEnter={() => setIsPointedAt(true)}
    >
      {file ? (
        <PageDrawing
          index={index}
          row={row}
          file={file}
          filePage={place.filePage}
          title={document.title}
          onGeometry={setGeometry}
        />
      ) : (
        <ImagePage place={place} />
      )}
      {file && isSettled && <TextLayer index={index} file={file} filePage={place.filePage} />}
      {geometry && <FindLayer index={index} geometry={geometry} />}
      {geometry && <SpokenLayer index={index} geometry={geometry} />}
      {geometry && <SelectionLayer index={index} geometry={geometry} />}
      {geometry && <FlashLayer index={index} geometry={geometry} />}
      <MarkLayer marks={others} geometry={geometry} activeMarkId={activeMarkId} />
      {geometry && isSettled && <LinkLayer place={place} geometry={geometry} />}
      {geometry && isSettled && <CommentLayer place={place} geometry={geometry} />}
      {geometry && <DrawnLayer index={index} marks={drawn} geometry={geometry} activeMarkId={activeMarkId} />}
      {isSettled && <PageActions index={index} page={page} marks={marks} isPointedAt={isPointedAt} />}
    </div>
  );
});
