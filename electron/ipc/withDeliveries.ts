import type { Handlers } from '../../core/contract.ts';
import type { IssuedPack } from '../../core/issuing/issuing.ts';

/** What lies in a folder that is kept in step with the members' computers has reached all of them: it is noted as sent. */
export function withDeliveries(
  issuing: Handlers['issuing'],
  delivered: (meetingId: string, revision: number) => Promise<void>,
): Handlers['issuing'] {
  const note = async (issued: IssuedPack | null): Promise<void> => {
    const isShared = issued?.publications.some(({ placeId, error }) => placeId !== null && error === null);
    if (issued !== null && isShared === true) await delivered(issued.meetingId, issued.revision);
  };
  return {
    ...issuing,
    issue: async (args) => {
      const issued = await issuing.issue(args);
      if (issued.ok) await note(issued.value);
      return issued;
    },
    publish: async (args) => {
      const issued = await issuing.publish(args);
      if (issued.ok) await note(issued.value);
      return issued;
    },
  };
}
