import type { Annotation } from '../../core/annotation/annotation.ts';
import type { MeetingView } from '../../core/library/views.ts';
import type { CalendarEntry } from '../../core/preparation/calendar.ts';
import type { Language } from '../../core/settings/settings.ts';
import { preparationTexts } from './preparationTexts.ts';

/** The meeting, a day to have read by, and open tasks that have a day. */
export function calendarEntries(
  { meeting }: MeetingView,
  annotations: readonly Annotation[],
  readingDay: string | null,
  language: Language,
): readonly CalendarEntry[] {
  const t = preparationTexts(language);
  const { meetingId, title, start, end, place, state, revision } = meeting;
  const day = (uid: string, words: string, date: string): CalendarEntry => ({
    kind: 'day',
    uid: `${uid}@beredd`,
    title: words,
    day: date,
    description: '',
    sequence: revision,
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
      isCancelled: state === 'cancelled',
      sequence: revision,
    },
    ...(readingDay === null
      ? []
      : [day(`${meetingId}-reading`, t('preparation.calendar.reading', { title }), readingDay)]),
    ...annotations
      .filter(({ kind, due, done }) => kind === 'task' && due != null && done !== true)
      .map(({ id, text, due }) => day(id, t('preparation.calendar.task', { text }), due ?? '')),
  ];
}
