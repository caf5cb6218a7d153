import type { PictureDrawing } from '../../ui/usePictureInView.ts';

/** Draws pages of PDFs that the shell serves; whoever owns the worker hands this in. */
export interface PageDrawings {
  /** As large as fits a box of device pixels. The bitmap is closed by whoever gets it; null when it was cancelled. */
  readonly draw: (
    file: string,
    page: number,
    box: { readonly width: number; readonly height: number },
  ) => PictureDrawing;
}
