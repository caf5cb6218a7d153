import type { AnnotationSource, AnnotationTarget } from '../annotation.ts';
import type { NotePlacement } from './notePlacement.ts';

/**
 * Where a note stands in the revision shown: the place that was found, the thing whose tray it lies in, or what the note
 * itself says. For lists, prints and sheets; the note's own target stays what the person said.
 */
export function standingTarget(
  target: AnnotationTarget,
  placement: NotePlacement | undefined,
): AnnotationTarget {
  if (placement === undefined || placement.kind === 'kept') return target;
  if (placement.kind !== 'tray') return placement.target;
  const { heading } = placement;
  if (heading.type === 'meeting') return { ...target, source: { type: 'meeting' } };
  const source: AnnotationSource =
    heading.type === 'item' ? { type: 'item', item: heading.id } : { type: 'briefing', briefing: heading.id };
  return { ...target, source };
}
