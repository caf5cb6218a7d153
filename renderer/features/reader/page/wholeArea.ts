import type { DrawArea } from '../../../../core/pdf/pdfEngine.ts';

/** A page is drawn whole up to so many pixels; beyond, that drawing lies under sharp tiles of what is in view. */
const maxWholePixels = 2_500_000;

export interface WholeArea {
  readonly area: DrawArea;
  /** Device pixels of the page as it is shown. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** Fewer are drawn than shown. */
  readonly isReduced: boolean;
}

/** How a page that is shown at this size (CSS pixels) is drawn as a whole. */
export function wholeArea(shown: { width: number; height: number }, pixelRatio: number): WholeArea {
  const pageWidth = Math.max(1, Math.round(shown.width * pixelRatio));
  const pageHeight = Math.max(1, Math.round(shown.height * pixelRatio));
  const shrink = Math.min(1, Math.sqrt(maxWholePixels / (pageWidth * pageHeight)));
  const width = Math.max(1, Math.floor(pageWidth * shrink));
  const height = Math.max(1, Math.floor(pageHeight * shrink));
  const area = { pageWidth: width, pageHeight: height, left: 0, top: 0, width, height };
  return { area, pageWidth, pageHeight, isReduced: shrink < 0.95 };
}
