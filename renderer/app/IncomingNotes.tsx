import type { ReactNode } from 'react';
import { client } from '../client.ts';
import { IncomingDialog } from '../features/notes/incoming/IncomingDialog.tsx';
import { useMessages } from '../ui/messages.tsx';
import type { IncomingSource } from './incomingStore.ts';
import { offerUndo } from './offerUndo.ts';

/** Takes notes and comments into a meeting, from a file or from one of its documents. */
export function IncomingNotes({
  meetingId,
  from,
  onClose,
}: {
  meetingId: string;
  from: IncomingSource;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <IncomingDialog
      read={async () => {
        const found = await client.incoming.read({ meetingId, from });
        if (!found.ok || found.value === null) return found.ok ? { ok: true, value: null } : found;
        const meeting = await client.meeting.open({ meetingId });
        return meeting.ok ? { ok: true, value: { found: found.value, meeting: meeting.value } } : meeting;
      }}
      onTake={async (acts) => {
        const offer = offerUndo(meetingId);
        const taken = await client.notes.apply({ meetingId, acts });
        if (!taken.ok) {
          offer.drop();
          return taken.error;
        }
        offer.show(
          t('incoming.said.taken', { count: taken.value.count }),
          () => void client.notes.undo({ meetingId }),
        );
        return null;
      }}
      onClose={onClose}
    />
  );
}
