import type { ReactNode } from 'react';
import type { MeetingView } from '../../../core/library/views.ts';
import { DueReminders } from '../../features/identity/DueReminders.tsx';
import { MeetingReceipt } from '../../features/identity/MeetingReceipt.tsx';

/** What the person owes the office for this meeting: a receipt if they agree, documents back when it is time. */
export function OwnDuties({ view }: { view: MeetingView }): ReactNode {
  const { meetingId, revision } = view.meeting;
  return (
    <div className="app-due">
      <DueReminders meetingId={meetingId} />
      <MeetingReceipt key={`${meetingId} ${revision}`} meetingId={meetingId} revision={revision} />
    </div>
  );
}
