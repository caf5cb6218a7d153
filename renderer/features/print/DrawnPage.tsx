import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { showPicture, usePictureCanvas } from '../../ui/showPicture.ts';
import type { PageDrawings } from './pageDrawings.ts';

export interface DrawnPageProps {
  readonly drawings: PageDrawings;
  readonly file: string;
  readonly page: number;
  /** CSS pixels that it must fit. */
  readonly width: number;
  readonly height: number;
  /** Said for the picture; a picture beside its own words says nothing. */
  readonly label: string | null;
  /** Shown in its place when it cannot be drawn. */
  readonly failed: ReactNode;
}

/** A page as a picture. The one before stays until the next is drawn. */
export function DrawnPage({ drawings, file, page, width, height, label, failed }: DrawnPageProps): ReactNode {
  const canvas = usePictureCanvas();
  const [isFailed, setIsFailed] = useState(false);
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    setIsFailed(false);
    const box = { width: width * devicePixelRatio, height: height * devicePixelRatio };
    const drawing = drawings.draw(file, page, box);
    void drawing.picture.then((picture) => {
      if (picture === null) return;
      if (picture === 'failed') return setIsFailed(true);
      showPicture(canvas.current, picture);
      setIsDrawn(true);
      picture.close();
    });
    return drawing.cancel;
  }, [drawings, file, page, width, height, canvas]);
  if (isFailed) return failed;
  return (
    <canvas
      ref={canvas}
      className="print-page"
      data-waiting={!isDrawn || undefined}
      // Before the first is drawn it is a sheet without anything on it, about as large as it will be.
      style={
        isDrawn
          ? { maxInlineSize: `min(100%, ${width}px)`, maxBlockSize: height }
          : { height, aspectRatio: '0.707' }
      }
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
