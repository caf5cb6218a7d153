import type { ReactNode } from 'react';
import { memo } from 'react';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { matrixOf } from './pageFrame.ts';
import { strokePath } from './strokeShape.ts';

interface InkDrawingProps {
  readonly id: string;
  readonly strokes: readonly InkStroke[];
  readonly geometry: PageGeometry;
  /** The part of the page as shown that the drawing stands for, in points. */
  readonly viewBox: string;
}

/** The strokes of a note. Marker and pens apart: only the marker lets through what is under it. */
export const InkDrawing = memo(function InkDrawing(props: InkDrawingProps): ReactNode {
  return (
    <>
      <Strokes {...props} isMarker />
      <Strokes {...props} isMarker={false} />
    </>
  );
}, isSameDrawing);

function Strokes({
  id,
  strokes,
  geometry,
  viewBox,
  isMarker,
}: InkDrawingProps & { isMarker: boolean }): ReactNode {
  const shown = strokes
    .map((stroke, index) => ({ stroke, index }))
    .filter(({ stroke }) => isMarker === (stroke.colour === 'yellow'));
  if (shown.length === 0) return null;
  return (
    <svg
      className={isMarker ? 'drawn-ink drawn-ink--marker' : 'drawn-ink'}
      viewBox={viewBox}
      preserveAspectRatio="none"
      data-ink={id}
      aria-hidden
    >
      <g transform={matrixOf(geometry)}>
        {shown.map(({ stroke, index }) => (
          <Stroke
            key={`${index}:${stroke.points.length}:${stroke.points.slice(0, 4).join()}`}
            stroke={stroke}
            index={index}
          />
        ))}
      </g>
    </svg>
  );
}

/** An outline is worked out once as long as the points are the same, though each change brings all notes anew. */
const Stroke = memo(
  function Stroke({ stroke, index }: { stroke: InkStroke; index: number }): ReactNode {
    return <path className={`ink ink--${stroke.colour}`} d={strokePath(stroke)} data-stroke={index} />;
  },
  (before, after) => before.index === after.index && isSameStroke(before.stroke, after.stroke),
);

function isSameStroke(a: InkStroke, b: InkStroke): boolean {
  return (
    a === b ||
    (a.colour === b.colour &&
      a.width === b.width &&
      a.points.length === b.points.length &&
      a.points.every((value, i) => value === b.points[i]))
  );
}

function isSameDrawing(before: InkDrawingProps, after: InkDrawingProps): boolean {
  return (
    before.id === after.id &&
    before.geometry === after.geometry &&
    before.viewBox === after.viewBox &&
    before.strokes.length === after.strokes.length &&
    before.strokes.every((stroke, i) => {
      const other = after.strokes[i];
      return other !== undefined && isSameStroke(stroke, other);
    })
  );
}
