import { CalendarDays, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';
import { NavItem } from '../../ui/NavItem.tsx';
import { bodiesOf } from './groupMeetings.ts';

/** Which body's meetings are shown; all when `selected` is null. */
export function BodyFilter({
  meetings,
  selected,
  isCurrent,
  onSelect,
}: {
  meetings: readonly MeetingEntry[];
  selected: string | null;
  /** The library is what the window shows now. */
  isCurrent: boolean;
  onSelect: (bodyId: string | null) => void;
}): ReactNode {
  const { t } = useMessages();
  const bodies = bodiesOf(meetings);
  const severalMunicipalities = new Set(bodies.map((body) => body.municipality)).size > 1;
  return (
    <>
      <NavItem
        icon={<CalendarDays size={16} aria-hidden />}
        label={t('library.all')}
        count={meetings.length}
        isCurrent={isCurrent && selected === null}
        onPress={() => onSelect(null)}
      />
      {bodies.length > 0 && <li className="lib-bodies">{t('library.bodies')}</li>}
      {bodies.map((body) => (
        <NavItem
          key={body.bodyId}
          icon={<Landmark size={16} aria-hidden />}
          label={body.name}
          {...(severalMunicipalities ? { detail: body.municipality } : {})}
          count={body.meetingCount}
          isCurrent={isCurrent && selected === body.bodyId}
          onPress={() => onSelect(body.bodyId)}
        />
      ))}
    </>
  );
}
