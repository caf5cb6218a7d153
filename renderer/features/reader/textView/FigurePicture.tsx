import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Box } from '../../../../core/text/pageText.ts';
import { percentBox, shownSize } from '../page/percentBox.ts';
import { showPicture, usePictureCanvas } from '../../../ui/showPicture.ts';
import { useNear } from '../page/useNear.ts';
import { usePixelRatio } from '../page/usePixelRatio.ts';
import { useReader } from '../session/ReaderContext.ts';
import { usePageWords } from './pageWords.ts';

/** After text and links: words are read first. */
const pictureUrgency = 800;
/** CSS pixels a point of the page; pictures in print are small. */
const enlarged = 1.6;
const widest = 900;
/** Device pixels of one picture. */
const mostPixels = 6_000_000;

interface FigurePictureProps {
  /** PDF user space. */
  readonly box: Box;
  /** Said for it. */
  readonly label: string;
}

/** A part of the page, drawn as it stands there; nothing when it cannot be drawn. Drawn when it comes near the view. */
export function FigurePicture({ box, label }: FigurePictureProps): ReactNode {
  const { session, look } = useReader();
  const { row, page } = usePageWords();
  const canvas = usePictureCanvas();
  const [isFailed, setIsFailed] = useState(false);
  const isNear = useNear(canvas);
  const pixelRatio = usePixelRatio();
  const place = session.place(row);
  const file = place?.file ?? null;
  const filePage = place?.filePage ?? 1;
  const { geometry } = page;
  const part = shares(geometry, box);
  const size = shownSize(geometry);
  const width = Math.min(widest, part.width * size.width * enlarged);
  const height = (width * part.height * size.height) / Math.max(1, part.width * size.width);
  const { left, top } = part;
  useEffect(() => {
    if (!file || !isNear) return;
    const density = Math.min(pixelRatio, Math.sqrt(mostPixels / Math.max(1, width * height)));
    const scale = (width * density) / Math.max(1e-6, part.width);
    const pageWidth = Math.round(scale);
    const pageHeight = Math.round((scale * size.height) / size.width);
    const area = {
      pageWidth,
      pageHeight,
      left: Math.floor(left * pageWidth),
      top: Math.floor(top * pageHeight),
      width: Math.max(1, Math.round(width * density)),
      height: Math.max(1, Math.round(height * density)),
    };
    let isOver = false;
    const urgency = (): number => (isOver ? Infinity : pictureUrgency);
    const request = session.host.request({ type: 'draw', file, page: filePage, area, look }, urgency);
    void request.answer.then((drawn) => {
      if (drawn === null) return;
      if (!drawn.ok) return setIsFailed(true);
      if (!isOver) showPicture(canvas.current, drawn.value.bitmap);
      drawn.value.bitmap.close();
    });
    return () => {
      isOver = true;
      request.cancel();
    };
  }, [
    session,
    file,
    filePage,
    isNear,
    look,
    pixelRatio,
    width,
    height,
    left,
    top,
    part.width,
    size.width,
    size.height,
    canvas,
  ]);
  if (isFailed) return null;
  return (
    <canvas
      ref={canvas}
      className="text-figure__drawing"
      role="img"
      aria-label={label}
      width={1}
      height={1}
      style={{ width, aspectRatio: `${width} / ${height}` }}
    />
  );
}

/** Where on the page as shown, each 0–1. */
function shares(
  geometry: Parameters<typeof percentBox>[0],
  box: Box,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const percent = percentBox(geometry, box);
  const share = (of: string): number => Number.parseFloat(of) / 100;
  const left = Math.max(0, Math.min(1, share(percent.left)));
  const top = Math.max(0, Math.min(1, share(percent.top)));
  return {
    left,
    top,
    width: Math.max(0.001, Math.min(1 - left, share(percent.width))),
    height: Math.max(0.001, Math.min(1 - top, share(percent.height))),
  };
}
