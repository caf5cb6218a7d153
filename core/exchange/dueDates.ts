import type { CalendarDate } from '../pack/manifest.ts';

/** How long before its date a pack is spoken of, in days. */
const noticeDays = 14;

/**
 * Whether a pack is to be given back or erased: `due` when a date has come (a return date on its day, an erase date the
 * day after), `soon` within two weeks, null otherwise. Dates are days of the place, compared as texts.
 */
export function dueState(
  {
    returnBy,
    eraseAfter,
  }: { readonly returnBy: CalendarDate | null; readonly eraseAfter: CalendarDate | null },
  today: CalendarDate,
): 'due' | 'soon' | null {
  if ((returnBy !== null && today >= returnBy) || (eraseAfter !== null && today > eraseAfter)) return 'due';
  const horizon = new Date(Date.parse(`${today}T00:00:00Z`) + noticeDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const isSoon = [returnBy, eraseAfter].some((date) => date !== null && date <= horizon);
  return isSoon ? 'soon' : null;
}
