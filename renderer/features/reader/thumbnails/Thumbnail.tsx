import type { ReactNode } from 'react';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { FileWarning } from 'lucide-react';
import { useMessages } from '../../../ui/messages.tsx';
import { usePixelRatio } from '../page/usePixelRatio.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { ThumbnailFlags } from './ThumbnailFlags.tsx';
import type { ThumbnailPictures } from './ThumbnailPictures.ts';
import type { ThumbnailRow } from './thumbnailRows.ts';

interface ThumbnailProps {
  readonly index: number;
  readonly row: Extract<ThumbnailRow, { kind: 'page' }>;
  readonly top: number;
  readonly place: PagePlace;
  readonly marks: readonly ReaderMark[];
  readonly pictures: ThumbnailPictures;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly distance: (index: number) => number;
  readonly onFocus: (index: number) => void;
  readonly onGo: (documentIndex: number, page: number) => void;
}

/** A page, small: its picture, its two page numbers, and flags for what was noted on it. */
export const Thumbnail = memo(
  function Thumbnail(props: ThumbnailProps): ReactNode {
    const { index, row, top, place, marks, isCurrent, isActive } = props;
    const { t } = useMessages();
    const { document, page, packPage } = place;
    const names = { page, pages: document.pageCount, packPage: packPage ?? 0 };
    const label = t(packPage === null ? 'reader.page.label' : 'reader.page.labelWithPack', names);
    const [isFailed, setIsFailed] = useState(false);
    const failed = isFailed ? `, ${t('navigate.pictureFailed')}` : '';
    const noted = marks.length === 0 ? '' : `, ${t('navigate.marks', { count: marks.length })}`;
    return (
      <div className="thumbnails__row" role="listitem" style={{ top }}>
        <button
          type="button"
          className="thumbnail"
          data-row={index}
          tabIndex={isActive ? 0 : -1}
          aria-current={isCurrent ? 'page' : undefined}
          aria-label={`${label}${noted}${failed}`}
          title={isFailed ? t('navigate.pictureFailedDo') : undefined}
          onFocus={() => props.onFocus(index)}
          onClick={() => props.onGo(row.documentIndex, row.page)}
        >
          <span className="thumbnail__paper" style={{ width: row.width, height: row.height }}>
            <Picture {...props} isFailed={isFailed} onFailed={setIsFailed} />
            <ThumbnailFlags marks={marks} />
          </span>
          <span className="thumbnail__numbers" aria-hidden>
            <b>{page}</b>
            {packPage !== null && <span>{t('navigate.packPage', { packPage })}</span>}
          </span>
        </button>
      </div>
    );
  },
  (before, after) =>
    before.top === after.top &&
    before.row.width === after.row.width &&
    before.row.height === after.row.height &&
    before.row.scrollRow === after.row.scrollRow &&
    before.marks === after.marks &&
    before.isCurrent === after.isCurrent &&
    before.isActive === after.isActive &&
    before.place.file === after.place.file &&
    before.onGo === after.onGo,
);

/** Pictures are drawn in steps of so many device pixels, so that a pane being widened does not draw all anew. */
const sizeStep = 48;

function Picture({
  index,
  row,
  place,
  pictures,
  distance,
  isFailed,
  onFailed,
}: ThumbnailProps & {
  isFailed: boolean;
  onFailed: (isFailed: boolean) => void;
}): ReactNode {
  const { session } = useReader();
  const container = useRef<HTMLSpanElement>(null);
  const pixelRatio = usePixelRatio();
  const { file, filePage, documentIndex } = place;
  const width = Math.ceil((row.width * pixelRatio) / sizeStep) * sizeStep;
  const height = Math.max(1, Math.round((width * row.height) / row.width));
  const latestDistance = useRef(distance);
  latestDistance.current = distance;
  useLayoutEffect(() => {
    if (!file || !container.current) return;
    const wanted = { file, filePage, width, height };
    onFailed(false);
    return pictures.show(
      wanted,
      container.current,
      () => latestDistance.current(index),
      () => onFailed(true),
    );
  }, [pictures, file, filePage, width, height, index, onFailed]);
  const source = session.sources[documentIndex];
  if (source?.type === 'image') return <img className="thumbnail__image" src={source.url} alt="" />;
  return (
    <>
      <span ref={container} className="thumbnail__picture" />
      {isFailed && (
        <span className="thumbnail__failed">
          <FileWarning size={20} aria-hidden />
        </span>
      )}
    </>
  );
}
