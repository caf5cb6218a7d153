import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../../core/preparation/calendar.ts';
import { calendarFile } from '../../../core/preparation/calendar.ts';

const now = Date.UTC(2026, 10, 22, 9, 0);
const meeting: CalendarEntry = {
  kind: 'meeting',
  uid: 'm1@beredd',
  title: 'Kommunstyrelsen',
  start: '2026-12-01T13:00:00+01:00',
  end: '2026-12-01T16:00:00+01:00',
  place: 'Storsalen, Kommunhuset',
  description: '',
  isCancelled: false,
  sequence: 2,
};
const eventsIn = (file: string): ICAL.Component[] =>
  new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
const valueIn = (event: ICAL.Component | undefined, name: string): string =>
  String(event?.getFirstPropertyValue(name) ?? '');

describe('a calendar file', () => {
  test('holds the meeting at the same moment for every calendar, with its place', () => {
    const [event] = eventsIn(calendarFile([meeting], now));
    expect(valueIn(event, 'dtstart')).toBe('2026-12-01T12:00:00Z');
    expect(valueIn(event, 'dtend')).toBe('2026-12-01T15:00:00Z');
    expect(valueIn(event, 'location')).toBe('Storsalen, Kommunhuset');
    expect(valueIn(event, 'sequence')).toBe('2');
    expect(valueIn(event, 'status')).toBe('CONFIRMED');
  });

  test('says that a meeting is cancelled', () => {
    const [event] = eventsIn(calendarFile([{ ...meeting, isCancelled: true }], now));
    expect(valueIn(event, 'status')).toBe('CANCELLED');
  });

  test('holds a day as the whole day, also the last of a month', () => {
    const [event] = eventsIn(
      calendarFile(
        [{ kind: 'day', uid: 'd', title: 'Läst klart', day: '2026-11-30', description: '', sequence: 0 }],
        now,
      ),
    );
    expect(valueIn(event, 'dtstart')).toBe('2026-11-30');
    expect(valueIn(event, 'dtend')).toBe('2026-12-01');
  });

  test('keeps any title, and ends its lines as the standard wants', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const clean = title.replace(/[\p{Cc}\u2028\u2029]/gu, '');
        const file = calendarFile([{ ...meeting, title: clean }], now);
        const [event] = eventsIn(file);
        expect(event?.getFirstPropertyValue('summary') ?? '').toBe(clean);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});
