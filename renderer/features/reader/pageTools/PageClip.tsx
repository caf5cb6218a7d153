import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';
import { pdfHost } from '../engine/pdfService.ts';
import { showPicture, usePictureCanvas } from '../../../ui/showPicture.ts';
import { useNear } from '../page/useNear.ts';
import { usePixelRatio } from '../page/usePixelRatio.ts';
import type { Clip } from './clipPictures.ts';
import { ClipPictures, inkMargin } from './clipPictures.ts';
import { InkDrawing } from './InkDrawing.tsx';
import './drawn.css';

const widest = 300;
const highest = 220;

let pictures: ClipPictures | null = null;

/** A part of a page with what was drawn there, as a picture; nothing when the page cannot be drawn. */
export function PageClip({
  sha256,
  page,
  quad,
  strokes = [],
  label,
}: {
  sha256: string;
  /** 1-based page of the file. */
  page: number;
  quad: readonly number[];
  /** Where they stand on that page. */
  strokes?: readonly InkStroke[];
  label: string;
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = usePictureCanvas();
  const isNear = useNear(frame);
  const pixelRatio = usePixelRatio();
  const [clip, setClip] = useState<Clip | 'failed' | null>(null);
  const isInk = strokes.length > 0;
  const place = quad.join();

  useEffect(() => {
    if (!isNear) return;
    let isOver = false;
    pictures ??= new ClipPictures(pdfHost);
    const of = { sha256, page, quad: place.split(',').map(Number), margin: isInk ? inkMargin : 0 };
    void pictures.clip(of, Math.round(widest * pixelRatio)).then((drawn) => {
      if (!isOver) setClip(drawn ?? 'failed');
    });
    return () => {
      isOver = true;
    };
  }, [isNear, sha256, page, place, isInk, pixelRatio]);
  useEffect(() => {
    if (clip !== null && clip !== 'failed') showPicture(canvas.current, clip.picture);
  }, [clip, canvas]);

  if (clip === 'failed') return null;
  const part = clip?.part ?? null;
  const shape = part === null ? 3 : part.width / part.height;
  const width = Math.min(widest, highest * shape, part === null ? widest : part.width * 1.6);
  return (
    <div
      ref={frame}
      className="page-clip"
      role="img"
      aria-label={label}
      style={{ width, aspectRatio: String(shape) }}
    >
      <canvas ref={canvas} width={1} height={1} />
      {clip !== null && part !== null && isInk && (
        <InkDrawing
          id="clip"
          strokes={strokes}
          geometry={clip.geometry}
          viewBox={`${part.left} ${part.top} ${part.width} ${part.height}`}
        />
      )}
    </div>
  );
}
