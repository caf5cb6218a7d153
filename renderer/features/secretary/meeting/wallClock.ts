import type { CalendarDate, Instant } from '../../../../core/pack/manifest.ts';

export interface WallClock {
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  /** `HH:MM`, or empty. */
  readonly time: string;
}

/** The written date and time of a moment, as on the wall of the town hall. */
export const wallClockOf = (moment: Instant | CalendarDate | null): WallClock => ({
  date: moment?.slice(0, 10) ?? '',
  time: moment?.slice(11, 16) ?? '',
});

const two = (value: number): string => String(value).padStart(2, '0');

/** The moment of a wall clock, with the offset this computer's zone has then; null while date or time is missing. */
export function instantAt({ date, time }: WallClock): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const local = new Date(`${date}T${time}:00`);
  if (Number.isNaN(local.getTime())) return null;
  const minutes = -local.getTimezoneOffset();
  const sign = minutes < 0 ? '-' : '+';
  const offset = Math.abs(minutes);
  return `${date}T${time}:00${sign}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
}

/** A calendar date some days earlier. */
export function daysBefore(date: string, days: number): CalendarDate {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
