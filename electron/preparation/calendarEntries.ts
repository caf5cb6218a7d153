import type { Annotation } from '../../core/annotation/annotation.ts';
import type { AgendaEntry, MeetingView } from '../../core/library/views.ts';
import type { CalendarEntry } from '../../core/preparation/calendar.ts';
import { itemHeading } from '../../core/preparation/sheet.ts';
import type { Language } from '../../core/settings/settings.ts';
import { preparationTexts } from './preparationTexts.ts';

export interface CalendarOwn {
  readonly annotations: readonly Annotation[];
  /** Days by which items are to have been read. */
  readonly deadlines: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The meeting, days by which items are to have been read, and tasks that have a day. What is done is taken away. */
export function calendarEntries(
  { meeting, agenda }: MeetingView,
  { annotations, deadlines, now }: CalendarOwn,
  language: Language,
): readonly CalendarEntry[] {
  const t = preparationTexts(language);
  const { meetingId, title, start, end, place, state, revision } = meeting;
  const isCancelled = state === 'cancelled';
  const day = (uid: string, words: string, date: string, isDone: boolean): CalendarEntry => ({
    kind: 'day',
    uid: `${uid}@beredd`,
    title: words,
    day: date,
    description: title,
    isCancelled: isDone,
    // A day is changed without a new revision: seconds since 1970 only grow, and fit (RFC 5545 §3.3.8).
    sequence: Math.floor(now / 1000),
  });
  return [
    {
      kind: 'meeting',
      uid: `${meetingId}@beredd`,
      title: t('preparation.calendar.meeting', { title }),
      start,
      end,
      place,
      description: '',
      isCancelled,
      sequence: revision,
    },
    ...itemsOf(agenda).flatMap((item) => {
      const deadline = deadlines[item.id];
      if (deadline === undefined) return [];
      const words = t('preparation.calendar.reading', { title: itemHeading(item) });
      return [day(`${meetingId}-reading-${item.id}`, words, deadline, isCancelled || isRead(item))];
    }),
    ...annotations
      .filter(({ kind, due }) => kind === 'task' && due != null)
      .map(({ id, text, due, done }) =>
        day(id, t('preparation.calendar.task', { text }), due ?? '', done === true),
      ),
  ];
}

const itemsOf = (agenda: readonly AgendaEntry[]): readonly AgendaEntry[] =>
  agenda.flatMap((item) => [item, ...itemsOf(item.children)]);

const isRead = ({ documents }: AgendaEntry): boolean =>
  documents.length > 0 && documents.every(({ readState }) => readState === 'read');
