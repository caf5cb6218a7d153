import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { showPicture, usePictureCanvas } from './showPicture.ts';

/** A picture that is being drawn: closed by whoever gets it, null when it was cancelled. */
export interface PictureDrawing {
  readonly picture: Promise<ImageBitmap | 'failed' | null>;
  readonly cancel: () => void;
}

export type PictureState = 'waiting' | 'drawn' | 'failed';

const near = '600px';

/**
 * Draws a picture on a canvas when its box comes near the view. `draw` must stay the same for the same picture. With
 * `isLetGo` its memory is given back when it is far away again, as where there are hundreds.
 */
export function usePictureInView(
  draw: () => PictureDrawing,
  { isLetGo }: { readonly isLetGo: boolean },
): {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly state: PictureState;
} {
  const box = useRef<HTMLDivElement>(null);
  const canvas = usePictureCanvas();
  const [state, setState] = useState<PictureState>('waiting');
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let cancel = (): void => {};
    const begin = (): void => {
      const drawing = draw();
      cancel = drawing.cancel;
      void drawing.picture.then((picture) => {
        if (picture === null) return;
        if (picture === 'failed') return setState('failed');
        showPicture(canvas.current, picture);
        setState('drawn');
        picture.close();
      });
    };
    const letGo = (): void => {
      cancel();
      if (canvas.current !== null) canvas.current.width = 0;
      setState('waiting');
    };
    let isNear = false;
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined || entry.isIntersecting === isNear) return;
        isNear = entry.isIntersecting;
        if (!isNear) return letGo();
        if (!isLetGo) seen.disconnect();
        begin();
      },
      { rootMargin: near },
    );
    seen.observe(element);
    return () => {
      seen.disconnect();
      cancel();
    };
  }, [draw, isLetGo, canvas]);
  return { box, canvas, state };
}
