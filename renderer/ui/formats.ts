import type { CalendarDate, Instant } from '../../core/pack/manifest.ts';
import type { Language } from '../../core/settings/settings.ts';

/** A written instant or date, or milliseconds since 1970. */
export type Moment = Instant | CalendarDate | number;
export type DateStyle = 'full' | 'long' | 'medium' | 'short' | 'monthDay';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const millisecondsPerDay = 86_400_000;

/**
 * A meeting's time is the wall clock of its town hall, as the pack writes it: it must not shift when the laptop
 * travels. So the written local part is taken as it stands; only milliseconds are put in the computer's own zone.
 */
function wallClock(moment: Moment): Date {
  if (typeof moment === 'number') {
    const here = new Date(moment);
    return new Date(moment - here.getTimezoneOffset() * 60_000);
  }
  const [, day = moment, time = '00:00:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(moment) ?? [];
  return new Date(`${day}T${time}Z`);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter;
}

const dateOptions: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  monthDay: { weekday: 'short', day: 'numeric', month: 'long' },
};

/** "ons 2 december 2026" (long). A moment that cannot be read is shown as it was written. */
export function formatDate(language: Language, moment: Moment, style: DateStyle = 'medium'): string {
  const date = wallClock(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  // Intl writes "ons 2 december" but "Wed, 2 December": one pattern without commas for both.
  return dateFormatter(locales[language], dateOptions[style]).format(date).replaceAll(',', '');
}

/** "13.00" in Swedish, "13:00" in English. */
export function formatTime(language: Language, moment: Moment): string {
  const date = wallClock(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  const digits = dateFormatter('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    date,
  );
  return language === 'sv' ? digits.replace(':', '.') : digits;
}

/** "ons 2 december 2026 kl. 13.00". */
export function formatDateTime(language: Language, moment: Moment, style: DateStyle = 'long'): string {
  const glue = language === 'sv' ? ' kl. ' : ', ';
  return `${formatDate(language, moment, style)}${glue}${formatTime(language, moment)}`;
}

/** Whole calendar days from today to the moment; negative when it is over. */
export function daysLeft(moment: Moment, now: number): number {
  const day = (m: Moment): number => Math.floor(wallClock(m).getTime() / millisecondsPerDay);
  return day(moment) - day(now);
}

/** "i dag", "i morgon", "om 5 dagar", "för 3 dagar sedan". */
export function formatDaysLeft(language: Language, moment: Moment, now: number): string {
  const days = daysLeft(moment, now);
  relative[language] ??= new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  return relative[language].format(days, 'day');
}
const relative: Partial<Record<Language, Intl.RelativeTimeFormat>> = {};

const numberFormatters = new Map<string, Intl.NumberFormat>();
export function formatNumber(
  language: Language,
  value: number,
  options: Intl.NumberFormatOptions = {},
): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = numberFormatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locales[language], options);
    numberFormatters.set(key, formatter);
  }
  return formatter.format(value);
}

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "148 kB", "8,2 MB": powers of a thousand, as the file managers of our platforms count. */
export function formatFileSize(language: Language, bytes: number): string {
  const power = Math.min(sizeUnits.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** power;
  return formatNumber(language, value, {
    style: 'unit',
    unit: sizeUnits[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power > 0 && value < 10 ? 1 : 0,
  });
}

export const localeOf = (language: Language): string => locales[language];
