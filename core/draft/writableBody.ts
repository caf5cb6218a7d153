import type { Body } from '../pack/manifest.ts';
import type { DraftMeeting } from './draft.ts';

/** A manifest's body as a draft has it: the same values in lists of their own. */
export const writableBody = ({ id, name, roster }: Body): DraftMeeting['body'] => ({
  id,
  name,
  roster:
    roster === null
      ? null
      : {
          members: roster.members.map((member) => ({ ...member })),
          // The format's own word; nobody awaits a roster.
          // oxlint-disable-next-line unicorn/no-thenable
          callIn: roster.callIn.map(({ party, then }) => ({ party, then: [...then] })),
          source: roster.source,
        },
});
