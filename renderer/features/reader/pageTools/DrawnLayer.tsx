import type { ReactNode } from 'react';
import { memo } from 'react';
import { useStore } from 'zustand';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { shownSize } from '../page/percentBox.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { DrawnMark } from './DrawnMark.tsx';
import { matrixOf } from './pageFrame.ts';
import { PageWriting } from './PageWriting.tsx';
import './drawn.css';

/** What was drawn and written on a page, in the order of the page, and where it is being done just now. */
export const DrawnLayer = memo(function DrawnLayer({
  index,
  marks,
  geometry,
  activeMarkId,
}: {
  index: number;
  marks: readonly ReaderMark[];
  geometry: PageGeometry;
  activeMarkId: string | null;
}): ReactNode {
  const { session, drawing } = useReader();
  const writing = useStore(session.writing, (state) => (state?.row === index ? state : null));
  if (marks.length === 0 && drawing === null) return null;
  const { width } = shownSize(geometry);
  return (
    <div className="drawn-layer" style={{ ['--point' as string]: `calc(100cqw / ${width})` }}>
      {marks.map((mark) => (
        <DrawnMark
          key={mark.id}
          index={index}
          mark={mark}
          geometry={geometry}
          isActive={mark.id === activeMarkId}
          isWritten={writing?.id === mark.id}
        />
      ))}
      {drawing !== null && <WetInk geometry={geometry} />}
      {writing !== null && (
        <PageWriting key={writing.number} index={index} geometry={geometry} writing={writing} />
      )}
    </div>
  );
});

/** What is being drawn: shapes are put here as the pointer moves, without React. */
const WetInk = memo(function WetInk({ geometry }: { geometry: PageGeometry }): ReactNode {
  const { width, height } = shownSize(geometry);
  const view = {
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
    'aria-hidden': true,
  } as const;
  const transform = matrixOf(geometry);
  return (
    <>
      <svg className="drawn-wet drawn-wet--marker" {...view}>
        <g data-wet="marker" transform={transform} />
      </svg>
      <svg className="drawn-wet" {...view}>
        <g data-wet="user" transform={transform} />
        <g data-wet="view" />
      </svg>
    </>
  );
});
