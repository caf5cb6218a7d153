import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import type { PageMarks } from '../marks/usePageMarks.ts';
import { useRovingRow } from '../navigation/useRovingRow.ts';
import { useWindowedRows } from '../navigation/windowedRows.ts';
import { useReader, useScroll } from '../session/ReaderContext.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { ThumbnailPictures } from './ThumbnailPictures.ts';
import type { ThumbnailRow } from './thumbnailRows.ts';
import { neighbourPage, thumbnailRows } from './thumbnailRows.ts';
import './thumbnails.css';

/** Beside the pictures: the strip's own edges and its scroll bar. */
const besideStrip = 56;
const least = 72;
const most = 320;

/** All pages of the scroll, small. Only those near the view are there; each is drawn when the worker has time. */
export function ThumbnailStrip({
  width,
  marksOf,
  onGo,
}: {
  /** Of the pane, CSS pixels. */
  width: number;
  marksOf: PageMarks;
  onGo: (documentIndex: number, page: number) => void;
}): ReactNode {
  const { session } = useReader();
  const { t } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useScroll((state) => state.layout);
  const currentScrollRow = useScroll((state) => state.current);
  const [pictures] = useState(() => new ThumbnailPictures(session.host));
  useEffect(() => () => pictures.clear(), [pictures]);
  const pictureWidth = Math.round(Math.max(least, Math.min(most, width - besideStrip)));
  const { rows, tops } = useMemo(() => thumbnailRows(layout, pictureWidth), [layout, pictureWidth]);
  const current = useMemo(() => rowShowing(rows, currentScrollRow), [rows, currentScrollRow]);
  const { active, focus, focused } = useRovingRow(scroller, tops, current);
  const range = useWindowedRows(scroller, tops);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const height = scroller.current?.clientHeight ?? 0;
    const target = rowByKey(event.key, rows, active, Math.max(1, Math.floor(height / (pictureWidth * 1.5))));
    if (target === null) return;
    event.preventDefault();
    focus(target);
  };
  const distance = (row: number): number => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    return Math.abs((tops[row] ?? 0) - scrollTop - clientHeight / 2);
  };

  const shown = new Set([active, current]);
  for (let row = range.first; row <= range.last; row++) shown.add(row);
  return (
    <div ref={scroller} className="thumbnails" onKeyDown={onKeyDown}>
      <div
        className="thumbnails__rows"
        role="list"
        aria-label={t('navigate.thumbnails')}
        style={{ height: tops.at(-1) }}
      >
        {[...shown]
          .toSorted((a, b) => a - b)
          .map((index) => {
            const row = rows[index];
            const top = tops[index] ?? 0;
            if (row === undefined) return null;
            if (row.kind === 'heading') {
              const title = session.documents[row.documentIndex]?.title ?? '';
              const hasPages = rows[index + 1]?.kind === 'page';
              const words = hasPages ? title : t('navigate.withoutPages', { title });
              return (
                <div key={index} className="thumbnails__heading" role="listitem" style={{ top }}>
                  <span title={words}>{words}</span>
                </div>
              );
            }
            const place = session.place(row.scrollRow);
            return (
              place && (
                <Thumbnail
                  // Another drawing when the document is turned, or its size changes.
                  key={`${index}:${session.turns(row.documentIndex)}`}
                  index={index}
                  row={row}
                  top={top}
                  place={place}
                  marks={marksOf(place)}
                  pictures={pictures}
                  isCurrent={index === current}
                  isActive={index === active}
                  distance={distance}
                  onFocus={focused}
                  onGo={onGo}
                />
              )
            );
          })}
      </div>
    </div>
  );
}

/** The page being read, or the page after the header being read. */
function rowShowing(rows: readonly ThumbnailRow[], scrollRow: number): number {
  const found = rows.findIndex((row) => row.kind === 'page' && row.scrollRow >= scrollRow);
  return found >= 0 ? found : Math.max(0, rows.length - 1);
}

function rowByKey(key: string, rows: readonly ThumbnailRow[], active: number, view: number): number | null {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowLeft':
      return neighbourPage(rows, active, -1);
    case 'ArrowDown':
    case 'ArrowRight':
      return neighbourPage(rows, active, 1);
    case 'PageUp':
      return neighbourPage(rows, active, -view);
    case 'PageDown':
      return neighbourPage(rows, active, view);
    case 'Home':
      return neighbourPage(rows, -1, 1);
    case 'End':
      return neighbourPage(rows, rows.length, -1);
    default:
      return null;
  }
}
