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
        [
          {
            kind: 'day',
            uid: 'd',
            title: 'Läst klart',
            day: '2026-11-30',
            description: '',
            isCancelled: false,
            sequence: 0,
          },
        ],
        now,
      ),
    );
    expect(valueIn(event, 'dtstart')).toBe('2026-11-30');
    expect(valueIn(event, 'dtend')).toBe('2026-12-01');
  });

  test('gives the hour that is there twice when clocks go back, and the day after the change, its own moment', () => {
    const starts = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', '2026-10-26T09:00:00+01:00'];
    const files = starts.map((start) => calendarFile([{ ...meeting, start, end: null }], now));
    expect(files.map((file) => valueIn(eventsIn(file)[0], 'dtstart'))).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-26T08:00:00Z',
    ]);
    const spring = calendarFile([{ ...meeting, start: '2026-03-29T13:00:00+02:00', end: null }], now);
    expect(valueIn(eventsIn(spring)[0], 'dtstart')).toBe('2026-03-29T11:00:00Z');
  });

  test('takes away a day that is done', () => {
    const day: CalendarEntry = {
      kind: 'day',
      uid: 'd',
      title: 'Läs',
      day: '2026-03-29',
      description: '',
      isCancelled: true,
      sequence: 7,
    };
    const [event] = eventsIn(calendarFile([day], now));
    expect(valueIn(event, 'status')).toBe('CANCELLED');
    expect([valueIn(event, 'dtstart'), valueIn(event, 'dtend')]).toEqual(['2026-03-29', '2026-03-30']);
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
