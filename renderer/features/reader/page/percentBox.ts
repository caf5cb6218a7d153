import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { quadToView, toView } from '../../../../core/pdf/pageGeometry.ts';
import type { Box } from '../../../../core/text/pageText.ts';

/** Where something lies on its page, in percent, so that it stays there at any zoom without being laid out again. */
export interface PercentBox {
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
}

/** The page as shown, in points. */
export function shownSize({ left, bottom, right, top, quarterTurns }: PageGeometry): {
  readonly width: number;
  readonly height: number;
} {
  const [width, height] = [Math.max(1, right - left), Math.max(1, top - bottom)];
  return quarterTurns % 2 === 1 ? { width: height, height: width } : { width, height };
}

/** Of a box in PDF user space. */
export function percentBox(geometry: PageGeometry, box: Box): PercentBox {
  const a = toView(geometry, box.left, box.bottom);
  const b = toView(geometry, box.right, box.top);
  return percent(geometry, {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  });
}

/** Of a quad in PDF user space; null when it is no quad. */
export function percentQuad(geometry: PageGeometry, quad: readonly number[]): PercentBox | null {
  const view = quadToView(geometry, quad);
  return view && percent(geometry, view);
}

function percent(
  geometry: PageGeometry,
  view: { left: number; top: number; width: number; height: number },
): PercentBox {
  const { width, height } = shownSize(geometry);
  return {
    left: `${(view.left / width) * 100}%`,
    top: `${(view.top / height) * 100}%`,
    width: `${(view.width / width) * 100}%`,
    height: `${(view.height / height) * 100}%`,
  };
}
