import type { PageGeometry } from '../../pdf/pageGeometry.ts';
import type { Box } from '../../text/pageText.ts';
import { around } from '../../text/pageText.ts';
import { boxOfQuad, shiftedQuad } from '../drawn/drawnFrame.ts';
import type { AnnotationTarget, Selector } from '../annotation.ts';
import type { HeldDocument } from './meetingDocuments.ts';
import { pageSelectors, sourceOn } from './notePlacement.ts';

export type NearbyTextSelector = Extract<Selector, { readonly type: 'NearbyTextSelector' }>;

/** The words that say where something drawn belongs; null for other notes and on pages without words. */
export function nearbySelector({ selectors }: AnnotationTarget): NearbyTextSelector | null {
  return selectors.find((selector) => selector.type === 'NearbyTextSelector') ?? null;
}

export interface DrawnPlacement {
  readonly target: AnnotationTarget;
  /**
   * `under`: the words lie under the frame and stand in the same lines as before, so that it covers what it covered.
   * `beside`: they stand in the same lines, but beside the frame. `otherwise`: the lines are others, or the frame would
   * lie over the page's edge.
   */
  readonly fit: 'under' | 'beside' | 'otherwise';
}

/** Units of PDF user space (points) within which a line is as it was. */
const near = 3;

/**
 * Where something drawn stands once the words near it were found: as far from them as before. `found` are the selectors of
 * those words on one page of the document. Null when they have no place there.
 */
export function drawnPlacement(
  old: AnnotationTarget,
  found: readonly Selector[],
  document: HeldDocument,
  geometry: PageGeometry,
): DrawnPlacement | null {
  const nearby = nearbySelector(old);
  const [frame] = pageSelectors(old);
  const page = found.find((selector) => selector.type === 'PageSelector');
  const quote = found.find((selector) => selector.type === 'TextQuoteSelector');
  const position = found.find((selector) => selector.type === 'TextPositionSelector');
  if (!nearby || !frame || !page || !quote) return null;
  const [before, now] = [boxesOf(nearby.quads), boxesOf(page.quads)];
  if (before.length === 0 || now.length === 0) return null;
  const [from, to] = [around(before), around(now)];
  const [dx, dy] = [to.left - from.left, to.top - from.top];
  const moved = frame.quads.map((quad) => shiftedQuad(quad, dx, dy));
  const { exact, prefix, suffix, normalisation } = quote;
  const words = { exact, prefix, suffix, normalisation, start: position?.start ?? 0, quads: page.quads };
  const { sha256 } = document;
  const isAlike = sameLines(before, now, dx, dy) && boxesOf(moved).every((box) => isWithin(box, geometry));
  const isUnder = boxesOf(frame.quads).some((box) => before.some((line) => touches(box, line)));
  return {
    target: {
      ...old,
      source: sourceOn(document),
      selectors: [
        { type: 'PageSelector', sha256, page: page.page, quads: moved },
        { type: 'NearbyTextSelector', ...words },
      ],
    },
    fit: isAlike ? (isUnder ? 'under' : 'beside') : 'otherwise',
  };
}

const boxesOf = (quads: readonly (readonly number[])[]): readonly Box[] =>
  quads.map(boxOfQuad).filter((box) => box !== null);

const sides = ['left', 'bottom', 'right', 'top'] as const;

function sameLines(before: readonly Box[], now: readonly Box[], dx: number, dy: number): boolean {
  if (before.length !== now.length) return false;
  return before.every((line, index) => {
    const other = now[index];
    return (
      other !== undefined &&
      sides.every((side) => {
        const shift = side === 'left' || side === 'right' ? dx : dy;
        return Math.abs(line[side] + shift - other[side]) <= near;
      })
    );
  });
}

const isWithin = (box: Box, page: PageGeometry): boolean =>
  box.left >= page.left - near &&
  box.bottom >= page.bottom - near &&
  box.right <= page.right + near &&
  box.top <= page.top + near;

const touches = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
