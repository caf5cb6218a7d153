import type { CSSProperties, ReactNode } from 'react';
import { memo, useEffect, useState } from 'react';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { quadToView } from '../../../../core/pdf/pageGeometry.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { markLabel } from '../marks/MarkLayer.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { usualLook } from './beginWriting.ts';
import { DrawnGrip } from './DrawnGrip.tsx';
import { InkDrawing } from './InkDrawing.tsx';
import type { PageFrame } from './pageFrame.ts';
import { frameOfQuad, rectangleOf } from './pageFrame.ts';

/** One note drawn or written on the page, and what takes hold of it. */
export const DrawnMark = memo(function DrawnMark({
  index,
  mark,
  geometry,
  isActive,
  isWritten,
}: {
  index: number;
  mark: ReaderMark;
  geometry: PageGeometry;
  isActive: boolean;
  /** Its words are being written. */
  isWritten: boolean;
}): ReactNode {
  const { drawing } = useReader();
  const messages = useMessages();
  const [quad] = mark.quads;
  const [preview, setPreview] = useState<PageFrame | null>(null);
  const place = quad?.join();
  useEffect(() => setPreview(null), [place, mark.sha256]);
  const stored = quad === undefined ? null : frameOfQuad(geometry, quad);
  if (quad === undefined || stored === null) return null;
  const own = mark.kind === 'ink' ? upright(stored) : stored;
  const frame = preview ?? own;
  const label = markLabel(messages, mark);
  return (
    <div
      className={`drawn drawn--${mark.kind}`}
      style={frameStyle(frame)}
      data-active={isActive || undefined}
      data-check={mark.needsCheck || undefined}
    >
      {mark.kind === 'ink' && mark.strokes && (
        <InkDrawing
          id={mark.id}
          strokes={mark.strokes}
          geometry={geometry}
          viewBox={viewBoxOf(geometry, quad)}
        />
      )}
      {mark.kind === 'freeText' && !isWritten && (
        <div className="drawn-words" style={textStyle(mark)}>
          <span>{mark.text}</span>
        </div>
      )}
      {drawing === null ? (
        <OnlySeen mark={mark} label={label} />
      ) : (
        !isWritten && (
          <DrawnGrip
            index={index}
            mark={mark}
            geometry={geometry}
            frame={frame}
            isActive={isActive}
            label={label}
            onPreview={setPreview}
          />
        )
      )}
    </div>
  );
});

/** Where pages are only read, a note is a button like any other. */
function OnlySeen({ mark, label }: { mark: ReaderMark; label: string }): ReactNode {
  const { actions } = useReader();
  return (
    <button
      type="button"
      className="drawn-grip"
      aria-label={label}
      onClick={() => actions.activateMark(mark.id)}
    />
  );
}

/** Ink lies in page space itself; its frame is the upright one around it. */
function upright(frame: PageFrame): PageFrame {
  const { left, top, width, height } = rectangleOf(frame);
  return { x: left, y: top, width, height, turns: 0 };
}

function viewBoxOf(geometry: PageGeometry, quad: readonly number[]): string {
  const box = quadToView(geometry, quad);
  return box === null
    ? '0 0 1 1'
    : `${box.left} ${box.top} ${Math.max(0.1, box.width)} ${Math.max(0.1, box.height)}`;
}

/** In points of the page, which grow with it. */
export const points = (count: number): string => `calc(var(--point) * ${count})`;

export function frameStyle({ x, y, width, height, turns }: PageFrame): CSSProperties {
  return {
    left: points(x),
    top: points(y),
    width: points(width),
    height: points(height),
    ...(turns === 0 ? {} : { transform: `rotate(${turns * 90}deg)` }),
  };
}

export function textStyle({ textLook }: Pick<ReaderMark, 'textLook'>): CSSProperties {
  const { size, colour } = textLook ?? usualLook;
  return { fontSize: points(size), color: `var(--ink-${colour})` };
}
