import { isCalendarDate } from '../pack/calendar.ts';

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const written = new RegExp(String.raw`(?<!\d)(\d{1,2})\s(${months.join('|')})\s((?:19|20)\d\d)`, 'iu');
const numeric = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/u;
const clock = /(?:kl(?:ockan|\.)?|tid:?)\s{0,2}(\d{1,2})[.:](\d\d)/iu;
const bareClock = /(?<![\d.:-])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.:-])/u;

/**
 * The first day with a time of day in a Swedish text, as an instant with the offset that Swedish clocks have then; null
 * when there is none. A day without a time is none: a meeting at midnight would be a lie.
 */
export function swedishInstantIn(text: string): string | null {
  const date = dateIn(text);
  if (date === null) return null;
  const after = text.slice(date.end, date.end + 120);
  const time = clock.exec(after) ?? bareClock.exec(after) ?? clock.exec(text);
  if (time === null) return null;
  const [hour, minute] = [Number(time[1]), Number(time[2])];
  if (hour > 23 || minute > 59) return null;
  const offset = isSwedishSummer(date.day, hour) ? '+02:00' : '+01:00';
  return `${date.day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00${offset}`;
}

function dateIn(text: string): { readonly day: string; readonly end: number } | null {
  const [byWords, byNumbers] = [written.exec(text), numeric.exec(text)];
  const words = byWords !== null && (byNumbers === null || byWords.index < byNumbers.index);
  const found = words ? byWords : byNumbers;
  if (found === null) return null;
  const month = words ? months.indexOf((found[2] ?? '').toLowerCase()) + 1 : Number(found[2]);
  const [year, dayOfMonth] = words ? [found[3] ?? '', found[1] ?? ''] : [found[1] ?? '', found[3] ?? ''];
  const day = `${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isCalendarDate(day) ? { day, end: found.index + found[0].length } : null;
}

/** Summer time in the European Union: from the last Sunday of March to the last of October (directive 2000/84/EC). */
function isSwedishSummer(day: string, hour: number): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (month !== 3 && month !== 10) return month > 3 && month < 10;
  const lastSunday = 31 - new Date(Date.UTC(year, month - 1, 31)).getUTCDay();
  const isAfter = date > lastSunday || (date === lastSunday && hour >= (month === 3 ? 2 : 3));
  return month === 3 ? isAfter : !isAfter;
}
