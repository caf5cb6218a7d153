import type { DraftItem } from '../../../../core/draft/draft.ts';
import { useDraftSession } from '../session/useDraft.ts';
import { useWritten } from '../session/useFieldText.ts';

export interface PointsBeingWritten {
  readonly points: readonly string[];
  /** Words of a point: stored after a pause. */
  readonly type: (points: string[]) => void;
  /** Another list of points: stored at once. */
  readonly set: (points: string[]) => void;
  readonly leave: () => void;
}

/** The points of an item as they are being written. An empty one stays on screen until it is left. */
export function usePoints(item: DraftItem): PointsBeingWritten {
  const session = useDraftSession();
  const field = `item:${item.id}:points`;
  const written = useWritten<readonly string[]>(field, item.proposedDecision);
  const type = (points: string[]): void =>
    written.type(points, () => ({ do: 'setItem', itemId: item.id, patch: { proposedDecision: points } }));
  return {
    points: written.value,
    type,
    set: (points) => {
      type(points);
      void session.flush(field);
    },
    leave: () => void session.flush(field),
  };
}
