import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';
import type { PlacementsService } from '../placements/placements.ts';

export function placementsHandlers({
  placements,
}: {
  placements: PlacementsService;
}): Handlers['placements'] {
  return {
    of: ({ meetingId }) => placements.of(meetingId),
    cancel: ({ meetingId }) => {
      placements.cancel(meetingId);
      return Promise.resolve(ok(undefined));
    },
  };
}
