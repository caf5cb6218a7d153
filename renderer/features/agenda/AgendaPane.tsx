import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { clockAfter } from './agendaClock.ts';
import type { AgendaFilter } from './agendaFilter.ts';
import { agendaFilters, countMatching, filterAgenda } from './agendaFilter.ts';
import { startMinutes, totalMinutes } from './agendaTimes.ts';
import { AgendaTree } from './AgendaTree.tsx';
import { useAgendaWords } from './useAgendaWords.ts';
import { useExpanded } from './useExpanded.ts';
import './agenda.css';

/** The left pane: what is to be dealt with, in order, and what is new or unread in it. */
export function AgendaPane({
  view,
  place,
  noteCounts,
  onOpen,
}: {
  view: MeetingView;
  place: ReadingPlace;
  noteCounts: ReadonlyMap<string, number>;
  onOpen: (place: ReadingPlace) => void;
}): ReactNode {
  const { t } = useMessages();
  const words = useAgendaWords();
  const [filter, setFilter] = useState<AgendaFilter>('all');
  const { agenda, briefings } = view;
  const expanded = useExpanded(agenda, briefings, place);
  const clocks = useMemo(() => clocksOf(view), [view]);
  const shown = useMemo(() => filterAgenda(agenda, filter), [agenda, filter]);
  // An operations day's agenda already holds the time of its briefings.
  const minutes = totalMinutes(agenda) || briefings.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  const counts = [
    agenda.length > 0 && t('agenda.itemCount', { count: countMatching(agenda, 'all') }),
    briefings.length > 0 && t('agenda.briefingCount', { count: briefings.length }),
    minutes > 0 && words.minutes(minutes),
  ]
    .filter((count) => count !== false)
    // A number stays on the line of what it counts.
    .map((count) => count.replaceAll(' ', '\u00a0'));
  return (
    <div className="agenda">
      <header className="agenda__header">
        <div className="agenda__heading">
          <h2 className="agenda__title">{t('agenda.title')}</h2>
          <p className="agenda__summary">{counts.join('\u00a0· ')}</p>
        </div>
        <IconButton
          size="small"
          label={t(expanded.isAll ? 'agenda.foldDocuments' : 'agenda.unfoldDocuments')}
          icon={
            expanded.isAll ? (
              <ChevronsDownUp size={16} aria-hidden />
            ) : (
              <ChevronsUpDown size={16} aria-hidden />
            )
          }
          onPress={expanded.toggleAll}
        />
      </header>
      {agenda.length > 0 && (
        <div className="agenda__filter">
          <SegmentedControl
            label={t('agenda.filter')}
            hidesLabel
            value={filter}
            onChange={setFilter}
            choices={agendaFilters.map((value) => ({
              value,
              label: t(`agenda.filter.${value}`, { count: countMatching(agenda, value) }),
            }))}
          />
        </div>
      )}
      {shown.length === 0 && filter !== 'all' && (
        <p className="agenda-tree__empty">{t('agenda.noneMatch')}</p>
      )}
      {agenda.length === 0 && briefings.length === 0 && (
        <p className="agenda-tree__empty">{t('agenda.empty')}</p>
      )}
      <AgendaTree
        agenda={shown}
        briefings={filter === 'all' ? briefings : []}
        place={place}
        noteCounts={noteCounts}
        clocks={clocks}
        expanded={expanded.keys}
        onExpanded={expanded.setKeys}
        onOpen={onOpen}
      />
    </div>
  );
}

function clocksOf({ agenda, meeting }: MeetingView): ReadonlyMap<string, string> {
  const clocks = new Map<string, string>();
  for (const [id, minutes] of startMinutes(agenda)) {
    const clock = clockAfter(meeting.start, minutes);
    if (clock !== null) clocks.set(id, clock);
  }
  return clocks;
}
