import type { Zoom } from '../../../../core/library/views.ts';
import { maxPercent, minPercent } from './scrollLayout.ts';

/** Offered by name. */
export const zoomPresets = [50, 75, 100, 125, 150, 200, 300, 400] as const;

const steps = [
  10, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400, 500, 600, 700, 800,
];

export function clampPercent(percent: number): number {
  return Math.max(minPercent, Math.min(maxPercent, percent));
}

/** The next step above or below what is shown now. */
export function steppedZoom(shownPercent: number, direction: 'in' | 'out'): Zoom {
  const rounded = Math.round(shownPercent);
  const next =
    direction === 'in' ? steps.find((step) => step > rounded) : steps.findLast((step) => step < rounded);
  return { mode: 'percent', percent: next ?? clampPercent(rounded) };
}
