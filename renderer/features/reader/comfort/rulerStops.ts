import { toView } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText } from '../../../../core/text/pageText.ts';

/** The middle of a line on the page as shown, and its height, in points from the upper edge. */
export interface RulerStop {
  readonly middle: number;
  readonly height: number;
}

/** The heights at which a page has lines, from above, lines beside each other made one. */
export function rulerStops({ lines, geometry }: PageText): readonly RulerStop[] {
  const stops: RulerStop[] = [];
  const spans = lines
    .map(({ left, bottom, right, top }) => {
      const [a, b] = [toView(geometry, left, bottom), toView(geometry, right, top)];
      return { from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
    })
    .toSorted((a, b) => a.from + a.to - b.from - b.to);
  for (const { from, to } of spans) {
    const [middle, height] = [(from + to) / 2, to - from];
    const last = stops.at(-1);
    if (last && middle - last.middle < Math.min(last.height, height) / 2) continue;
    stops.push({ middle, height });
  }
  return stops;
}

/** The stop after or before a height; null when the page has none there. */
export function nextStop(stops: readonly RulerStop[], y: number, step: 1 | -1): RulerStop | null {
  const found =
    step === 1 ? stops.find(({ middle }) => middle > y + 1) : stops.findLast(({ middle }) => middle < y - 1);
  return found ?? null;
}
