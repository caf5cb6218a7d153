import ICAL from 'ical.js';
import type { CalendarDate, Instant } from '../pack/manifest.ts';

/** Something that stands in a calendar. `uid` stays the same, so that a calendar replaces what it had. */
export type CalendarEntry =
  | {
      readonly kind: 'meeting';
      readonly uid: string;
      readonly title: string;
      readonly start: Instant;
      readonly end: Instant | null;
      readonly place: string | null;
      readonly description: string;
      readonly isCancelled: boolean;
      /** The pack's revision: a later one replaces an earlier one. */
      readonly sequence: number;
    }
  | {
      /** A day by which something is to be done: reading an item, a task. */
      readonly kind: 'day';
      readonly uid: string;
      readonly title: string;
      readonly day: CalendarDate;
      readonly description: string;
      /** Done or not needed any more: calendars that have it take it away. */
      readonly isCancelled: boolean;
      /** Grows with each file, so that a calendar takes the newest. */
      readonly sequence: number;
    };

/**
 * Entries as an iCalendar file (RFC 5545). Times go out in UTC, so that every calendar shows the same moment; whole days
 * as days. `now` is in milliseconds since 1970.
 */
export function calendarFile(entries: readonly CalendarEntry[], now: number): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('prodid', '-//Beredd//Beredd 1//SV');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, now));
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: CalendarEntry, now: number): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', entry.uid);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true));
  event.updatePropertyWithValue('sequence', entry.sequence);
  event.updatePropertyWithValue('summary', entry.title);
  if (entry.description !== '') event.updatePropertyWithValue('description', entry.description);
  if (entry.kind === 'day') {
    const day = ICAL.Time.fromDateString(entry.day);
    const next = day.clone();
    next.adjust(1, 0, 0, 0);
    event.updatePropertyWithValue('dtstart', day);
    // The end of a whole day is the day after, which is not in it (RFC 5545 §3.6.1).
    event.updatePropertyWithValue('dtend', next);
    event.updatePropertyWithValue('transp', 'TRANSPARENT');
    event.updatePropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED');
    return event;
  }
  event.updatePropertyWithValue('dtstart', ICAL.Time.fromJSDate(new Date(entry.start), true));
  if (entry.end !== null)
    event.updatePropertyWithValue('dtend', ICAL.Time.fromJSDate(new Date(entry.end), true));
  if (entry.place !== null) event.updatePropertyWithValue('location', entry.place);
  event.updatePropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED');
  return event;
}
