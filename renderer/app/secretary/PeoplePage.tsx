import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { StolenGuide } from '../../features/identity/StolenGuide.tsx';
import { PeopleScreen } from '../../features/people/PeopleScreen.tsx';

/** People and keys of the office, with the guide that members have too. */
export function PeoplePage({ meetings }: { meetings: readonly MeetingEntry[] }): ReactNode {
  const [isGuideOpen, setIsGuideOpen] = useState(false);
  return (
    <>
      <PeopleScreen meetings={meetings} onShowStolenGuide={() => setIsGuideOpen(true)} />
      {isGuideOpen && <StolenGuide onClose={() => setIsGuideOpen(false)} />}
    </>
  );
}
