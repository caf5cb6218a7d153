import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Puts a drawing of PDFium on a canvas of its size. */
export function showPicture(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
}

/** For a canvas that comes and goes: its memory is given back when it goes, not when the garbage is collected. */
export function usePictureCanvas(): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const shown = canvas.current;
    return () => {
      if (shown) shown.width = 0;
    };
  }, []);
  return canvas;
}
